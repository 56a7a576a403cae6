import { formatDay } from '../language/format.ts';
import type { Day } from '../model/id.ts';

/** What the archive knows of a paper that is cited: no author and no day of publication. */
export interface CitedPaper {
	/** e.g. `inherent2025a` */
	readonly key: string;
	/** Plain text. */
	readonly title: string;
	/** The title in TeX, where it has formulas. */
	readonly titleTex?: string | undefined;
	/** Plain text; only where it costs nothing. */
	readonly abstract?: string | undefined;
	/** Permanent, whole. */
	readonly url: string;
	/** What there is in the place of a day of publication. */
	readonly note: string;
	/** The day on which the reader looked at it, where that is known. */
	readonly accessed?: string | undefined;
}

/** “First seen in the digest of 11 March 2025” */
export function firstSight(day: Day): string {
	return `First seen in the digest of ${formatDay(day)}`;
}
