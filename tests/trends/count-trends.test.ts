import { describe, expect, test } from 'vitest';
import { countTrends } from '../../src/trends/count-trends.ts';
import { digestIdParts, type Day, type DigestId } from '../../src/model/id.ts';
import type { PaperView } from '../../src/model/paper-view.ts';

const ids = ['2025-03-11', '2025-03-11-2', '2025-03-19', '2025-04-28'] as DigestId[];
const digests = ids.map((id) => ({ id, day: digestIdParts(id).day }));

/** A paper that the digests of these places printed, in this order. */
function paper(id: string, places: readonly number[], topics: readonly string[] = []): PaperView {
	const days = places.map((place) => digests[place]!.day);
	return {
		id,
		title: id.toUpperCase(),
		firstSeen: days[0],
		lastSeen: days.at(-1),
		topics: topics.map((name) => ({ slug: name.toLowerCase(), name })),
		appearances: places.map((place) => ({ digest: ids[place] })),
	} as unknown as PaperView;
}

const papers = [
	paper('a', [0], ['Speech']),
	paper('b', [0, 1, 3], ['Agents', 'Speech']),
	paper('c', [0, 3], ['Agents']),
	// Printed twice by one digest.
	paper('d', [1, 1, 2], ['Video']),
	paper('e', [3]),
];

describe('trends', () => {
	const result = countTrends(digests, papers);

	test('counts for each digest the papers new to the archive, and those seen before', () => {
		expect(result.digests.map(({ fresh, returning }) => [fresh, returning])).toEqual([
			[3, 0],
			[1, 1],
			[0, 1],
			[1, 2],
		]);
		expect(result.digests.map(({ id }) => id)).toEqual(ids);
	});

	test('counts what each two digests share, newest first, and leaves out those that share nothing', () => {
		expect(
			result.overlaps.map(({ earlier, later, shared }) => [
				ids.indexOf(later),
				ids.indexOf(earlier),
				shared,
			]),
		).toEqual([
			[3, 1, 1],
			[3, 0, 2],
			[2, 1, 1],
			[1, 0, 1],
		]);
	});

	test('lists all papers that came back, those of most digests first, then the oldest', () => {
		expect(result.returning.map(({ paper, digests }) => [paper, digests])).toEqual([
			['b', [0, 1, 3]],
			['c', [0, 3]],
			['d', [1, 2]],
		]);
	});

	test('counts topics by papers and by digests, a paper in each of its topics', () => {
		expect(result.topics).toEqual([
			{ slug: 'agents', name: 'Agents', papers: 2, perDigest: [2, 1, 0, 2] },
			{ slug: 'speech', name: 'Speech', papers: 2, perDigest: [2, 1, 0, 1] },
			{ slug: 'video', name: 'Video', papers: 1, perDigest: [0, 1, 1, 0] },
		]);
	});

	test('counts how long papers stay, in weeks that double, up to the longest', () => {
		// From 11 March to 28 April are 48 days, to 19 March 8.
		expect(result.stays).toEqual([
			{ from: 0, to: 0, papers: 2 },
			{ from: 1, to: 6, papers: 0 },
			{ from: 7, to: 13, papers: 1 },
			{ from: 14, to: 27, papers: 0 },
			{ from: 28, to: 55, papers: 2 },
		]);
	});

	test('counts in how many digests papers were', () => {
		expect(result.timesSeen).toEqual([
			{ from: 1, to: 1, papers: 2 },
			{ from: 2, to: 2, papers: 2 },
			{ from: 3, to: 3, papers: 1 },
		]);
	});

	test('puts every paper into one range, however long or often', () => {
		const many = Array.from({ length: 400 }, (_, index) => {
			const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
			return { id: day as DigestId, day: day as Day };
		});
		const constant = {
			...paper('a', [0]),
			firstSeen: many[0]!.day,
			lastSeen: many.at(-1)!.day,
			appearances: many.map(({ id }) => ({ digest: id })),
		} as unknown as PaperView;
		const { stays, timesSeen } = countTrends(many, [constant]);
		expect(stays.at(-1)).toEqual({ from: 224, papers: 1 });
		expect(timesSeen.at(-1)).toEqual({ from: 10, papers: 1 });
	});

	test('of an empty archive, and of a single digest, has what there is', () => {
		const none = { overlaps: [], returning: [], topics: [] };
		expect(countTrends([], [])).toEqual({ ...none, digests: [], stays: [], timesSeen: [] });
		expect(countTrends(digests.slice(0, 1), [paper('a', [0])])).toEqual({
			...none,
			digests: [{ ...digests[0], fresh: 1, returning: 0 }],
			stays: [{ from: 0, to: 0, papers: 1 }],
			timesSeen: [{ from: 1, to: 1, papers: 1 }],
		});
	});
});
