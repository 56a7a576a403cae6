import { describe, expect, test } from 'vitest';
import { parseQuery, replaceWord, withoutQuotes } from '../../../src/search/engine/query.ts';

const nothing = { words: [], symbols: [], phrases: [] };

describe('parseQuery', () => {
	test.each([
		['linear attention', { words: ['linear', 'attention'] }],
		['GPT-4, “Poincaré”!', { words: ['GPT-4'], phrases: [['poincare']] }],
		['"long context" mamba', { words: ['mamba'], phrases: [['long', 'context']] }],
		// Not closed yet: no phrase yet.
		['"long context', { words: ['long', 'context'] }],
		// A formula goes on over its spaces.
		['O(n log n) time', { words: ['time'], symbols: ['O(n log n)'] }],
		['C++ F* k 15times R^d', { words: ['k'], symbols: ['C++', 'F*', '15times', 'R^d'] }],
		['"in O(n^2) time"', { symbols: ['O(n^2)'], phrases: [['in'], ['time']] }],
		['χ²-divergence', { words: ['divergence'], symbols: ['χ²'] }],
		['O(n-1)', { symbols: ['O(n-1)'] }],
		[' – ( ', {}],
		// What an office program takes for a formula is a title.
		['=HYPERLINK("evil")', { words: ['HYPERLINK("evil")'] }],
	])('%s', (query, expected) => {
		expect(parseQuery(query)).toMatchObject({ ...nothing, ...expected, excluded: nothing });
	});

	test.each([
		['mamba -survey', { words: ['survey'] }],
		['-survey', { words: ['survey'] }],
		['mamba -"long context" -C++', { symbols: ['C++'], phrases: [['long', 'context']] }],
		// What is quoted is wanted.
		['"mamba -vision"', {}],
		['"mamba -vision" -survey', { words: ['survey'] }],
		// Between words, and before a space, it is a hyphen or a dash.
		['k-means - and', {}],
	])('leaves out what stands behind a minus: %s', (query, excluded) => {
		expect(parseQuery(query).excluded).toEqual({ ...nothing, ...excluded });
	});

	test('may go on where it does not end with a space or a sign', () => {
		const open = ['mamb', 'mamba ', 'mamba?', '-surv', ''].map(
			(query) => parseQuery(query).isOpen,
		);
		expect(open).toEqual([true, false, false, false, false]);
	});
});

describe('withoutQuotes', () => {
	test.each([
		['"long context" mamba', 'long context mamba'],
		['a "b', 'a "b'],
	])('%s', (query, expected) => {
		expect(withoutQuotes(query)).toBe(expected);
	});
});

describe('replaceWord', () => {
	test.each([
		['music transfomer', 'transfomer', 'transformer', 'music transformer'],
		// The word, not the same letters in another.
		['format for', 'for', 'four', 'format four'],
		['"long contxt" x', 'contxt', 'context', '"long context" x'],
		// As it is looked up, without its capital or its accent.
		['"Attenton sinks"', 'attenton', 'attention', '"attention sinks"'],
		['"Poincarré maps"', 'poincarre', 'poincaré', '"poincaré maps"'],
		['paths ths-attention', 'ths', 'the', 'paths the-attention'],
		['linear attention', 'nowhere', 'x', 'linear attention'],
	])('%s', (query, word, better, expected) => {
		expect(replaceWord(query, word, better)).toBe(expected);
	});
});
