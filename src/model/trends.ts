import type { Day, DigestId, PaperId } from './id.ts';
import type { NamedThing } from './paper-view.ts';

/** The pictures of `/trends/`, by the names of their files of numbers, which are permanent. */
export const trendNames = [
	'calendar',
	'newcomers',
	'overlap',
	'returning',
	'topics',
	'stays',
	'times-seen',
] as const;

/** A picture of `/trends/`. */
export type TrendName = (typeof trendNames)[number];

/** A digest in numbers. A paper that it prints twice is counted once, a removed one not at all. */
export interface DigestTrend {
	readonly id: DigestId;
	readonly day: Day;
	/** Papers that no digest before it had. */
	readonly fresh: number;
	/** Papers that one before it had. */
	readonly returning: number;
}

/** How many papers two digests share: at least one. */
export interface Overlap {
	readonly earlier: DigestId;
	readonly later: DigestId;
	readonly shared: number;
}

/** A paper that came back, and the digests that had it, counted from 0, oldest first. */
export interface Return {
	readonly paper: PaperId;
	readonly digests: readonly number[];
}

/** A topic, over all digests. */
export interface TopicTrend extends NamedThing {
	/** How many papers have it. */
	readonly papers: number;
	/** How many papers of each digest have it, oldest digest first. */
	readonly perDigest: readonly number[];
}

/** How many papers lie between two bounds. */
export interface PaperRange {
	readonly from: number;
	/** Inclusive; absent where there is none. */
	readonly to?: number | undefined;
	readonly papers: number;
}

/** How the archive grew and changed, in numbers. */
export interface Trends {
	/** Oldest first. */
	readonly digests: readonly DigestTrend[];
	/** Newest first; pairs of digests that share nothing are not among them. */
	readonly overlaps: readonly Overlap[];
	/** All papers of more than one digest, those of most digests first. */
	readonly returning: readonly Return[];
	/** Those of most papers first. */
	readonly topics: readonly TopicTrend[];
	/** Papers by the days from their first digest to their last. */
	readonly stays: readonly PaperRange[];
	/** Papers by the number of digests that had them. */
	readonly timesSeen: readonly PaperRange[];
}
