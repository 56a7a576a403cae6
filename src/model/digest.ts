import type { Day, DigestId } from './id.ts';

/** A passage of a dump: its text, and where it begins (line and column counted from 1). */
export interface Passage {
	/** The lines of the block, each trimmed, joined by one space; otherwise as they came. */
	readonly text: string;
	readonly line: number;
	readonly column: number;
}

/** A paper as one digest printed it. */
export interface Entry {
	readonly title: Passage;
	readonly abstract: Passage;
}

/** The date a dump prints in its header, e.g. `Mar 11`: mostly without a year. */
export interface PrintedDate {
	/** As printed. */
	readonly text: string;
	readonly year: number | undefined;
	/** 1 to 12. */
	readonly month: number;
	readonly day: number;
	readonly line: number;
}

/** What a dump says by itself, before its year is known. */
export interface ParsedDump {
	readonly date: PrintedDate;
	readonly entries: readonly Entry[];
}

/** One dump, parsed and dated: the papers of one day in the order of the feed. */
export interface Digest {
	readonly id: DigestId;
	readonly day: Day;
	readonly entries: readonly Entry[];
}
