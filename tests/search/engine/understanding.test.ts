import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { understand } from '../../../src/search/engine/understanding.ts';
import { vocabularyOf } from '../../../src/search/engine/vocabulary.ts';
import { packNumbers } from '../../../src/search/number-steps.ts';
import { packWords } from '../../../src/search/word-file.ts';

const magnitudes = {
	attention: 8,
	divergence: 2,
	fuse: 1,
	linear: 5,
	mamba: 4,
	mamba2: 2,
	of: 9,
	the: 9,
	transformer: 7,
	long: 5,
};
const words = packWords(
	Object.entries(magnitudes).map(([word, magnitude]) => ({ word, magnitude })),
);
const symbols = { 'o(n)': packNumbers([1, 5]), s: packNumbers([2]), 'χ^2': packNumbers([7]) };
const vocabulary = vocabularyOf([{ words, names: {} }], { symbols, common: ['a'] });
// So that `of` and `the`, in 512 papers or more, are in most.
const papers = 600;
const understood = (query: string) => understand(parseQuery(query), vocabulary, papers);

describe('a query is understood', () => {
	test.each([
		['linear attention', { loose: ['linear', 'attention'], joined: ['linear', 'attention'] }],
		// The index may have it in one word only.
		['Transformer-Mamba', { loose: ['transformer', 'mamba'], joined: ['transformermamba'] }],
		['the attention of Mamba', { loose: ['attention', 'mamba'] }],
		// Nothing else is asked for.
		['of the', { loose: ['of', 'the'] }],
		[
			'"linear attention" mamba',
			{ loose: ['mamba', 'linear', 'attention'], phrases: [['linear', 'attention']] },
		],
		['O(n) attention', { loose: ['attention'], symbols: [new Set([1, 5])] }],
		['let s fuse', { letters: [new Set([2])] }],
		['χ²-divergence', { loose: ['divergence'], symbols: [new Set([7])], unknown: [] }],
		[
			'transfomer',
			{ loose: ['transformer'], unknown: [{ word: 'transfomer', nearest: ['transformer'] }] },
		],
		['longmamba', { loose: ['long', 'mamba'], joined: ['long', 'mamba'] }],
		['zzyzzyx', { loose: [], isEmpty: true, unknown: [{ word: 'zzyzzyx', nearest: [] }] }],
		// A letter that all papers have is said to be where nothing else is asked for.
		['a', { isEmpty: true, common: ['a'] }],
		['a mamba', { loose: ['mamba'], common: [] }],
	])('%s', (query, expected) => {
		expect(understood(query)).toMatchObject(expected);
	});

	test('with marks on what tells papers apart, and on a phrase as a whole', () => {
		const { terms } = understood('"linear attention" of mamba O(n)');
		expect(terms).toEqual({
			words: ['mamba'],
			symbols: ['o(n)'],
			phrases: [['linear', 'attention']],
		});
	});
});
