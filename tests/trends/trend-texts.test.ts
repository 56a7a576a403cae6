import { describe, expect, test } from 'vitest';
import { words } from '../../src/language/words.ts';
import { trendText } from '../../src/trends/trend-texts.ts';
import { trendNames, type DigestTrend, type Trends } from '../../src/model/trends.ts';

const empty: Trends = {
	digests: [],
	overlaps: [],
	returning: [],
	topics: [],
	stays: [],
	timesSeen: [],
};
const one: Trends = {
	...empty,
	digests: [{ id: '2025-03-11', day: '2025-03-11', fresh: 1, returning: 0 } as DigestTrend],
	stays: [{ from: 0, to: 0, papers: 1 }],
	timesSeen: [{ from: 1, to: 1, papers: 1 }],
};

describe('trendText', () => {
	test('has a sentence for every picture of an archive without anything', () => {
		expect(trendNames.map((name) => trendText(name, empty))).toEqual([
			'There is no digest yet.',
			'There is no digest yet.',
			'It takes two digests to compare.',
			'No paper has come back yet.',
			'No paper has been given a topic, so there is nothing to draw.',
			'There is no paper yet.',
			'There is no paper yet.',
		]);
	});

	test('tells one of a thing as one', () => {
		expect(trendText('calendar', one)).toMatch(/^1 digest on 11 March 2025\./);
		expect(trendText('newcomers', one)).toBe(
			'Of the 1 paper of 11 March 2025, 1 was new to the archive.',
		);
	});

	test.each([
		[1, 1, '1 day'],
		[7, 13, '7–13 days'],
		[224, undefined, '224 days or more'],
	])('from %s to %s is %s', (from, to, label) => {
		expect(words.trends.days(from, to)).toBe(label);
	});
});
