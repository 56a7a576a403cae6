import { describe, expect, test } from 'vitest';
import { readState, writeState } from '../../src/components/search-state.ts';

describe('search state', () => {
	test.each([
		['', { query: '', when: [] }],
		['?q=linear+attention', { query: 'linear attention', when: [] }],
		['?q=O%28n%5E2%29&when=2025&when=2025-03', { query: 'O(n^2)', when: ['2025', '2025-03'] }],
	])('%s', (search, state) => {
		expect(readState(search)).toEqual(state);
		expect(writeState(state)).toBe(search);
	});

	test('leaves out what is no year or month', () => {
		expect(readState('?when=now&when=2025-3').when).toEqual([]);
	});
});
