import type { Decision, TextDecision } from './corrections.ts';
import type { Day, DigestId, PaperId } from './id.ts';
import type { NonEmpty, Paper } from './paper.ts';

/** What an entry was to the archive when its digest appeared. */
export type EntryStatus = 'new' | 'known' | 'revised';

/** An entry of a digest, tied to its paper. */
export interface PrintedEntry {
	readonly kind: 'printed';
	readonly paper: PaperId;
	/** The id under which the ledger has this wording; another than the paper's where two were merged. */
	readonly anchor: PaperId;
	/** The title as this digest printed it. */
	readonly title: string;
	readonly abstract: string;
	readonly status: EntryStatus;
}

/** An entry whose paper was removed: its place stays, its text does not. */
export interface RemovedEntry {
	readonly kind: 'removed';
	readonly paper: PaperId;
	readonly anchor: PaperId;
}

/** A place of a digest. */
export type ArchivedEntry = PrintedEntry | RemovedEntry;

/** A digest in its place among the others. */
export interface ArchivedDigest {
	readonly id: DigestId;
	readonly day: Day;
	readonly earlier: DigestId | undefined;
	readonly later: DigestId | undefined;
	/** In the order of the dump. */
	readonly entries: readonly ArchivedEntry[];
}

/** A digest whose dump was withdrawn on purpose. */
export interface WithdrawnDigest extends Decision {
	readonly id: DigestId;
	readonly day: Day;
}

/** A paper that is shown no more: removed, or printed by no dump that is left. */
export interface GonePaper extends Decision {
	readonly kind: 'gone';
	readonly id: PaperId;
	/** The digests in which it had a place, or had one when it was minted. Oldest first. */
	readonly digests: NonEmpty<DigestId>;
}

/** A paper that was found to be another. */
export interface MovedPaper extends Decision {
	readonly kind: 'moved';
	readonly id: PaperId;
	/** Where its address leads: the paper itself, or its tombstone. */
	readonly into: PaperId;
}

/** All digests, oldest first, and all papers, in the order of the ledger. */
export interface Archive {
	readonly digests: readonly ArchivedDigest[];
	readonly withdrawn: readonly WithdrawnDigest[];
	readonly papers: readonly Paper[];
	/** Every paper of the ledger that is not among the papers. */
	readonly former: readonly (GonePaper | MovedPaper)[];
	/** What persons decided of the papers' texts. */
	readonly text: readonly TextDecision[];
}
