import { array, assert, nat, property, record, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { packWords, unpackWords } from '../../src/search/word-file.ts';

test('words come out as they went in', () => {
	const word = record({
		word: stringMatching(/^[a-z0-9éßλ]{1,40}$/),
		magnitude: nat(20),
	});
	assert(
		property(array(word), (words) => {
			const sorted = words.toSorted((a, b) => (a.word < b.word ? -1 : 1));
			expect(unpackWords(packWords(sorted))).toEqual(sorted);
		}),
	);
	expect(
		packWords([
			{ word: 'mamba', magnitude: 2 },
			{ word: 'mamba2', magnitude: 3 },
		]),
	).toBe('0mambaC52D');
});
