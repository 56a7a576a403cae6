import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteAddress } from '../build/offprint-config.ts';
import { fileState } from '../check/site-files.ts';
import { filesOf, sha256, sourceKey } from './source-key.ts';

/** A key of all that a site is made of: the project's code, the content, where it is published. */
export function siteKey(root: string, options: SiteAddress & { readonly content: string }): string {
	return sha256(sourceKey(root, options) + stateOf(options.content));
}

/**
 * Whether a folder holds the site that the last build with this key put there, every file as it was
 * left: the size and the time of its last change say so.
 */
export function isAsBuilt(root: string, out: string, key: string): boolean {
	return isRecorded(out, recordOf(root, out), key);
}

/** Whether every file of a site is as it was left when it was recorded, and no other is there. */
export function isRecorded(folder: string, record: string, key?: string): boolean {
	try {
		const text = readFileSync(record, 'utf8');
		const isOfKey = key === undefined || text.startsWith(`${key}\n`);
		return isOfKey && text.slice(text.indexOf('\n') + 1) === stateOf(folder);
	} catch {
		// Never built, or the record was deleted: both mean that nothing is known.
		return false;
	}
}

/** Note that a folder holds the site of a key, and how each of its files, by its path from the root, was found there. */
export function remember(
	root: string,
	out: string,
	key: string,
	found?: ReadonlyMap<string, string>,
): void {
	const record = recordOf(root, out);
	mkdirSync(dirname(record), { recursive: true });
	writeFileSync(
		`${record}.${process.pid}`,
		`${key}\n${found ? formatStates(found) : stateOf(out)}`,
	);
	renameSync(`${record}.${process.pid}`, record);
}

/** Where the last build into a folder is noted. */
export function recordOf(root: string, out: string): string {
	return join(root, '.cache', 'sites', sha256(out).slice(0, 32));
}

/** The names, sizes and times of all files in a folder. Throws where a file just went. */
function stateOf(folder: string): string {
	const states = filesOf(folder).map((file) => `${file} ${fileState(join(folder, file))}\n`);
	return states.join('');
}

/** As `stateOf` does. */
function formatStates(found: ReadonlyMap<string, string>): string {
	const files = [...found.keys()].toSorted();
	return files.map((file) => `${file.slice(1)} ${found.get(file)}\n`).join('');
}
