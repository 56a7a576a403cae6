import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Keep, KeptKind } from '../model/keep.ts';
import { keptFolder } from './kept-folder.ts';
import { isLentTo, readLent } from './lent.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { sha256, sumsOf } from './source-key.ts';

/** What earlier runs found out of one content folder, and what this one does. */
export interface KeptResults {
	readonly keep: Keep;
	/** Write what this run took or made; what it had no use for goes. */
	readonly save: () => void;
	/** How many results of a kind this run had use for, and how many of them it made. */
	readonly count: (kind: KeptKind) => Count;
}

/** How many there are, and how many of them were made anew. */
export interface Count {
	readonly all: number;
	readonly made: number;
}

/** Results of one kind as JSON, each by the sum of its input. */
interface Shelf {
	readonly before: ReadonlyMap<string, string>;
	readonly now: Map<string, string>;
}

/** All that a result depends on beside its input, from the root of the project. */
const sources = ['src/enrich', 'src/text', 'src/model', 'src/check', 'package-lock.json'];

/**
 * Open what is kept of a content folder. It may be deleted at any time; what is damaged, or was made by
 * other code, counts for nothing.
 */
export function openResults(root: string, content: string): KeptResults {
	const folder = keptFolder(root, content);
	const sums = sources.map((source) => sumsOf(join(root, source)));
	const code = sha256(JSON.stringify([process.version, sums]));
	const shelves = new Map<KeptKind, Shelf>();
	const shelfOf = (kind: KeptKind): Shelf => {
		let shelf = shelves.get(kind);
		if (!shelf) {
			shelf = { before: readShelf(join(folder, kind), code), now: new Map() };
			shelves.set(kind, shelf);
		}
		return shelf;
	};
	const keep: Keep = (kind, input, make) => {
		const { before, now } = shelfOf(kind);
		const key = hash('sha256', JSON.stringify(input), 'base64url');
		const kept = now.get(key) ?? before.get(key);
		const made = kept === undefined ? make() : JSON.parse(kept);
		if (made !== undefined) now.set(key, kept ?? JSON.stringify(made));
		return made;
	};
	const save = () => {
		for (const [kind, { before, now }] of shelves)
			if (isLentTo(folder) || !isSame(before, now))
				writeSealed(join(folder, kind), code, formatShelf(now));
	};
	const count = (kind: KeptKind): Count => {
		const { before, now } = shelfOf(kind);
		return { all: now.size, made: [...now.keys()].filter((key) => !before.has(key)).length };
	};
	return { keep, save, count };
}

/** Each line is a key and a result; JSON has no line breaks. */
function readShelf(path: string, code: string): Map<string, string> {
	const files = [...readLent(path, code), readSealed(path, code) ?? []].flat();
	const lines = files.flatMap((file) => String(file).split('\n'));
	return new Map(
		lines
			.filter((line) => line !== '')
			.map((line) => [line.slice(0, keyLength), line.slice(keyLength)]),
	);
}

const keyLength = 43;

function formatShelf(results: ReadonlyMap<string, string>): string {
	return Array.from(results, ([key, result]) => `${key}${result}\n`).join('');
}

function isSame(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
	return before.size === now.size && [...now.keys()].every((key) => before.has(key));
}
