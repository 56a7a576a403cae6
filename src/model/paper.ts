import type { DigestId, PaperId } from './id.ts';
import type { PaperFacts } from './paper-facts.ts';

/** A list with at least one item. */
export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** Where a wording stands in a dump, line and column counted from 1. */
export interface RevisionPlace {
	readonly digest: DigestId;
	readonly title: { readonly line: number; readonly column: number };
	readonly abstract: { readonly line: number; readonly column: number };
}

/** One wording of a paper. White space alone makes no new one. */
export interface Revision {
	readonly title: string;
	readonly abstract: string;
	/** The digests that printed this wording, oldest first. */
	readonly digests: NonEmpty<DigestId>;
	/** Where it stands in the dump of the last of them. */
	readonly place: RevisionPlace;
}

/** A place where a paper was printed. */
export interface Appearance {
	readonly digest: DigestId;
	/** Place within the digest, counted from 1. */
	readonly position: number;
	/** How many entries that digest has. */
	readonly of: number;
	/** The id of the place's anchor in the digest; another than the paper's where two were merged. */
	readonly anchor: PaperId;
	/** Line of the dump on which the title begins, counted from 1. */
	readonly line: number;
}

/** A paper, over all the digests that printed it. */
export interface Paper {
	readonly id: PaperId;
	/** By which it is cited, e.g. `inherent2025a`: as permanent as the id. */
	readonly citeKey: string;
	/** Ordered by the digest that printed each last; the last one is current. */
	readonly revisions: NonEmpty<Revision>;
	/** Oldest first. */
	readonly appearances: NonEmpty<Appearance>;
	/** What the feed's own lists, arXiv or a person say of it; absent where it is known by its texts alone. */
	readonly facts?: PaperFacts | undefined;
}

/** The wording of a paper's latest appearance. */
export function currentRevision({ revisions }: Pick<Paper, 'revisions'>): Revision {
	return revisions[revisions.length - 1]!;
}
