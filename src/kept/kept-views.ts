import { readFileSync, rmSync } from 'node:fs';
import { cp, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteAddress } from '../build/offprint-config.ts';
import { inUse, keepNewest } from './kept-folder.ts';
import { sourceKey, sumsOf } from './source-key.ts';

/** Compiles the pages of a project for a site into an empty folder. */
export type Compile = (address: SiteAddress, folder: string) => Promise<void>;

// Some 1.5 MB each: the addresses and settings of tests, and the code before and after a change.
const mostKept = 8;

const sumsName = 'views.sha256';

/**
 * Put what compiled pages load into the folder `assets`: of the pages kept from an earlier build of the same
 * code and address where they are whole, else of new ones, which are kept. Gives the folder of the pages
 * themselves, which is the same for each build: so Node finds compiled what an earlier one loaded.
 * Compiling begins before anything is awaited, so that it goes on while the caller loads modules.
 */
export async function takeViews(
	root: string,
	address: SiteAddress,
	assets: string,
	compile: Compile,
): Promise<string> {
	const kept = join(root, '.cache', 'views', sourceKey(root, address));
	if (isWhole(kept)) await utimes(kept, new Date(), new Date());
	else await keep(kept, `${assets}.new`, (place) => compile(address, place));
	await cp(join(kept, 'client'), assets, { recursive: true });
	keepNewest(dirname(kept), mostKept, inUse);
	return join(kept, 'server');
}

async function keep(
	kept: string,
	place: string,
	write: (place: string) => Promise<void>,
): Promise<void> {
	rmSync(place, { recursive: true, force: true });
	await write(place);
	await writeFile(join(place, sumsName), JSON.stringify(sumsOf(place)));
	await mkdir(dirname(kept), { recursive: true });
	while (!(await isMoved(place, kept))) {
		// What another build kept in the meantime it may be copying.
		if (isWhole(kept)) return rm(place, { recursive: true });
		await rm(kept, { recursive: true, force: true });
	}
}

/** Move a folder to a place, unless something is there. */
async function isMoved(folder: string, place: string): Promise<boolean> {
	try {
		await rename(folder, place);
		return true;
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) throw error;
		return false;
	}
}

/** Whether every file is there as it was written, and no other. */
function isWhole(kept: string): boolean {
	try {
		const expected = readFileSync(join(kept, sumsName), 'utf8');
		const found = sumsOf(kept).filter(([file]) => file !== sumsName);
		return JSON.stringify(found) === expected;
	} catch {
		// Never kept, cut, or taken away by another build: all mean that they are compiled anew.
		return false;
	}
}
