import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Day } from '../../../src/model/id.ts';
import { keptSearches, storeSearches } from '../../../src/saved/kept-searches.ts';
import {
	forgetSearches,
	recentSearches,
	rememberSearch,
} from '../../../src/search/browser/recent-searches.ts';
import { fakeStorage } from '../../support/fake-storage.ts';

const store = (storage: Storage) => vi.stubGlobal('localStorage', storage);

afterEach(() => {
	vi.unstubAllGlobals();
});

describe('recent searches', () => {
	test('are the newest first, each once, and no more than six', () => {
		store(fakeStorage());
		for (const query of ['a', 'b', ' c ', 'a', '', ' ']) rememberSearch(query);
		expect(recentSearches()).toEqual(['a', 'c', 'b']);
		for (const number of [1, 2, 3, 4, 5]) rememberSearch(`query ${number}`);
		expect(recentSearches()).toHaveLength(6);
		forgetSearches();
		expect(recentSearches()).toEqual([]);
		expect(Object.keys(localStorage)).toEqual([]);
	});

	test.each(['no JSON', '{"a":1}', 'null'])('are none where %s is stored', (text) => {
		store(fakeStorage());
		rememberSearch('a');
		const [key] = Object.keys(localStorage);
		store(fakeStorage({ [key!]: text }));
		expect(recentSearches()).toEqual([]);
	});

	test('leave the searches that a reader keeps alone', () => {
		store(fakeStorage());
		const kept = [{ search: '?q=a', until: '2025-03-11' as Day }];
		storeSearches(kept);
		rememberSearch('b');
		expect([keptSearches(), recentSearches()]).toEqual([kept, ['b']]);
	});

	test('are none where nothing can be stored', () => {
		store(fakeStorage({}, 0));
		rememberSearch('a');
		expect(recentSearches()).toEqual([]);
		vi.stubGlobal('localStorage', undefined);
		rememberSearch('a');
		expect(recentSearches()).toEqual([]);
	});
});
