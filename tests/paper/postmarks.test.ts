import { describe, expect, test } from 'vitest';
import type { DigestId } from '../../src/model/id.ts';
import { postmarks } from '../../src/paper/postmarks.ts';

const ids = (...days: string[]) => days as DigestId[];
const archive = (days: readonly DigestId[]) =>
	new Map(days.map((id, index) => [id, { number: index + 1 }]));
const manyDays = Array.from({ length: 61 }, (_, index) => {
	const month = String(Math.floor(index / 28) + 1).padStart(2, '0');
	return `2025-${month}-${String((index % 28) + 1).padStart(2, '0')}`;
});

describe('a paper’s postmarks', () => {
	test('are one place a digest in a small archive, and places for those to come', () => {
		const digests = archive(ids('2025-03-11', '2025-03-11-2', '2025-03-13', '2025-04-28'));
		expect(postmarks(ids('2025-03-11-2', '2025-04-28'), digests)).toEqual({
			places: 10,
			seen: [1, 3],
		});
	});

	test('are one place a month of the years of a large one, also for months without a digest', () => {
		const digests = archive(ids('2024-11-30', ...manyDays));
		expect(
			postmarks(ids('2024-11-30', '2025-01-01', '2025-01-02', '2025-03-05'), digests),
		).toEqual({ places: 24, seen: [10, 12, 14] });
	});

	test.each([ids('2025-04-28'), ids('2025-12-31', '2025-12-31-2')])(
		'stay as they are when digests of the same year come: %s',
		(...later) => {
			const seen = ids('2025-01-02', '2025-03-05');
			const before = postmarks(seen, archive(ids(...manyDays)));
			expect(postmarks(seen, archive(ids(...manyDays, ...later)))).toEqual(before);
		},
	);
});
