import { assert, nat, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { packNumbers, unpackNumbers } from '../../src/search/number-steps.ts';

test('numbers come out as they went in', () => {
	assert(
		property(uniqueArray(nat()), (numbers) => {
			const sorted = numbers.toSorted((a, b) => a - b);
			expect(unpackNumbers(packNumbers(sorted))).toEqual(sorted);
		}),
	);
});
