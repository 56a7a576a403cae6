import { expect, test } from 'vitest';
import { readLexicon } from '../../../../src/disk/content-folder.ts';
import { claimOdds } from '../../../../src/enrich/names/systems/introduced-names.ts';
import {
	judgeNames,
	type FormOdds,
	type KeepOdds,
} from '../../../../src/enrich/names/systems/judge-names.ts';
import { nameLists } from '../../../../src/enrich/names/systems/name-lists.ts';
import { tallyNames } from '../../../../src/enrich/names/systems/name-tally.ts';
import { nameWeights } from '../../../../src/enrich/names/systems/name-weights.ts';
import { readNames } from '../../../../src/enrich/names/systems/read-names.ts';
import { seedAbstracts } from '../../../support/seed-texts.ts';

const lexicon = await readLexicon();
const lists = nameLists({ names: [['Mamba', []]], not: ['GPU'], introduced: {} }, lexicon);
/** Papers as they are read, one a day. */
const readPapers = (texts: Iterable<readonly [title: string, abstract: string]>) =>
	Array.from(texts, ([title, abstract], index) => {
		const text = readNames(title, abstract, lexicon);
		const claims = claimOdds(text, nameWeights.introduced);
		return { text, claims, firstSeen: `2025-03-${10 + (index % 9)}` };
	});

const seeds = readPapers(seedAbstracts);
const birds = readPapers([
	['Birds', 'Sparrow. It flies.'],
	['Cats', 'Sparrow. It is eaten.'],
	['Dogs', 'They see a sparrow.'],
]);
const half = seeds.length / 2;

test.each([
	['and in more', seeds.slice(0, half), seeds],
	['and in others', seeds.slice(0, half), seeds.slice(half)],
	['with one more and one less', seeds.slice(0, half), seeds.slice(1, half + 1)],
	['and in two that have the form', birds.slice(0, 1), birds.slice(0, 2)],
	['and in those that have it in lower case', birds.slice(0, 2), birds],
])('in some papers %s, a form with the same evidence has the same odds', (_case, some, others) => {
	const known = new Map<string, FormOdds>();
	let met = 0;
	const keepOdds: KeepOdds = (evidence, make) => {
		const key = evidence.join('\n');
		const made = make();
		if (known.has(key)) met++;
		expect(known.get(key) ?? made, key).toEqual(made);
		known.set(key, made);
		return made;
	};
	for (const papers of [some, others]) {
		const evidence = { tally: tallyNames(papers.map(({ text }) => text)), lists, lexicon };
		judgeNames(papers, evidence, nameWeights, keepOdds);
	}
	expect(met).toBeGreaterThan(0);
});
