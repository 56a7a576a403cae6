import { describe, expect, test } from 'vitest';
import { raiseScripts } from '../../src/components/search-client.ts';

describe('raiseScripts', () => {
	test.each([
		['O(n^2)', 'O(n²)'],
		['n^{-1} and k^d', 'n⁻¹ and kᵈ'],
		// What Unicode cannot raise stays.
		['n^{1.5}', 'n^{1.5}'],
		['plain words', 'plain words'],
	])('%s', (query, expected) => {
		expect(raiseScripts(query)).toBe(expected);
	});
});
