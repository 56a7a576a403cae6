import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { mostFileBytes } from './host-limits.ts';
import { emptyContents, readFile, type Contents } from './read-file.ts';
import type { Sizes } from './site-files.ts';

/** The files of a site, which threads may share: each reads some of those that are left, and again. */
export interface Reading {
	readonly folder: string;
	/** Where the site is to be published. */
	readonly origin: string;
	readonly files: readonly string[];
	/** How many of them are taken. */
	readonly taken: SharedArrayBuffer;
}

// Enough for a thread not to ask too often, and few enough for all to end together.
const filesAtOnce = 32;

/** Begin to read a site to be published at `origin`. */
export function beginReading(folder: string, origin: string, sizes: Sizes): Reading {
	const files = [...sizes.keys()].filter((file) => sizes.get(file)! <= mostFileBytes);
	const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
	return { folder, origin, files, taken };
}

/** Read a site alone. What cannot be read for what it is becomes a finding. */
export function readAll(reading: Reading): Contents {
	const contents = emptyContents(reading.origin);
	while (readSome(reading, contents));
	return contents;
}

/** Read what is left of a site beside whoever else reads it, and let others have a turn now and then. */
export async function readOn(reading: Reading, contents: Contents): Promise<void> {
	while (readSome(reading, contents)) await setImmediate();
}

/** Whether nothing is left to be read. */
export function isTaken({ files, taken }: Reading): boolean {
	return Atomics.load(new Int32Array(taken), 0) >= files.length;
}

/** Read the next files; false when there are none. */
function readSome({ folder, files, taken }: Reading, contents: Contents): boolean {
	const start = Atomics.add(new Int32Array(taken), 0, filesAtOnce);
	for (const file of files.slice(start, start + filesAtOnce)) {
		const bytes = readFileSync(join(folder, file));
		contents.sums.set(file, hash('sha256', bytes));
		contents.findings.push(...readFile(file, bytes, contents));
	}
	return start < files.length;
}

/** What several read of a site, in the order of its files. */
export function joinContents([first, ...others]: readonly [Contents, ...Contents[]]): Contents {
	const counts = new Map(first.counts);
	for (const other of others)
		for (const [file, count] of other.counts) counts.set(file, (counts.get(file) ?? 0) + count);
	const all = [first, ...others];
	return {
		...first,
		pages: inOrder(all.map(({ pages }) => pages)),
		xml: inOrder(all.map(({ xml }) => xml)),
		scripts: inOrder(all.map(({ scripts }) => scripts)),
		counts,
		heads: inOrder(all.map(({ heads }) => heads)),
		sums: inOrder(all.map(({ sums }) => sums)),
		findings: all
			.flatMap(({ findings }) => findings)
			.toSorted((a, b) => compare(a.file, b.file)),
	};
}

function inOrder<Value>(maps: readonly ReadonlyMap<string, Value>[]): Map<string, Value> {
	return new Map(maps.flatMap((map) => [...map]).toSorted(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
	return Number(a > b) - Number(a < b);
}
