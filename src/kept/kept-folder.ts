import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { ifPossible } from './sealed-file.ts';
import { sha256 } from './source-key.ts';

// The archive, one to try things on, and those of tests.
const mostKept = 4;
/** Others may be at work on theirs: a quarter of an hour, in milliseconds. */
export const inUse = 15 * 60_000;

/**
 * Where what is known of one content folder is kept, below `.cache/` of the project. The folders that
 * were used least lately, and not just now, make room for others.
 */
export function keptFolder(root: string, content: string): string {
	const folders = join(root, '.cache', 'kept');
	const folder = join(folders, sha256(content).slice(0, 16));
	ifPossible(() => makeRoom(folders, folder));
	return folder;
}

function makeRoom(folders: string, folder: string): void {
	mkdirSync(folder, { recursive: true });
	utimesSync(folder, new Date(), new Date());
	keepNewest(folders, mostKept, inUse);
}

/** Remove all folders of a folder but those that were changed or used last, and within so many milliseconds. */
export function keepNewest(folders: string, most: number, inUse = 0): void {
	const now = Date.now();
	const used = readdirSync(folders).map((name) => ({
		name,
		at: statSync(join(folders, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
	}));
	for (const { name, at } of used.toSorted((a, b) => b.at - a.at).slice(most))
		if (now - at >= inUse) rmSync(join(folders, name), { recursive: true, force: true });
}
