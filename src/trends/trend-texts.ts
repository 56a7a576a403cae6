import {
	formatCount,
	formatDay,
	formatDigest,
	formatNumber,
	formatShare,
} from '../language/format.ts';
import type { Overlap, PaperRange, TrendName, Trends } from '../model/trends.ts';

/** What a picture shows, in words: for all readers, and in its place for those who cannot see it. */
export function trendText(name: TrendName, trends: Trends): string {
	return texts[name](trends);
}

const texts: Readonly<Record<TrendName, (trends: Trends) => string>> = {
	calendar: ({ digests }) => {
		const first = digests[0];
		const last = digests.at(-1);
		if (!first || !last) return 'There is no digest yet.';
		const days = new Set(digests.map(({ day }) => day)).size;
		const when =
			days === 1
				? `on ${formatDay(first.day)}`
				: `on ${formatCount(days, 'day')} from ${formatDay(first.day)} to ${formatDay(last.day)}`;
		return `${formatCount(digests.length, 'digest')} ${when}. A column is a week, from Monday down to Sunday; the stronger a day’s colour, the more papers it has.`;
	},
	newcomers: ({ digests }) => {
		const last = digests.at(-1);
		if (!last) return 'There is no digest yet.';
		const newest = `Of the ${formatCount(last.fresh + last.returning, 'paper')} of ${formatDigest(last.id)}, ${formatNumber(last.fresh)} ${were(last.fresh)} new to the archive.`;
		const later = digests.slice(1);
		if (later.length === 0) return newest;
		const fresh = total(later.map(({ fresh }) => fresh));
		const all = fresh + total(later.map(({ returning }) => returning));
		return `${newest} Of all papers in the digests after the first, ${formatShare(fresh, all)} were. The digests stand side by side, whatever time lies between them.`;
	},
	overlap: ({ digests, overlaps }) => {
		if (digests.length < 2) return 'It takes two digests to compare.';
		const most = mostShared(overlaps);
		if (!most) return 'No paper has been in two digests yet.';
		return `Each square stands for two digests: the later one’s name is in its row, the earlier one’s above its column. Most in common have ${formatDigest(most.earlier)} and ${formatDigest(most.later)}: ${formatCount(most.shared, 'paper')}.`;
	},
	returning: ({ digests, returning, timesSeen }) => {
		const first = returning[0];
		if (!first) return 'No paper has come back yet.';
		const papers = total(timesSeen.map(({ papers }) => papers));
		return `${formatCount(returning.length, 'paper')} of ${formatNumber(papers)} came back, at most into ${formatNumber(first.digests.length)} of the ${formatCount(digests.length, 'digest')}. A strip is all digests, oldest first; those that had the paper are marked.`;
	},
	topics: ({ topics }) => {
		const first = topics[0];
		if (!first) return 'No paper has been given a topic, so there is nothing to draw.';
		return `The share of each digest’s papers that a topic has, all on one scale. ${first.name} has most: ${formatCount(first.papers, 'paper')}. A paper can have several topics.`;
	},
	stays: ({ digests, stays, timesSeen }) => {
		const papers = total(timesSeen.map(({ papers }) => papers));
		if (papers === 0) return 'There is no paper yet.';
		const once = stays.find(({ from }) => from === 0)?.papers ?? 0;
		const end = digests.length > 1 ? ' Those of the newest digests may still come back.' : '';
		return `${formatNumber(once)} of ${formatCount(papers, 'paper')} (${formatShare(once, papers)}) have been seen on one day only; for the others, the days from the first digest that had them to the last.${end}`;
	},
	'times-seen': ({ timesSeen }) => {
		const papers = total(timesSeen.map(({ papers }) => papers));
		if (papers === 0) return 'There is no paper yet.';
		const often = total(timesSeen.filter(({ from }) => from >= 3).map(({ papers }) => papers));
		return `How many papers have been in one digest, in two, and so on. ${formatNumber(often)} of ${formatNumber(papers)} (${formatShare(often, papers)}) ${were(often)} in three or more.`;
	},
};

/** The pair of digests that shares most; of several, the newest. */
export function mostShared(overlaps: readonly Overlap[]): Overlap | undefined {
	return overlaps.reduce<Overlap | undefined>(
		(most, overlap) => (most && most.shared >= overlap.shared ? most : overlap),
		undefined,
	);
}

/** “7–13 days”, “1 digest”, “10 digests or more” */
export function rangeLabel({ from, to }: PaperRange, one: string): string {
	if (to === undefined) return `${formatCount(from, one)} or more`;
	return from === to ? formatCount(from, one) : `${formatNumber(from)}–${formatCount(to, one)}`;
}

function were(count: number): string {
	return count === 1 ? 'was' : 'were';
}

function total(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
