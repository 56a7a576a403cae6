import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './holder.ts';
import { withLock } from './lock.ts';
import { ifMissing, namesIn, standingAt } from './missing.ts';

/** Whether a folder may be replaced by a site: it is not there, is empty, or is a site itself. */
export async function isReplaceable(folder: string): Promise<boolean> {
	const names = await namesIn(folder);
	return names.length === 0 || (names.includes('index.html') && names.includes('urls.txt'));
}

/**
 * The folder that a path means: where it leads, if it is a link, so that the link stays. `undefined`
 * for a link that leads nowhere.
 */
export async function placeOf(path: string): Promise<string | undefined> {
	const stats = await standingAt(path);
	if (!stats?.isSymbolicLink()) return path;
	return realpath(path).catch(ifMissing(undefined));
}

/**
 * Put a finished site in the place of another, and that into `spare`. On another file system it is copied
 * beside its place first, under a name of its own, so that it appears there whole, and none is spared. Gives
 * whether its files are the same ones.
 */
export async function publish(fresh: string, place: string, spare?: string): Promise<boolean> {
	await mkdir(dirname(place), { recursive: true });
	await clearCopies(place);
	if ((await stat(fresh)).dev === (await stat(dirname(place))).dev) {
		await swapFolder(fresh, place, spare);
		return true;
	}
	const beside = `${copyPrefix(place)}${process.pid}-${randomUUID()}`;
	try {
		await cp(fresh, beside, { recursive: true });
		await swapFolder(beside, place);
		return false;
	} finally {
		await rm(beside, { recursive: true, force: true });
	}
}

function copyPrefix(place: string): string {
	return `${place}.offprint-new-`;
}

/** A build that was killed while it copied will not come back for its copy. */
async function clearCopies(place: string): Promise<void> {
	const prefix = basename(copyPrefix(place));
	for (const name of await readdir(dirname(place))) {
		if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)))
			await rm(join(dirname(place), name), { recursive: true, force: true });
	}
}

/** Where an old folder waits to be deleted: a name that nobody else gives one. */
function asideOf(place: string): string {
	return `${place}.offprint-old`;
}

/**
 * Put a finished folder in the place of another: the old one is moved aside, the new one moved in, then
 * the old one moved to `spare`, or deleted. A run that was killed in between is mended by the next.
 */
export async function swapFolder(fresh: string, place: string, spare?: string): Promise<void> {
	const aside = asideOf(place);
	await withLock(`${place}.lock`, async () => {
		await mendSwap(place);
		await rename(place, aside).catch(ifMissing(undefined));
		await rename(fresh, place);
		if (spare !== undefined) await rename(aside, spare).catch(ifMissing(undefined));
		remove(aside);
	});
}

/** Undo a swap that was killed between its two renames. */
async function mendSwap(place: string): Promise<void> {
	const aside = asideOf(place);
	if (!(await standingAt(place)) && (await standingAt(aside))) await rename(aside, place);
	else remove(aside);
}

/** In one call: nothing else is to be done meanwhile, and that takes a third of the time of one for each file. */
function remove(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
}
