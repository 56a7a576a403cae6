import { expect, test } from 'vitest';
import { similarity } from '../../src/archive/similarity.ts';

test.each([
	['a b c', 'a b c', 1],
	// Two of three pairs each.
	['a b c d', 'b c d e', 2 / 3],
	['a b c', 'a c b', 0],
	// A pair counts once.
	['a b a b', 'a b', 2 / 3],
	['The Ｃat, sat.', 'the cat sat', 1],
	// Without a pair there is nothing that differs.
	['', '', 1],
	['word', 'other', 1],
	['word', 'two words', 0],
])('%j and %j have %d in common', (left, right, expected) => {
	expect(similarity(left, right)).toBeCloseTo(expected);
	expect(similarity(right, left)).toBeCloseTo(expected);
});
