import { expect, test } from 'vitest';
import { readLexicon } from '../../../../src/disk/content-folder.ts';
import { chooseForms } from '../../../../src/enrich/names/systems/choose-forms.ts';
import { letterReader } from '../../../../src/enrich/names/systems/form-odds.ts';
import { claimOdds } from '../../../../src/enrich/names/systems/introduced-names.ts';
import { nameJudge } from '../../../../src/enrich/names/systems/judge-names.ts';
import { logOdds, probability } from '../../../../src/enrich/names/systems/linear-model.ts';
import {
	heardFeatures,
	mentionFeatures,
	mostHeard,
	saidFeatures,
} from '../../../../src/enrich/names/systems/mentioned-names.ts';
import { formFeatures } from '../../../../src/enrich/names/systems/name-features.ts';
import { nameLists } from '../../../../src/enrich/names/systems/name-lists.ts';
import { tallyNames } from '../../../../src/enrich/names/systems/name-tally.ts';
import { nameWeights } from '../../../../src/enrich/names/systems/name-weights.ts';
import { formsAndPhrases, readNames } from '../../../../src/enrich/names/systems/read-names.ts';
import { nameKey } from '../../../../src/text/words.ts';
import { seedAbstracts } from '../../../support/seed-texts.ts';

const lexicon = await readLexicon();
const lists = nameLists({ names: [['Mamba', []]], not: ['GPU'], introduced: {} }, lexicon);
const readLetters = letterReader(lists, lexicon, nameWeights);
// One a day.
const papers = Array.from(seedAbstracts, ([title, abstract], index) => {
	const text = readNames(title, abstract, lexicon);
	return {
		text,
		claims: claimOdds(text, nameWeights.introduced),
		said: text.forms.map((form) => logOdds(saidFeatures(form), nameWeights.mentioned)),
		letters: readLetters(formsAndPhrases(text)),
		firstSeen: `2025-03-${10 + (index % 9)}`,
	};
});
const tally = tallyNames(papers.map(({ text }) => text));
const judged = nameJudge(
	papers,
	{ tally, lists },
	nameWeights,
)({
	hasAddress: () => false,
	heldBy: () => [],
});
const introduced = judged.flatMap(({ owns }) => owns.map(({ name }) => nameKey(name)));

/** What is known of the names of a paper from elsewhere. */
function evidenceOf(index: number) {
	const [own] = judged[index]!.owns;
	const introducedElsewhere = (key: string) =>
		introduced.filter((one) => one === key).length -
		Number(own !== undefined && nameKey(own.name) === key);
	return { own, introducedElsewhere, lists };
}

test('a paper names those of its forms that are likeliest by all that is said of them', () => {
	for (const [index, { text }] of papers.entries()) {
		const { owns, names } = judged[index]!;
		const evidence = evidenceOf(index);
		const all = text.forms.map((form) => {
			const features = {
				...formFeatures(form.form, form.isRun, { tally, lists, lexicon }),
				...mentionFeatures(form, evidence),
			};
			return { form, certainty: probability(logOdds(features, nameWeights.mentioned)) };
		});
		const expected = chooseForms(all, owns, lists).map(({ form, certainty }) => [
			form.form,
			certainty.toFixed(9),
		]);
		expect(names.map(({ form, certainty }) => [form.form, certainty.toFixed(9)])).toEqual(
			expected,
		);
	}
});

test('no form that its paper does not introduce gains more from elsewhere than the most', () => {
	const most = mostHeard(nameWeights.mentioned);
	for (const [index, { text }] of papers.entries()) {
		const evidence = evidenceOf(index);
		for (const form of text.forms) {
			if (evidence.own && nameKey(form.form) === nameKey(evidence.own.name)) continue;
			const heard = logOdds(heardFeatures(form, evidence), nameWeights.mentioned);
			expect(heard, form.form).toBeLessThanOrEqual(most);
		}
	}
});

test('names are judged by the addresses of the moment, whatever they were before', () => {
	const none = { hasAddress: () => false, heldBy: () => [] };
	const all = {
		hasAddress: () => true,
		heldBy: (index: number) => papers[index]!.text.forms.map(({ form }) => nameKey(form)),
	};
	const judgeAnew = () => nameJudge(papers, { tally, lists }, nameWeights);
	const judge = judgeAnew();
	for (const addresses of [none, { ...none, hasAddress: () => true }, all, none])
		expect(judge(addresses)).toEqual(judgeAnew()(addresses));
	expect(judge(all)).not.toEqual(judge(none));
});
