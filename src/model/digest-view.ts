import type { EntryStatus } from './archive.ts';
import type { Day, DigestId, PaperId } from './id.ts';

/** A digest as a line of a list. */
export interface DigestSummary {
	readonly id: DigestId;
	readonly day: Day;
	/** Its place among the digests of the archive, counted from 1. */
	readonly number: number;
	/** How many entries it has. */
	readonly papers: number;
	/** How many of them were new to the archive. */
	readonly fresh: number;
}

/** A digest as readers see it. */
export interface DigestView extends DigestSummary {
	/** Of its dump's bytes, in hex. */
	readonly sha256: string;
	readonly earlier: DigestId | undefined;
	readonly later: DigestId | undefined;
	readonly entries: readonly EntryView[];
}

/** A place of a digest's page. */
export interface EntryView {
	readonly paper: PaperId;
	/** Of its place; absent for the second printing of one paper in one digest, which cannot have it again. */
	readonly anchor?: PaperId | undefined;
	readonly status: EntryStatus;
	/** What was printed, where the paper has another wording now. */
	readonly printed?: PrintedWording | undefined;
}

/** A wording as a digest's page shows it. */
export interface PrintedWording {
	readonly title: string;
	/** The title in TeX; absent where it has no formula. */
	readonly titleTex?: string | undefined;
	readonly excerpt: string;
}

/** A month with digests, e.g. `2025-03`. */
export interface MonthView {
	/** e.g. `2025-03` */
	readonly id: string;
	/** Oldest first. */
	readonly digests: readonly DigestId[];
}

/** A year with digests, e.g. `2025`. */
export interface YearView {
	/** e.g. `2025` */
	readonly id: string;
	/** Oldest first. */
	readonly months: readonly MonthView[];
}
