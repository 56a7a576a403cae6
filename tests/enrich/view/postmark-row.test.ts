import { describe, expect, test } from 'vitest';
import { postmarkRow } from '../../../src/enrich/view/postmark-row.ts';
import type { DigestId } from '../../../src/model/id.ts';

const ids = (...days: string[]) => days as DigestId[];
const manyDays = Array.from({ length: 61 }, (_, index) => {
	const month = String(Math.floor(index / 28) + 1).padStart(2, '0');
	return `2025-${month}-${String((index % 28) + 1).padStart(2, '0')}`;
});

describe('the row of postmarks', () => {
	test.each([
		[0, 0],
		[1, 10],
		[10, 10],
		[11, 20],
		[60, 60],
	])('of %i digests has %i places', (count, places) => {
		const row = postmarkRow(ids(...manyDays.slice(0, count)));
		expect(row).toEqual({ unit: 'digest', firstYear: count === 0 ? 0 : 2025, places });
	});

	test('of more has one for each month of their years, also for months without a digest', () => {
		expect(postmarkRow(ids('2023-11-30', ...manyDays))).toEqual({
			unit: 'month',
			firstYear: 2023,
			places: 36,
		});
	});

	test.each([ids('2025-04-28'), ids('2025-12-31', '2025-12-31-2')])(
		'stays as it is when digests of the same year come: %s',
		(...later) => {
			expect(postmarkRow(ids(...manyDays, ...later))).toEqual(postmarkRow(ids(...manyDays)));
		},
	);
});
