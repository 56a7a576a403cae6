import type { Cost } from './measure-command.ts';

/** What builds took, on one machine in one sitting. */
export interface Bench {
	/** Its processors, memory, system and Node. */
	readonly machine: string;
	readonly measured: readonly Measured[];
}

/** What one archive took: built from nothing, again, and with one dump more, which is ingested first. */
export interface Measured {
	readonly archive: 'synthetic' | 'own';
	readonly papers: number;
	readonly cold: Built;
	readonly again: Built;
	readonly ingest: Taken;
	readonly more: Built;
	readonly files: number;
	/** Bytes by the kind of file, e.g. `.html`. */
	readonly bytes: Readonly<Record<string, number>>;
	readonly reading: Reading;
}

/** Time and memory. */
export type Taken = Omit<Cost, 'output'>;

/** What a build took. */
export interface Built extends Taken {
	/** How many pages it rendered. */
	readonly pages: number;
	/** Seconds by stage; some run beside one another. None where there was nothing to do. */
	readonly stages: Readonly<Record<string, number>>;
}

/** What a reader waits for; medians of several tries. */
export interface Reading {
	/** The home page, in a browser that has nothing of the site. */
	readonly firstView: Fetched;
	/** A search by an address, in a browser that has nothing of the site. */
	readonly firstSearch: Fetched;
	/** One more on the same page. */
	readonly nextSearch: Fetched;
}

/** What a browser fetched until there was something to read. */
export interface Fetched {
	/** Bytes over the wire, headers included. */
	readonly bytes: number;
	readonly requests: number;
	/** Seconds: until a page shows something, or until what was found is there. */
	readonly wall: number;
}
