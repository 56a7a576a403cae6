import { array, assert, nat, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import {
	packNumbers,
	packRising,
	unpackNumbers,
	unpackRising,
} from '../../src/search/number-steps.ts';

test('numbers come out as they went in', () => {
	assert(
		property(array(nat()), (numbers) => {
			expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
		}),
	);
	assert(
		property(uniqueArray(nat()), (numbers) => {
			const sorted = numbers.toSorted((a, b) => a - b);
			expect(unpackRising(packRising(sorted))).toEqual(sorted);
		}),
	);
});

test('a small number is one character, and JSON escapes none', () => {
	const all = Array.from({ length: 2_000 }, (_, number) => number);
	expect(packNumbers(all.slice(0, 80))).toHaveLength(80);
	expect(packNumbers([80, 1_119])).toHaveLength(4);
	expect(JSON.stringify(packNumbers(all))).toBe(`"${packNumbers(all)}"`);
});
