import type { DigestRecord, PaperRecord } from '../data/records.ts';
import type { DigestId } from '../model/id.ts';

/** A place in which a digest printed a paper, and the sum of its dump, by which anyone can prove it. */
export interface Printing {
	readonly digest: DigestId;
	/** Counted from 1. */
	readonly position: number;
	/** How many entries the digest has. */
	readonly of: number;
	/** Of the title in the dump. */
	readonly line: number | null;
	readonly sha256: string;
}

/** Where digests printed a paper, oldest first. */
export function printingsOf(
	{ id }: Pick<PaperRecord, 'id'>,
	digests: readonly DigestRecord[],
): Printing[] {
	return digests.flatMap(({ id: digest, sha256, entries }) =>
		entries.flatMap(({ paper, line }, index) =>
			paper === id
				? {
						digest: digest as DigestId,
						position: index + 1,
						of: entries.length,
						line,
						sha256,
					}
				: [],
		),
	);
}
