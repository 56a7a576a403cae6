import type { VFile } from 'vfile';

/** A dump as it lies on the disk. */
export interface DumpFile {
	/** Its value is the bytes as they came. */
	readonly file: VFile;
	/** Of those bytes, in hex. */
	readonly sha256: string;
}

/** What lies in `content/`, as read from the disk. Files that are not there yet are empty. */
export interface Content {
	readonly dumps: readonly DumpFile[];
	readonly manifest: VFile;
	readonly ledger: VFile;
	readonly corrections: VFile;
	/** The addresses of systems and topics. */
	readonly names: VFile;
	/** What a person decided of topics. */
	readonly topics: VFile;
}
