import { describe, expect, test } from 'vitest';
import { addPapers, noTerms } from '../../../src/search/build/direct-terms.ts';
import { indexTerms } from '../../../src/search/build/term-index.ts';
import { allOf, papersOf } from '../open-engine.ts';

const explaining = 'We use mixture of experts (MoE) here.';

/** Which papers have, or mean, a term: `['0 1', '2']` where paper 2 only means it. */
function papersWith(term: string, ...abstracts: readonly string[]) {
	const papers = papersOf(...abstracts.map((abstract) => ['A title', abstract] as const));
	const found = indexTerms(papers).terms.get(term);
	let next = 0;
	const all = (found?.papers ?? []).map((paper) => {
		const times = found!.places[next]!;
		next += 1 + times;
		return { paper, isOwn: times > 0 };
	});
	const list = (isOwn: boolean) =>
		all.filter((one) => one.isOwn === isOwn).map(({ paper }) => paper);
	return { own: list(true), meant: list(false) };
}

describe('a paper means', () => {
	test('the words of an acronym that it has', () => {
		expect(papersWith('expert', 'MoE grows.', explaining, 'An expert.', 'A moe.')).toEqual({
			own: [1, 2],
			meant: [0, 3],
		});
	});

	test('the acronym of words that it has side by side', () => {
		const apart = 'A mixture of many experts.';
		const beside = 'Many a mixture of experts.';
		expect(papersWith('moe', apart, beside, explaining, apart)).toEqual({
			own: [2],
			meant: [1],
		});
	});
});

test('papers that are added to others are indexed as all at once are', () => {
	const texts = [explaining, 'MoE layers.', 'Large language models (LLMs).', 'An LLM of $x^2$.'];
	const papers = papersOf(...texts.map((abstract) => ['Mixture of experts', abstract] as const));
	for (let known = 0; known <= papers.length; known++) {
		const direct = noTerms();
		addPapers(direct, papers.slice(0, known));
		expect(allOf(indexTerms(papers, direct))).toEqual(allOf(indexTerms(papers)));
	}
});
