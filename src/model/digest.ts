import type { Day, DigestId } from './id.ts';
import type { PaperFacts } from './paper-facts.ts';

/** A passage of a dump: its text, and where it begins (line and column counted from 1). */
export interface Passage {
	/** The lines of the block, or of the string, each trimmed, joined by one space; otherwise as they came. */
	readonly text: string;
	readonly line: number;
	readonly column: number;
}

/** A paper as one digest printed it. */
export interface Entry {
	readonly title: Passage;
	readonly abstract: Passage;
	/** What else the feed's own list says of it; a dump in plain text says nothing. */
	readonly facts?: PaperFacts;
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
	/** Absent where only the file's name tells the day. */
	readonly date: PrintedDate | undefined;
	readonly entries: readonly Entry[];
}

/** One dump, parsed and dated: the papers of one day in the order of the feed. */
export interface Digest {
	readonly id: DigestId;
	readonly day: Day;
	readonly entries: readonly Entry[];
}
