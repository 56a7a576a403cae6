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
	readonly cold: Taken;
	readonly again: Taken;
	readonly ingest: Taken;
	readonly more: Taken;
	readonly files: number;
	/** Bytes by the kind of file, e.g. `.html`. */
	readonly bytes: Readonly<Record<string, number>>;
	/** Seconds by stage of the cold build, in its own words. */
	readonly stages: string;
}

/** Time and memory. */
export type Taken = Omit<Cost, 'output'>;
