import { formatDay, formatDigest } from '../language/format.ts';
import { words } from '../language/words.ts';
import type { Overlap, PaperRange, TrendName, Trends } from '../model/trends.ts';

/** What a picture shows, in words: for all readers, and in its place for those who cannot see it. */
export function trendText(name: TrendName, trends: Trends): string {
	return texts[name](trends);
}

const texts: Readonly<Record<TrendName, (trends: Trends) => string>> = {
	calendar: ({ digests }) => {
		const first = digests[0];
		const last = digests.at(-1);
		if (!first || !last) return words.trendTexts.noDigest;
		const days = new Set(digests.map(({ day }) => day)).size;
		return words.trendTexts.calendar(
			digests.length,
			days,
			formatDay(first.day),
			formatDay(last.day),
		);
	},
	newcomers: ({ digests }) => {
		const last = digests.at(-1);
		if (!last) return words.trendTexts.noDigest;
		const { id, fresh, returning } = last;
		const newest = words.trendTexts.newest(fresh + returning, formatDigest(id), fresh);
		const later = digests.slice(1);
		if (later.length === 0) return newest;
		const ofLater = total(later.map(({ fresh }) => fresh));
		const all = ofLater + total(later.map(({ returning }) => returning));
		return newest + words.trendTexts.newcomers(all === 0 ? 0 : ofLater / all);
	},
	overlap: ({ digests, overlaps }) => {
		if (digests.length < 2) return words.trendTexts.oneDigest;
		const most = mostShared(overlaps);
		if (!most) return words.trendTexts.nothingShared;
		const { earlier, later, shared } = most;
		return words.trendTexts.overlap(formatDigest(earlier), formatDigest(later), shared);
	},
	returning: ({ digests, returning, timesSeen }) => {
		const first = returning[0];
		if (!first) return words.trendTexts.nothingBack;
		return words.trendTexts.returning(
			returning.length,
			papersIn(timesSeen),
			first.digests.length,
			digests.length,
		);
	},
	topics: ({ topics }) => {
		const first = topics[0];
		return first ? words.trendTexts.topics(first.name, first.papers) : words.trendTexts.noTopic;
	},
	stays: ({ digests, stays, timesSeen }) => {
		const papers = papersIn(timesSeen);
		if (papers === 0) return words.trendTexts.noPaper;
		const once = stays.find(({ from }) => from === 0)?.papers ?? 0;
		const end = digests.length > 1 ? words.trendTexts.mayReturn : '';
		return words.trendTexts.stays(once, papers) + end;
	},
	'times-seen': ({ timesSeen }) => {
		const papers = papersIn(timesSeen);
		if (papers === 0) return words.trendTexts.noPaper;
		const often = papersIn(timesSeen.filter(({ from }) => from >= 3));
		return words.trendTexts.timesSeen(often, papers);
	},
};

/** The pair of digests that shares most; of several, the newest. */
export function mostShared(overlaps: readonly Overlap[]): Overlap | undefined {
	return overlaps.reduce<Overlap | undefined>(
		(most, overlap) => (most && most.shared >= overlap.shared ? most : overlap),
		undefined,
	);
}

function papersIn(ranges: readonly PaperRange[]): number {
	return total(ranges.map(({ papers }) => papers));
}

function total(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
