import { describe, expect, test } from 'vitest';
import {
	compareDigestIds,
	digestId,
	digestIdParts,
	isDay,
	isDigestId,
	isPaperId,
	type Day,
	type DigestId,
} from '../../src/model/id.ts';

describe('digest ids', () => {
	test.each([
		['2025-03-11', '2025-03-11', 1],
		['2025-03-11-2', '2025-03-11', 2],
		['2025-03-11-10', '2025-03-11', 10],
	] as const)('%s is number %s, %i', (id, day, number) => {
		expect(isDigestId(id)).toBe(true);
		expect(digestIdParts(id as DigestId)).toEqual({ day, number });
		expect(digestId(day as Day, number)).toBe(id);
	});

	test.each(['2025-03-11-1', '2025-03-11-02', '2025-02-29', '2025-3-11', '2025-03-11-2-2', ''])(
		'%s is none',
		(id) => {
			expect(isDigestId(id)).toBe(false);
		},
	);

	test('they are ordered by day, then by number', () => {
		const ids = ['2025-03-13', '2025-03-11-10', '2025-03-11-9', '2025-03-11'] as DigestId[];
		expect(ids.toSorted(compareDigestIds)).toEqual(ids.toReversed());
	});
});

describe('isDay', () => {
	test.each([
		['2024-02-29', true],
		['2025-02-29', false],
		['1900-02-29', false],
		['2000-02-29', true],
		['2025-04-31', false],
		['2025-00-10', false],
	])('%s: %s', (day, expected) => {
		expect(isDay(day)).toBe(expected);
	});
});

describe('isPaperId', () => {
	test.each([
		['k3v9q2x7mf', true],
		['k3v9q2x7m', false],
		['K3V9Q2X7MF', false],
		// Crockford's alphabet leaves out i, l, o and u.
		['k3v9q2x7mi', false],
		['k3v9q2x7mu', false],
	])('%s: %s', (id, expected) => {
		expect(isPaperId(id)).toBe(expected);
	});
});
