import { describe, expect, test } from 'vitest';
import { isNarrowed, readState, writeState } from '../../../src/search/engine/state.ts';

const none = { when: [], digest: [], topic: [], system: [], code: [] };

describe('search state', () => {
	test.each([
		['?q=x&saved=1', { query: 'x', chosen: none, sort: 'relevance', isSaved: true }],
		['', { query: '', chosen: none, sort: 'relevance', isSaved: false }],
		[
			'?q=linear+attention',
			{ query: 'linear attention', chosen: none, sort: 'relevance', isSaved: false },
		],
		[
			'?q=O%28n%5E2%29&when=2025&when=2025-03&sort=newest',
			{
				query: 'O(n^2)',
				chosen: { ...none, when: ['2025', '2025-03'] },
				sort: 'newest',
				isSaved: false,
			},
		],
		[
			'?digest=2025-03-11-2&topic=Long+context&system=C%2B%2B+%26+co&code=yes',
			{
				query: '',
				chosen: {
					when: [],
					digest: ['2025-03-11-2'],
					topic: ['Long context'],
					system: ['C++ & co'],
					code: ['yes'],
				},
				sort: 'relevance',
				isSaved: false,
			},
		],
	])('%s', (search, state) => {
		expect(readState(search)).toEqual(state);
		expect(writeState(readState(search))).toBe(search);
	});

	test('leaves out what it does not understand', () => {
		const state = readState(
			'?when=now&when=2025-3&when=2025-13&topic=&topic=A&topic=A&sort=size&x=1',
		);
		expect(state.chosen).toEqual({ ...none, topic: ['A'] });
		expect(state.sort).toBe('relevance');
	});

	test('is narrowed by anything that is chosen, not by a query', () => {
		expect(isNarrowed(readState('?q=mamba&sort=newest'))).toBe(false);
		expect(isNarrowed(readState('?code=yes'))).toBe(true);
	});
});
