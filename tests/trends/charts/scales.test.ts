import { describe, expect, test } from 'vitest';
import { digestTicks, shadeScale } from '../../../src/trends/charts/scales.ts';
import type { DigestId } from '../../../src/model/id.ts';

/** Digests on end, from a day. */
const daily = (from: string, count: number) =>
	Array.from({ length: count }, (_, index) =>
		new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
	) as DigestId[];

describe('digestTicks', () => {
	test('names each digest where there are few, the second of a day by its number', () => {
		const ids = ['2025-03-11', '2025-03-11-2', '2025-03-13'] as DigestId[];
		expect(digestTicks(ids).map(({ label }) => label)).toEqual(['11 Mar', '(2)', '13 Mar']);
		expect(digestTicks(daily('2025-03-11', 5)).filter(({ minor }) => minor)).toEqual([]);
	});

	test('names months where there are many, with the year at the first and in January', () => {
		const ticks = digestTicks(daily('2024-10-30', 160));
		expect(ticks.map(({ label }) => label)).toEqual([
			'Nov 2024',
			'Dec',
			'Jan 2025',
			'Feb',
			'Mar',
		]);
	});

	test('keeps marks apart, also where months have few digests', () => {
		const ids = ['2024-09-28', '2024-10-02', '2024-10-05', '2024-11-01'].concat(
			daily('2024-12-01', 60),
		) as DigestId[];
		const ticks = digestTicks(ids);
		expect(ticks.map(({ label }) => label)).toEqual(['Oct 2024', 'Jan 2025']);
	});

	test.each([1, 5, 30, 60, 160, 1_000, 4_000])('names at most a dozen of %i', (count) => {
		const ticks = digestTicks(daily('2015-01-01', count));
		expect(ticks.length).toBeGreaterThan(0);
		expect(ticks.length).toBeLessThanOrEqual(12);
		expect(ticks.filter(({ minor }) => !minor).length).toBeLessThanOrEqual(5);
	});
});

describe('shadeScale', () => {
	test.each([0, 1, 2, 4, 5, 6, 24, 205, 240])('has for every count up to %i a shade', (most) => {
		const { shadeOf, steps } = shadeScale(most);
		expect(shadeOf(0)).toBe(0);
		for (let count = 1; count <= most; count++) {
			const step = steps.find(({ from, to }) => from <= count && count <= to);
			expect(shadeOf(count)).toBe(step!.shade);
			expect(shadeOf(count)).toBeGreaterThanOrEqual(Math.max(1, shadeOf(count - 1)));
		}
		expect(most === 0 || shadeOf(most) === 5).toBe(true);
	});
});
