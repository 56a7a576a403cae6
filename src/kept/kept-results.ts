import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Keep, KeptKind } from '../model/keep.ts';
import { remembering } from '../text/remembering.ts';
import { keptFolder } from './kept-folder.ts';
import { isLentTo, readLent } from './lent.ts';
import { beginSealed, linesOf, readSealed, type Place, type SealedDraft } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** What earlier runs found out of one content folder, and what this one does. */
export interface KeptResults {
	readonly keep: Keep;
	/** Have what this run took or made count for the next; what it had no use for goes for ever. */
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
	/** What was taken, and where that lies on the draft which was made, or its line where it is not there yet. */
	readonly now: Map<string, Place | Buffer | undefined>;
	/** Lines of the next file, which is begun with the first that is new. */
	readonly draft: () => SealedDraft;
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
		if (!shelf) shelves.set(kind, (shelf = openShelf(join(folder, kind), code)));
		return shelf;
	};
	let keyOfInput = openKeys();
	const keep: Keep = (kind, input, make) => {
		const shelf = shelfOf(kind);
		const key = keyOfInput(input);
		const kept = lineOf(shelf, key);
		const made = kept ? JSON.parse(kept.toString('utf8', keyLength)) : make();
		const line = () => Buffer.from(`${key}${JSON.stringify(made)}\n`);
		if (ofArchive.has(kind)) {
			shelf.now.clear();
			shelf.now.set(key, kept ?? line());
		} else if (made !== undefined && !shelf.now.has(key)) {
			shelf.now.set(key, kept ? undefined : shelf.draft().add(line()));
		}
		return made;
	};
	const save = () => {
		for (const [kind, shelf] of shelves) {
			saved.set(kind, countOf(shelf));
			if (isLentTo(folder) || !isSame(shelf)) seal(shelf);
		}
		shelves.clear();
		// It holds texts that nobody else may need.
		keyOfInput = openKeys();
	};
	const count = (kind: KeptKind) => saved.get(kind) ?? countOf(shelfOf(kind));
	return { keep, save, count };
}

/** Sums up inputs; a long part, of which there are several results, once. */
function openKeys(): (input: readonly string[]) => string {
	const toldShort = remembering((part) => `#${sumOf(toldWhole(part))}`, mostLong);
	const told = (part: string) => (part.length < longPart ? toldWhole(part) : toldShort(part));
	return (input) => sumOf(input.map(told).join(''));
}

/** No two parts are told alike: JSON as a whole would do, and takes longer than to sum it up. */
function toldWhole(part: string): string {
	return part.isWellFormed() ? `${part.length} ${part}` : `!${JSON.stringify(part)}`;
}

function sumOf(text: string): string {
	return hash('sha256', text, 'base64url');
}

function openShelf(path: string, code: string): Shelf {
	let draft: SealedDraft | undefined;
	return {
		before: readShelf(path, code),
		now: new Map(),
		draft: () => (draft ??= beginSealed(path, code)),
	};
}

function lineOf({ before, now, draft }: Shelf, key: string): Buffer | undefined {
	const line = now.get(key) ?? before.get(key);
	return line && 'start' in line ? draft().read(line) : line;
}

/** Put the lines that were taken behind those that were made. */
function seal({ before, now, draft }: Shelf): void {
	for (const [key, place] of now) {
		const line = place ?? before.get(key);
		if (line && !('start' in line)) draft().add(line);
	}
	draft().seal();
}

function readShelf(path: string, code: string): Map<string, Buffer> {
	const files = [...readLent(path, code), readSealed(path, code) ?? []].flat();
	return new Map(files.flatMap((file) => Array.from(linesOf(file), shelved)));
}

function shelved(line: Buffer) {
	return [line.toString('latin1', 0, keyLength), line] as const;
}

const keyLength = 43;
// So long are most abstracts, and lists that the results of all papers depend on.
const longPart = 500;
// Of how many the sum is remembered, and so the text: 25 MB.
const mostLong = 2 ** 13;

function countOf({ before, now }: Shelf): Count {
	return { all: now.size, made: [...now.keys()].filter((key) => !before.has(key)).length };
}

function isSame({ before, now }: Shelf): boolean {
	return before.size === now.size && [...now.keys()].every((key) => before.has(key));
}
