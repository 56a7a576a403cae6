import { readFile } from 'node:fs/promises';
import wordListPath from 'word-list';
import { expect, test } from 'vitest';
import { sortedWords } from '../../src/disk/sorted-words.ts';
import { times } from '../support/sizes.ts';

const list = await readFile(wordListPath, 'utf8');

test('every word of the list is known, whichever two are the wrong way round', () => {
	const { has } = sortedWords(list);
	expect(list.split('\n').filter((word) => !has(word))).toEqual([]);
});

test('no other word is known', () => {
	const words = new Set(list.split('\n'));
	const { has } = sortedWords(list);
	const some = [...words].filter((_, index) => index % times(5, 1) === 0);
	const others = some.flatMap((word) => [`${word}q`, word.slice(1), word.toUpperCase()]);
	expect(others.filter((word) => has(word) !== words.has(word))).toEqual([]);
	expect(['', '~', 'ünder', 'zzzz'].filter(has)).toEqual([]);
});
