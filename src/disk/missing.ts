import { lstat, readdir } from 'node:fs/promises';
import type { Stats } from 'node:fs';

/** Takes the place of what is not there; any other error of the disk stays one. */
export function ifMissing<Instead>(instead: Instead) {
	return (error: NodeJS.ErrnoException): Instead => {
		if (error.code === 'ENOENT') return instead;
		throw error;
	};
}

/** The names in a folder; none in one that is not there. */
export async function namesIn(folder: string): Promise<string[]> {
	return readdir(folder).catch(ifMissing<string[]>([]));
}

/** What stands at a path, itself and not what it links to; nothing, if nothing does. */
export async function standingAt(path: string): Promise<Stats | undefined> {
	return lstat(path).catch(ifMissing(undefined));
}
