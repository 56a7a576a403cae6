import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readSealed } from './sealed-file.ts';

const place = 'lent';

/** Have what is kept in other folders count in a folder too, until it is given back. They stay as they are. */
export function lend(folder: string, others: readonly string[]): void {
	giveBack(folder);
	mkdirSync(join(folder, place), { recursive: true });
	for (const [index, other] of others.entries())
		symlinkSync(other, join(folder, place, String(index)), 'junction');
}

/** Have what was lent to a folder count there no more. */
export function giveBack(folder: string): void {
	rmSync(join(folder, place), { recursive: true, force: true });
}

/** Whether something is lent to a folder, so that it counts there and is not kept there. */
export function isLentTo(folder: string): boolean {
	return existsSync(join(folder, place));
}

/** Where files were lent under the name of a file; none of them need be there. */
export function lentPaths(path: string): string[] {
	const folder = join(dirname(path), place);
	return foldersIn(folder).map((name) => join(folder, name, basename(path)));
}

/** The bytes of all files that were lent under the name of a sealed file, as far as they were made for `key`. */
export function readLent(path: string, key: string): Buffer[] {
	return lentPaths(path).flatMap((lent) => readSealed(lent, key) ?? []);
}

function foldersIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		// Mostly because nothing was lent; what cannot be read spares no time.
		return [];
	}
}
