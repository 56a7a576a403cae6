import { describe, expect, test } from 'vitest';
import type { DigestId } from '../../src/model/id.ts';
import { topicSeries } from '../../src/named/topic-series.ts';

/** One digest a day from the first of January 2025 on, in months of 28 days. */
const digests = (count: number) =>
	Array.from({ length: count }, (_, index) => {
		const month = String(Math.floor(index / 28) + 1).padStart(2, '0');
		return { id: `2025-${month}-${String((index % 28) + 1).padStart(2, '0')}` as DigestId };
	});

describe('how often a topic was written on', () => {
	test('is told by digest in a small archive', () => {
		expect(topicSeries(digests(2), [3, 0])).toEqual({
			unit: 'digest',
			points: [
				{ name: '1 January 2025', papers: 3 },
				{ name: '2 January 2025', papers: 0 },
			],
		});
	});

	test('is told by month in a large one, where a digest without the topic changes nothing', () => {
		const perDigest = Array.from({ length: 61 }, () => 1);
		const series = topicSeries(digests(61), perDigest);
		expect(series).toEqual({
			unit: 'month',
			points: [
				{ name: 'January 2025', papers: 28 },
				{ name: 'February 2025', papers: 28 },
				{ name: 'March 2025', papers: 5 },
			],
		});
		expect(topicSeries(digests(62), [...perDigest, 0])).toEqual(series);
	});
});
