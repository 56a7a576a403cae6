import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paperLinks } from '../../../src/enrich/paper-links.ts';
import { genericNames } from '../../../src/enrich/systems/generic-names.ts';
import { introducedSystem, isCoined } from '../../../src/enrich/systems/introduced-system.ts';
import { readLexicon } from '../../../src/files.ts';
import { restore } from '../../support/lexicon.ts';
import { root } from '../../support/run-script.ts';
import { seedAbstracts } from '../../support/seed-texts.ts';

const lexicon = await readLexicon();

/** What a person found in a paper of the seeds. */
interface Facts {
	readonly title: string;
	readonly system: string | null;
	readonly aliases: readonly string[];
	readonly links: readonly string[];
}

const facts = readFileSync(join(root, 'tests/fixtures/paper-facts.jsonl'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Facts);

function folded(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^a-z0-9+]/g, '');
}

describe('introducedSystem', () => {
	test.each([
		['LMUFormer: Low Complexity Spiking Model', 'Transformers are slow.', 'LMUFormer'],
		[
			'Simple Models',
			'We propose a novel Edit-Invariant Sequence Loss (EISL), which computes.',
			'EISL',
		],
		['Edits', 'We develop a synthetic data algorithm called LintSeq. It helps.', 'LintSeq'],
		['Languages', 'Here we term in context language learning (ICLL).', 'ICLL'],
		['Hydra: Draft Heads', 'Drafting is slow. With Hydra it is fast.', 'Hydra'],
		// A kind of thing is no name, whoever proposes it.
		['Better Models', 'We propose to employ Hidden Markov Models (HMMs) for it.', undefined],
		['Losses', 'We present a discourse-aware TS approach that splits.', undefined],
		[
			'Mission: Impossible Language Models',
			'We develop synthetic impossible languages.',
			undefined,
		],
		['A Survey of Mamba', 'This paper presents a review of Mamba.', undefined],
	])('%s', (title, abstract, name) => {
		expect(introducedSystem(title, abstract, lexicon)?.name).toBe(name);
	});

	test('finds on the seeds what a person found: precision 97 %, recall 85 %', () => {
		let [right, wrong, all] = [0, 0, 0];
		for (const { title, system, aliases } of facts) {
			const found = introducedSystem(
				restore(title).plain,
				restore(seedAbstracts.get(title)!).plain,
				lexicon,
			);
			const names =
				system === null
					? []
					: [system, ...aliases].map((name) => folded(name.replace('^', '')));
			if (system !== null) all++;
			if (found && names.includes(folded(found.name))) right++;
			else if (found) wrong++;
		}
		expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.97);
		expect(right / all).toBeGreaterThanOrEqual(0.85);
	});

	test('a word of the stop list is never coined', () => {
		for (const name of ['LLM', 'LLMs', 'RNNs', 'GPU', 'KV-cache', 'FP8'])
			expect(isCoined(name, lexicon)).toBe(false);
		for (const name of ['GSM++', 'LaMamba-Diff', 'StreamingLLM', 'GPT-4', 'M2R2'])
			expect(isCoined(name, lexicon)).toBe(true);
		expect(genericNames.size).toBeGreaterThan(150);
	});
});

describe('paperLinks', () => {
	test('finds on the seeds every link that a person found', () => {
		const bare = (url: string) => url.replace(/\.git$|\/$/g, '');
		for (const { title, links } of facts) {
			const found = paperLinks(restore(seedAbstracts.get(title)!).spans).map(({ url }) =>
				bare(url),
			);
			expect(found.toSorted(), title).toEqual(links.map(bare).toSorted());
		}
	});

	test.each([
		['at https://github.com/a/b.git.', [{ url: 'https://github.com/a/b', kind: 'code' }]],
		[
			'at https://huggingface.co/datasets/a/b',
			[{ url: 'https://huggingface.co/datasets/a/b', kind: 'data' }],
		],
		['at https://huggingface.co/a/b', [{ url: 'https://huggingface.co/a/b', kind: 'model' }]],
		[
			'at https://a.github.io/ and http://www.a.github.io',
			[{ url: 'https://a.github.io/', kind: 'project' }],
		],
		['see https://arxiv.org/abs/2501.00001', []],
	])('%s', (text, links) => {
		expect(paperLinks(restore(text).spans)).toEqual(links);
	});
});
