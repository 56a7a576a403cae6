import { describe, expect, test } from 'vitest';
import { findTopics, type FoldedDecisions } from '../../../src/enrich/names/find-topics.ts';
import type { PaperId } from '../../../src/model/id.ts';
import { phraseKey } from '../../../src/text/words.ts';

const none: FoldedDecisions = { names: new Map(), merged: new Map(), forbidden: new Set() };

/** Papers on other things, so that three of them are few. */
const others = Array.from(
	{ length: 40 },
	(_, index) => `Paper ${index} speaks of matters w${index}x and v${index}y alone.`,
);

function topicsOf(abstracts: readonly string[], decisions = none) {
	const papers = [...abstracts, ...others].map((abstract, index) => ({
		id: `p${index}` as PaperId,
		title: 'Title',
		abstract,
	}));
	return findTopics(papers, decisions).map(({ name, papers: holders }) => [name, holders.length]);
}

describe('findTopics', () => {
	test('merges forms: hyphen, case, plural', () => {
		expect(
			topicsOf([
				'On state-space models.',
				'A State Space Model is fast.',
				'With state space models.',
			]),
		).toEqual([['state space model', 3]]);
	});

	test('counts a paper that has the hyphen, or the abbreviation that others explain', () => {
		expect(
			topicsOf([
				'On length generalization.',
				'With length generalization.',
				'It shows length generalization.',
				'Length-generalization is rare.',
			]),
		).toEqual([['length generalization', 4]]);
		expect(
			topicsOf([
				'A mixture of experts (MoE) is sparse.',
				'The mixture of experts (MoE) routes.',
				'Any mixture of experts.',
				'Two MoEs are compared.',
			]),
		).toEqual([['mixture of experts', 4]]);
	});

	test('generation and generalization are two', () => {
		const texts = ['Of text generation.', 'With text generation.', 'On text generalization.'];
		expect(topicsOf(texts)).toEqual([]);
	});

	test('a named phrase counts wherever it stands, of one word too, within a sentence', () => {
		const names = new Map([
			[phraseKey('quantization'), 'quantization'],
			[phraseKey('long context'), 'long context'],
		]);
		const texts = [
			'Of quantization. It is for long contexts.',
			'With Quantization, long-context models are small.',
			'Quantization of all. A long context.',
			'It is long. Context matters, as do quantizers that last so long, contexts too.',
		];
		expect(topicsOf(texts, { ...none, names })).toEqual([
			['quantization', 4],
			['long context', 3],
		]);
		expect(topicsOf(texts)).toEqual([]);
		expect(topicsOf(texts.slice(0, 2), { ...none, names })).toEqual([]);
	});

	test('needs three papers', () => {
		expect(topicsOf(['Of speculative decoding.', 'With speculative decoding.'])).toEqual([]);
		expect(
			topicsOf([
				'Of speculative decoding.',
				'With speculative decoding.',
				'On speculative decoding.',
			]),
		).toEqual([['speculative decoding', 3]]);
	});

	test('leaves out what is only ever part of a longer phrase', () => {
		const text = 'We study neural tangent kernel for it.';
		expect(topicsOf([text, text, text])).toEqual([['neural tangent kernel', 3]]);
	});

	test('does what a person decided', () => {
		const texts = ['Of beam search.', 'With beam search.', 'On ray search.'];
		const merged = new Map([[phraseKey('ray search'), phraseKey('beam search')]]);
		expect(topicsOf(texts, { ...none, merged })).toEqual([['beam search', 3]]);
		const names = new Map([[phraseKey('beam search'), 'Beam Search']]);
		expect(topicsOf(texts, { ...none, merged, names })).toEqual([['Beam Search', 3]]);
		const forbidden = new Set([phraseKey('beam search')]);
		expect(topicsOf(texts, { ...none, merged, forbidden })).toEqual([]);
	});
});
