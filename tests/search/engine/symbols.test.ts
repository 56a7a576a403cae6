import { describe, expect, test } from 'vitest';
import { readSymbol } from '../../../src/search/engine/symbols.ts';
import { packRising } from '../../../src/search/number-steps.ts';

const symbols = Object.fromEntries(
	Object.entries({ 'o(n^2)': [3, 9], 'n^2d': [4], 'specdec++': [1], 'f*': [7] }).map(
		([symbol, papers]) => [symbol, packRising(papers)],
	),
);

describe('readSymbol', () => {
	test.each([
		['O(n²)', [3, 9]],
		['O(n^{2})', [3, 9]],
		['F*', [7]],
		// Within another, from where a name may begin.
		['n^2', [3, 9, 4]],
	])('%s is in papers %j', (symbol, papers) => {
		const reading = readSymbol(symbols, symbol);
		expect([...reading.papers]).toEqual(papers);
		expect(reading.unknown).toEqual([]);
	});

	test.each([
		// Not in `SpecDec++`.
		['C++', []],
		['O(n^3)', ['o(n^2)']],
		['SpecDec*+', ['specdec++']],
	])('no paper has %s; nearest is %j', (symbol, nearest) => {
		const { papers, unknown } = readSymbol(symbols, symbol);
		expect(papers.size).toBe(0);
		expect(unknown).toEqual([{ word: symbol, nearest }]);
	});
});
