import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SummedReading } from './contents.ts';
import { readFile, type FileFacts } from './read-file.ts';
import type { Sizes } from './site-files.ts';

/** Files of a site, which threads may share: each reads some of those that are left, and again. */
export interface Reading {
	readonly folder: string;
	/** Where the site is to be published. */
	readonly origin: string;
	readonly files: readonly string[];
	/** How many of them are taken. */
	readonly taken: SharedArrayBuffer;
}

/** Gives what is known of a file that has a sum. */
export type KnownFacts = (file: string, sum: string) => FileFacts | undefined;

/** Nothing is known of any file. */
export const nothingKnown: KnownFacts = () => undefined;

// What a buffer holds.
const mostBytes = 2 ** 31 - 1;
// Enough for a thread not to ask too often, and few enough for all to end together.
const filesAtOnce = 32;

/** Begin to read those files of a site to be published at `origin` that can be read whole. */
export function beginReading(
	folder: string,
	origin: string,
	sizes: Sizes,
	isUnknown: (file: string) => boolean = () => true,
): Reading {
	const files = [...sizes.keys()].filter(
		(file) => sizes.get(file)! <= mostBytes && isUnknown(file),
	);
	const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
	return { folder, origin, files, taken };
}

/** Read a site alone. What cannot be read for what it is becomes a finding. */
export function readAll(reading: Reading): Map<string, SummedReading> {
	const read = new Map<string, SummedReading>();
	while (readSome(reading, nothingKnown, read));
	return read;
}

/** Read what is left of a site beside whoever else reads it, and let others have a turn now and then. */
export async function readOn(
	reading: Reading,
	known: KnownFacts,
): Promise<Map<string, SummedReading>> {
	const read = new Map<string, SummedReading>();
	while (readSome(reading, known, read)) await setImmediate();
	return read;
}

/** How many files are left to be read. */
export function countLeft({ files, taken }: Reading): number {
	return Math.max(0, files.length - Atomics.load(new Int32Array(taken), 0));
}

/** Read the next files; false when there are none. */
function readSome(
	{ folder, origin, files, taken }: Reading,
	known: KnownFacts,
	read: Map<string, SummedReading>,
): boolean {
	const start = Atomics.add(new Int32Array(taken), 0, filesAtOnce);
	for (const file of files.slice(start, start + filesAtOnce)) {
		const bytes = readFileSync(join(folder, file));
		const sum = hash('sha256', bytes);
		const facts = known(file, sum);
		const reading = facts ? { facts, findings: [] } : readFile(file, bytes, origin);
		read.set(file, { sum, ...reading });
	}
	return start < files.length;
}
