import type { DigestId, PaperId } from './id.ts';

/**
 * What makes two entries the same wording: their title and abstract, less case, punctuation,
 * spaces and invisible characters.
 */
export interface WordingKey {
	/** The folded title itself, so that a person can read the ledger. */
	readonly title: string;
	/** The first 80 bits of the folded abstract's SHA-256, as 16 characters of base32. */
	readonly abstract: string;
}

/** One line of the ledger: this wording, first met in this digest, is this paper. */
export interface LedgerLine extends WordingKey {
	readonly id: PaperId;
	readonly digest: DigestId;
	/** Where it stands in the file, from 1; a line that is to be written stands nowhere yet. */
	readonly line?: number;
}

/**
 * The archive's memory on disk. Lines are only ever appended. A wording has one line, and one more
 * for each other paper that a person, or a repair, decided it to have been.
 */
export type Ledger = readonly LedgerLine[];
