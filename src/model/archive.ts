import type { Decision, TextDecision } from './corrections.ts';
import type { Day, DigestId, PaperId } from './id.ts';
import type { NonEmpty, Paper, Revision } from './paper.ts';

/** What an entry was to the archive when its digest appeared; or that its paper was removed since. */
export type EntryStatus = 'new' | 'known' | 'revised' | 'removed';

/** An entry in its place in a digest. */
export interface ArchivedEntry {
	readonly paper: PaperId;
	/** The id under which the ledger has this wording; another than the paper's where two were merged. */
	readonly anchor: PaperId;
	readonly status: EntryStatus;
	/** The wording that was printed; absent for a removed paper: its place stays, its text does not. */
	readonly revision?: Revision | undefined;
}

/** A digest in its place among the others. */
export interface ArchivedDigest {
	readonly id: DigestId;
	readonly day: Day;
	/** Of its dump's bytes, in hex. */
	readonly sha256: string;
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

/** A paper of the ledger that has no page of its own any more. */
export type FormerPaper = GonePaper | MovedPaper;

/** All digests, oldest first, and all papers, in the order of the ledger. */
export interface Archive {
	readonly digests: readonly ArchivedDigest[];
	readonly withdrawn: readonly WithdrawnDigest[];
	readonly papers: readonly Paper[];
	readonly former: readonly FormerPaper[];
	/** What persons decided of the papers' texts. */
	readonly text: readonly TextDecision[];
}

/** Where the address of a merged paper leads; its own id for any other. */
export function currentId({ former }: Pick<Archive, 'former'>): (id: PaperId) => PaperId {
	const moved = new Map(
		former.flatMap((paper) =>
			paper.kind === 'moved' ? [[paper.id, paper.into] as const] : [],
		),
	);
	return (id) => moved.get(id) ?? id;
}
