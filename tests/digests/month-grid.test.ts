import { expect, test } from 'vitest';
import { monthGrid } from '../../src/digests/month-grid.ts';
import type { DigestSummary } from '../../src/model/digest-view.ts';

const digest = (id: string): DigestSummary =>
	({ id, day: id.slice(0, 10) }) as unknown as DigestSummary;

test.each([
	// A Thursday in a leap year; a Monday; a Sunday.
	['2024-02', 4, 29],
	['2024-07', 1, 31],
	['2025-06', 7, 30],
])('%s begins in column %i and has %i days', (month, column, days) => {
	const grid = monthGrid(month, []);
	expect([grid.firstColumn, grid.days.length]).toEqual([column, days]);
});

test('a day has all its digests', () => {
	const { days } = monthGrid('2024-02', [digest('2024-02-29'), digest('2024-02-29-2')]);
	expect(days.at(-1)?.digests.map(({ id }) => id)).toEqual(['2024-02-29', '2024-02-29-2']);
	expect(days.filter(({ digests }) => digests.length > 0)).toHaveLength(1);
});
