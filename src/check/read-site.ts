import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SummedReading } from './contents.ts';
import { createSharer, readFile } from './read-file.ts';
import type { Sizes } from './site-files.ts';
import type { Sums } from './sums.ts';

/** Files of a site, which threads may share: each reads some of those that are left, and again. */
export interface Reading {
	readonly folder: string;
	/** Where the site is to be published. */
	readonly origin: string;
	readonly files: readonly string[];
	/** The sums of files that need not be read for what they are, as it is known. */
	readonly known: Sums;
	/** How many of them are taken. */
	readonly taken: SharedArrayBuffer;
}

// What a buffer holds.
const mostBytes = 2 ** 31 - 1;
// Enough for a thread not to ask too often, and few enough for all to end together.
const filesAtOnce = 32;

/** What was read of a site. */
export interface SitePart {
	readonly read: Map<string, SummedReading>;
	/** The sums of those files that are as they are known. */
	readonly same: Map<string, string>;
}

/**
 * Begin to read those files of a site to be published at `origin` that can be read whole. Those that were
 * `left` with the sums that are `known` are not read again.
 */
export function beginReading(
	folder: string,
	origin: string,
	sizes: Sizes,
	known: Sums = new Map(),
	left: Sums = new Map(),
): Reading {
	const files = [...sizes.keys()].filter(
		(file) =>
			sizes.get(file)! <= mostBytes &&
			!(left.has(file) && left.get(file) === known.get(file)),
	);
	const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
	return { folder, origin, files, known, taken };
}

/** Read a site alone. What cannot be read for what it is becomes a finding. */
export function readAll(reading: Reading): SitePart {
	const part = nothingRead();
	const read = createReader(reading, part);
	while (read());
	return part;
}

/** Read what is left of a site beside whoever else reads it, and let others have a turn now and then. */
export async function readOn(reading: Reading): Promise<SitePart> {
	const part = nothingRead();
	const read = createReader(reading, part);
	while (read()) await setImmediate();
	return part;
}

function nothingRead(): SitePart {
	return { read: new Map(), same: new Map() };
}

/** How many files are left to be read. */
export function countLeft({ files, taken }: Reading): number {
	return Math.max(0, files.length - Atomics.load(new Int32Array(taken), 0));
}

/** Make what reads the next files; false when there are none. */
function createReader(
	{ folder, origin, files, known, taken }: Reading,
	{ read, same }: SitePart,
): () => boolean {
	const share = createSharer();
	return () => {
		const start = Atomics.add(new Int32Array(taken), 0, filesAtOnce);
		for (const file of files.slice(start, start + filesAtOnce)) {
			const bytes = readFileSync(join(folder, file));
			const sum = hash('sha256', bytes);
			if (known.get(file) === sum) {
				same.set(file, sum);
				continue;
			}
			const { facts, findings } = readFile(file, bytes, origin);
			read.set(file, { sum, facts: share(facts), findings });
		}
		return start < files.length;
	};
}
