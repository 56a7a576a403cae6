import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/id.ts';
import { firstSeenIn, topicPeriods } from '../../src/model/topic-periods.ts';

describe('topicPeriods', () => {
	const years = [
		{ id: '2024', months: [{ id: '2024-12', digests: [] }] },
		{
			id: '2025',
			months: [
				{ id: '2025-01', digests: [] },
				{ id: '2025-02', digests: [] },
			],
		},
	];

	test.each([
		[undefined, []],
		['years', ['2024', '2025']],
		['months', ['2024', '2024-12', '2025', '2025-01', '2025-02']],
	] as const)('a topic with %s has pages for %j', (pages, expected) => {
		expect(topicPeriods(pages, years)).toEqual(expected);
	});
});

test('papers are of the period in which they were first seen', () => {
	const papers = ['2024-12-31', '2025-01-01', '2025-11-01'].map((firstSeen) => ({
		firstSeen: firstSeen as Day,
	}));
	expect(firstSeenIn(papers, '2025')).toEqual(papers.slice(1));
	expect(firstSeenIn(papers, '2025-01')).toEqual([papers[1]]);
});
