import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSums, type Sums } from '../check/sums.ts';
import { address } from '../model/address.ts';
import { recordedStates, recordOf } from './last-site.ts';
import { keepNewest } from './kept-folder.ts';
import { sha256 } from './source-key.ts';

// Those of the archive, and of one to try things on.
const mostKept = 2;

/**
 * The site that the last build into a folder took away is kept for the next one, which writes only what
 * is not in it. Puts it at `folder`, if there is one; gives where its record lies.
 */
export function takeSpare(root: string, out: string, folder: string): string | undefined {
	const { site, record } = placesOf(root, out);
	try {
		mkdirSync(dirname(folder), { recursive: true });
		renameSync(site, folder);
		return record;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		return undefined;
	}
}

/**
 * Make room for the site that stands in a folder, and keep what is recorded of it. Gives where the site is
 * to be put; nothing where none is recorded.
 */
export function placeForSpare(root: string, out: string): string | undefined {
	const { site, record } = placesOf(root, out);
	const folder = dirname(site);
	rmSync(folder, { recursive: true, force: true });
	if (!existsSync(recordOf(root, out))) return undefined;
	mkdirSync(folder, { recursive: true });
	renameSync(recordOf(root, out), record);
	keepNewest(dirname(folder), mostKept);
	return site;
}

/** The files of a spare site, by their paths from its root. */
export interface SpareFiles {
	readonly sums: Sums;
	/** How each is. */
	readonly states: ReadonlyMap<string, string>;
}

/** Open a spare site. One in which a file is not as its build left it, or is no part of it, is deleted whole. */
export function openSpare(folder: string, record: string): SpareFiles {
	const manifest = join(folder, address.manifest);
	const recorded = recordedStates(folder, record);
	if (!recorded) {
		rmSync(folder, { recursive: true, force: true });
		return { sums: new Map(), states: new Map() };
	}
	const sums = parseSums(readFileSync(manifest, 'utf8'));
	// It is of the site that was, and the next one is written when that is whole.
	rmSync(manifest);
	const states = new Map(recorded);
	states.delete(address.manifest);
	return { sums, states };
}

function placesOf(root: string, out: string) {
	const folder = join(root, '.cache', 'spares', sha256(out).slice(0, 32));
	return { site: join(folder, 'site'), record: join(folder, 'record') };
}
