import { assert, constantFrom, nat, property, stringMatching, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../src/search/engine/edit-distance.ts';

describe('editDistance', () => {
	test.each([
		['transformer', 'transformer', 0],
		['transfomer', 'transformer', 1],
		['mmaba', 'mamba', 1],
		['lmufromer', 'lmuformer', 1],
		['atention', 'retention', 2],
		['mamba', 'hydra', 3],
		['a', 'abcdefgh', 3],
	])('%s and %s: %d', (a, b, distance) => {
		expect(editDistance(a, b, 2)).toBe(distance);
		expect(editDistance(b, a, 2)).toBe(distance);
	});

	test('one slip is never more than one', () => {
		const slip = tuple(stringMatching(/^[a-d]{2,12}$/), nat(), constantFrom('x', 'a'));
		assert(
			property(slip, ([word, place, letter]) => {
				const at = place % (word.length - 1);
				const [before, after] = [word.slice(0, at), word.slice(at)];
				const swapped = before + after[1]! + after[0]! + after.slice(2);
				for (const other of [before + letter + after, before + after.slice(1), swapped])
					expect(editDistance(word, other, 2)).toBeLessThanOrEqual(1);
			}),
		);
	});
});
