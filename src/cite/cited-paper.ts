import type { Day } from '../model/id.ts';

/** What the archive knows of a paper that is cited. */
export interface CitedPaper {
	/** e.g. `inherent2025a` */
	readonly key: string;
	/** Plain text. */
	readonly title: string;
	/** The title in TeX, where it has formulas. */
	readonly titleTex?: string | undefined;
	/** Absent, like the day, where the feed did not say. */
	readonly authors?: readonly string[] | undefined;
	readonly published?: Day | undefined;
	/** Plain text; only where it costs nothing. */
	readonly abstract?: string | undefined;
	/** Permanent, whole. */
	readonly url: string;
	/** When the archive first saw it. */
	readonly note: string;
	/** The day on which the reader looked at it, where that is known. */
	readonly accessed?: string | undefined;
}
