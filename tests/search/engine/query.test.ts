import { describe, expect, test } from 'vitest';
import { parseQuery, replaceWord, splitSymbol } from '../../../src/search/engine/query.ts';

describe('parseQuery', () => {
	test.each([
		['linear attention', { words: ['linear', 'attention'] }],
		['GPT-4, “Poincaré”!', { words: ['GPT-4'], phrases: [['poincare']] }],
		['"long context" mamba', { words: ['mamba'], phrases: [['long', 'context']] }],
		// Not closed yet: no phrase yet.
		['"long context', { words: ['long', 'context'] }],
		// A formula goes on over its spaces.
		['O(n log n) time', { words: ['time'], symbols: ['O(n log n)'] }],
		['C++ F* k 15times R^d', { symbols: ['C++', 'F*', 'k', '15times', 'R^d'] }],
		['"in O(n^2) time"', { symbols: ['O(n^2)'], phrases: [['in'], ['time']] }],
		[' – ( ', {}],
	])('%s', (query, expected) => {
		expect(parseQuery(query)).toEqual({ words: [], symbols: [], phrases: [], ...expected });
	});
});

describe('replaceWord', () => {
	test.each([
		['music transfomer', 'transfomer', 'transformer', 'music transformer'],
		// The word, not the same letters in another.
		['format for', 'for', 'four', 'format four'],
		['"long contxt" x', 'contxt', 'context', '"long context" x'],
	])('%s', (query, word, better, expected) => {
		expect(replaceWord(query, word, better)).toBe(expected);
	});
});

describe('splitSymbol', () => {
	test.each([
		['χ²-divergence', { words: ['divergence'], symbols: ['χ²'] }],
		['O(n-1)', { words: [], symbols: [] }],
	])('%s', (chunk, expected) => {
		expect(splitSymbol(chunk)).toEqual(expected);
	});
});
