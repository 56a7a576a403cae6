import type { VFile } from 'vfile';
import type { Digest } from './digest.ts';

/** A dump as it lies on the disk. */
export interface DumpFile {
	/** Its value is the bytes as they came. */
	readonly file: VFile;
	/** Of those bytes, in hex. */
	readonly sha256: string;
}

/** A digest with the dump it was read from, for messages. */
export interface FiledDigest extends DumpFile {
	readonly digest: Digest;
}

/** What lies in `content/`, as read from the disk. Files that are not there yet are empty. */
export interface Content {
	readonly dumps: readonly DumpFile[];
	readonly manifest: VFile;
	readonly ledger: VFile;
	readonly corrections: VFile;
	/** The addresses of systems, topics and questions. */
	readonly names: VFile;
	/** What each address that was given means, for ever. */
	readonly register: VFile;
	/** What a person decided of topics. */
	readonly topics: VFile;
	/** What a person decided of named systems. */
	readonly systems: VFile;
	/** What is known of papers beside what the feed says. */
	readonly enrichment: VFile;
	/** What a person decided of the site: its name, its words, its colours. */
	readonly settings: VFile;
	/** The standing questions. */
	readonly watch: VFile;
}

/** What a merge holds that is under way, beside the files: what Git could not put into them. */
export interface MergeSides {
	/** Dumps of either branch, under the names that they have there. */
	readonly dumps: readonly DumpFile[];
	/** The texts of either branch, where Git left the choice to a person. */
	readonly texts: Readonly<
		Record<'manifest' | 'ledger' | 'names' | 'register', readonly string[]>
	>;
	/** The corrections before the branches parted. */
	readonly correctionsBefore: string | undefined;
}

/** No merge is under way, or nothing is known of it. */
export const noSides: MergeSides = {
	dumps: [],
	texts: { manifest: [], ledger: [], names: [], register: [] },
	correctionsBefore: undefined,
};
