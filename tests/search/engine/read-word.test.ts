import { expect, test } from 'vitest';
import { readWord } from '../../../src/search/engine/read-word.ts';
import type { TermStore } from '../../../src/search/engine/term-store.ts';

const word = (isOpen: boolean) => ({ text: 'models', part: 'models', offset: 0, isOpen });

const spell = async (text: string) => ({ word: text, nearest: [] });

/** A store that never answers, and what it was asked for. */
function silentStore() {
	const asked: string[] = [];
	const ask = (what: string) => (text: string) => {
		asked.push(`${what} ${text}`);
		return new Promise<never>(() => {});
	};
	const store: TermStore = {
		table: ask('table').bind(undefined, ''),
		hits: ask('hits'),
		beginning: ask('beginning'),
		places: ask('places'),
		isWide: ask('isWide'),
		fetchPlaces: ask('fetchPlaces'),
	};
	return { store, asked };
}

test('a word that may go on is looked up as it is and as a beginning at once', () => {
	const { store, asked } = silentStore();
	void readWord(word(true), store, spell);
	expect(asked).toEqual(['hits model', 'beginning models']);
});

test('of a word that does not go on nothing is asked but itself, as long as papers may have it', () => {
	const { store, asked } = silentStore();
	void readWord(word(false), store, spell);
	expect(asked).toEqual(['hits model']);
});
