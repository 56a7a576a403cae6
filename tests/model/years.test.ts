import { describe, expect, test } from 'vitest';
import { formatYears, isIn, parseYears } from '../../src/model/years.ts';

describe('years', () => {
	test.each(['2024', '2024-2025'])('%s are read, and written as they were', (text) => {
		expect(formatYears(parseYears(text)!)).toBe(text);
	});

	test.each(['', '24', '2024-', '2024-25', '2024, 2025', '2024-2025-2026', ' 2024'])(
		'“%s” are none',
		(text) => {
			expect(parseYears(text)).toBeUndefined();
		},
	);

	test('have both ends among them', () => {
		const years = parseYears('2024-2025')!;
		const days = ['2023-12-31', '2024-01-01', '2025-12-31-2', '2026-01-01'];
		expect(days.map((day) => isIn(years, day))).toEqual([false, true, true, false]);
	});
});
