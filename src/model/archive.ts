import type { Day, DigestId, PaperId } from './id.ts';
import type { Paper } from './paper.ts';

/** What an entry was to the archive when its digest appeared. */
export type EntryStatus = 'new' | 'known' | 'revised';

/** An entry of a digest, tied to its paper. */
export interface ArchivedEntry {
	readonly paper: PaperId;
	/** The title as this digest printed it. */
	readonly title: string;
	readonly abstract: string;
	readonly status: EntryStatus;
}

/** A digest in its place among the others. */
export interface ArchivedDigest {
	readonly id: DigestId;
	readonly day: Day;
	readonly earlier: DigestId | undefined;
	readonly later: DigestId | undefined;
	/** In the order of the dump. */
	readonly entries: readonly ArchivedEntry[];
}

/** All digests, oldest first, and all papers, in the order of the ledger. */
export interface Archive {
	readonly digests: readonly ArchivedDigest[];
	readonly papers: readonly Paper[];
}
