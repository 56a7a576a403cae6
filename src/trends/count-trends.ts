import type { Day, DigestId } from '../model/id.ts';
import type { DigestView } from '../model/digest-view.ts';
import type { NamedThing, PaperView } from '../model/paper-view.ts';
import type { Overlap, PaperRange, Return, TopicTrend, Trends } from '../model/trends.ts';

// First days of the ranges that stays are counted in: one day only, within a week, then weeks that double.
const stayBounds = [0, 1, 7, 14, 28, 56, 112, 224];
// The last one also has the papers of more digests.
const timesSeenBounds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A paper with the digests that had it, counted from 0, each once, oldest first. */
interface SeenPaper {
	readonly paper: PaperView;
	readonly digests: readonly number[];
}

/**
 * How the archive grew and changed: digests (oldest first) and papers in numbers. Takes time in
 * proportion to the entries and to the pairs of digests that share a paper.
 */
export function countTrends(
	digests: readonly Pick<DigestView, 'id' | 'day'>[],
	papers: readonly PaperView[],
): Trends {
	const places = new Map(digests.map(({ id }, index) => [id, index]));
	const seen = papers.map((paper) => ({ paper, digests: digestsOf(paper, places) }));
	return {
		digests: countPapers(digests, seen),
		overlaps: overlaps(digests, seen),
		returning: returning(seen),
		topics: topics(digests.length, seen),
		stays: countRanges(papers.map(daysBetween), stayBounds),
		timesSeen: countRanges(
			seen.map(({ digests }) => digests.length),
			timesSeenBounds,
		),
	};
}

function digestsOf(
	{ appearances }: PaperView,
	places: ReadonlyMap<DigestId, number>,
): readonly number[] {
	return [...new Set(appearances.map(({ digest }) => places.get(digest)!))].sort((a, b) => a - b);
}

function countPapers(
	digests: readonly Pick<DigestView, 'id' | 'day'>[],
	seen: readonly SeenPaper[],
): Trends['digests'] {
	const fresh = zeros(digests.length);
	const returning = zeros(digests.length);
	for (const { digests } of seen) {
		const [first, ...later] = digests;
		fresh[first!]!++;
		for (const index of later) returning[index]!++;
	}
	return digests.map(({ id, day }, index) => ({
		id,
		day,
		fresh: fresh[index]!,
		returning: returning[index]!,
	}));
}

function overlaps(
	digests: readonly Pick<DigestView, 'id'>[],
	seen: readonly SeenPaper[],
): Overlap[] {
	const shared = new Map<number, number>();
	for (const { digests: places } of seen) {
		for (const [position, later] of places.entries()) {
			for (const earlier of places.slice(0, position)) {
				const pair = later * digests.length + earlier;
				shared.set(pair, (shared.get(pair) ?? 0) + 1);
			}
		}
	}
	return [...shared]
		.sort(([a], [b]) => b - a)
		.map(([pair, shared]) => ({
			earlier: digests[pair % digests.length]!.id,
			later: digests[Math.floor(pair / digests.length)]!.id,
			shared,
		}));
}

/** Of papers seen equally often, the oldest first. */
function returning(seen: readonly SeenPaper[]): Return[] {
	return seen
		.filter(({ digests }) => digests.length > 1)
		.toSorted(
			(a, b) =>
				b.digests.length - a.digests.length ||
				a.digests[0]! - b.digests[0]! ||
				(a.paper.id < b.paper.id ? -1 : 1),
		)
		.map(({ paper: { id }, digests }) => ({ paper: id, digests }));
}

/** Of topics with equally many papers, in the order of the alphabet. */
function topics(digests: number, seen: readonly SeenPaper[]): TopicTrend[] {
	const bySlug = new Map<string, NamedThing & { papers: number; perDigest: number[] }>();
	for (const { paper, digests: places } of seen) {
		for (const { slug, name, isLabel } of paper.topics) {
			if (isLabel) continue;
			const topic = bySlug.get(slug) ?? { slug, name, papers: 0, perDigest: zeros(digests) };
			bySlug.set(slug, topic);
			topic.papers++;
			for (const index of places) topic.perDigest[index]!++;
		}
	}
	return [...bySlug.values()].sort((a, b) => b.papers - a.papers || (a.slug < b.slug ? -1 : 1));
}

function daysBetween({ firstSeen, lastSeen }: PaperView): number {
	return dayNumber(lastSeen) - dayNumber(firstSeen);
}

function dayNumber(day: Day): number {
	return Date.parse(day) / 86_400_000;
}

/** How many values lie in the range that begins at each bound, up to the last range that has one. */
function countRanges(values: readonly number[], bounds: readonly number[]): PaperRange[] {
	const papers = zeros(bounds.length);
	for (const value of values) papers[bounds.findLastIndex((bound) => bound <= value)]!++;
	const ranges = bounds.map((from, index) => {
		const next = bounds[index + 1];
		return { from, ...(next !== undefined && { to: next - 1 }), papers: papers[index]! };
	});
	return ranges.slice(0, papers.findLastIndex((count) => count > 0) + 1);
}

function zeros(length: number): number[] {
	return Array.from({ length }, () => 0);
}
