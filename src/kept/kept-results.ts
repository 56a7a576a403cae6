import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Keep, KeptKind } from '../model/keep.ts';
import { keptFolder } from './kept-folder.ts';
import { isLentTo, readLent } from './lent.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** What earlier runs found out of one content folder, and what this one does. */
export interface KeptResults {
	readonly keep: Keep;
	/** Write what this run took or made, and let it go; what it had no use for goes for ever. */
	readonly save: () => void;
	/** How many results of a kind this run had use for, and how many of them it made. */
	readonly count: (kind: KeptKind) => Count;
}

/** How many there are, and how many of them were made anew. */
export interface Count {
	readonly all: number;
	readonly made: number;
}

/** Results of one kind as lines of a file, each by the sum of its input: the sum, and the result as JSON. */
interface Shelf {
	readonly before: ReadonlyMap<string, Buffer>;
	readonly now: Map<string, Buffer>;
}

/** Each is of the archive as a whole, and large: the next run goes by what a run found last. */
const ofArchive: ReadonlySet<KeptKind> = new Set(['judged']);

/** All that a result depends on beside its input, from the root of the project. */
const sources = [
	'src/parse',
	'src/archive',
	'src/enrich',
	'src/text',
	'src/model',
	'package-lock.json',
];

/**
 * Open what is kept of a content folder. It may be deleted at any time; what is damaged, or was made by
 * other code, counts for nothing.
 */
export function openResults(root: string, content: string): KeptResults {
	const folder = keptFolder(root, content);
	const code = keyOf(root, sources);
	const shelves = new Map<KeptKind, Shelf>();
	const saved = new Map<KeptKind, Count>();
	const shelfOf = (kind: KeptKind): Shelf => {
		let shelf = shelves.get(kind);
		if (!shelf) {
			shelf = { before: readShelf(join(folder, kind), code), now: new Map() };
			shelves.set(kind, shelf);
		}
		return shelf;
	};
	const keyOfInput = openKeys();
	const keep: Keep = (kind, input, make) => {
		const { before, now } = shelfOf(kind);
		const key = keyOfInput(input);
		const kept = now.get(key) ?? before.get(key);
		const made = kept ? JSON.parse(kept.toString('utf8', keyLength)) : make();
		if (ofArchive.has(kind)) now.clear();
		if (made !== undefined)
			now.set(key, kept ?? Buffer.from(`${key}${JSON.stringify(made)}\n`));
		return made;
	};
	const save = () => {
		for (const [kind, shelf] of shelves) {
			saved.set(kind, countOf(shelf));
			if (isLentTo(folder) || !isSame(shelf))
				writeSealed(join(folder, kind), code, [...shelf.now.values()]);
		}
		shelves.clear();
	};
	const count = (kind: KeptKind) => saved.get(kind) ?? countOf(shelfOf(kind));
	return { keep, save, count };
}

/** Sums up inputs; a long part of several, once. */
function openKeys(): (input: readonly string[]) => string {
	const sums = new Map<string, string>();
	const sumOf = (part: string): string => {
		let sum = sums.get(part);
		if (sum === undefined) sums.set(part, (sum = hash('sha256', part)));
		return sum;
	};
	// No two inputs are told alike: JSON as a whole would do, and takes longer than to sum it up.
	const told = (part: string): string => {
		if (part.length >= longPart) return `#${sumOf(part)}`;
		return part.isWellFormed() ? `${part.length} ${part}` : `!${JSON.stringify(part)}`;
	};
	return (input) => hash('sha256', input.map(told).join(''), 'base64url');
}

/** JSON has no line breaks. */
function readShelf(path: string, code: string): Map<string, Buffer> {
	const lines = new Map<string, Buffer>();
	for (const file of [...readLent(path, code), readSealed(path, code) ?? []].flat()) {
		for (let start = 0, end; start < file.length; start = end) {
			end = file.indexOf('\n', start) + 1 || file.length;
			lines.set(file.toString('latin1', start, start + keyLength), file.subarray(start, end));
		}
	}
	return lines;
}

const keyLength = 43;
// So long are lists that the results of all papers depend on, and hardly an abstract.
const longPart = 5000;

function countOf({ before, now }: Shelf): Count {
	return { all: now.size, made: [...now.keys()].filter((key) => !before.has(key)).length };
}

function isSame({ before, now }: Shelf): boolean {
	return before.size === now.size && [...now.keys()].every((key) => before.has(key));
}
