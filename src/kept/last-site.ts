import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteAddress } from '../build/offprint-config.ts';
import { fileState } from '../check/site-files.ts';
import { filesOf, sha256, sourceKey } from './source-key.ts';

/** A key of all that a site is made of: the project's code, the content, where it is published. */
export function siteKey(root: string, options: SiteAddress & { readonly content: string }): string {
	return sha256(sourceKey(root, options) + formatStates(statesIn(options.content)));
}

/**
 * Whether a folder holds the site that the last build with this key put there, every file as it was
 * left: the size and the time of its last change say so.
 */
export function isAsBuilt(root: string, out: string, key: string): boolean {
	return recordedStates(out, recordOf(root, out), key) !== undefined;
}

/**
 * How each file of a site is, by its path from the root: as it was left when the site was recorded. Nothing
 * where one is not, or one more is there.
 */
export function recordedStates(
	folder: string,
	record: string,
	key?: string,
): ReadonlyMap<string, string> | undefined {
	try {
		const text = readFileSync(record, 'utf8');
		if (key !== undefined && !text.startsWith(`${key}\n`)) return undefined;
		const states = statesIn(folder);
		return text.slice(text.indexOf('\n') + 1) === formatStates(states) ? states : undefined;
	} catch {
		// Never built, or the record was deleted: both mean that nothing is known.
		return undefined;
	}
}

/** Note that a folder holds the site of a key, and how each of its files, by its path from the root, was found there. */
export function remember(root: string, out: string, key: string, found = statesIn(out)): void {
	const record = recordOf(root, out);
	mkdirSync(dirname(record), { recursive: true });
	writeFileSync(`${record}.${process.pid}`, `${key}\n${formatStates(found)}`);
	renameSync(`${record}.${process.pid}`, record);
}

/** Where the last build into a folder is noted. */
export function recordOf(root: string, out: string): string {
	return join(root, '.cache', 'sites', sha256(out).slice(0, 32));
}

/** The sizes and times of all files in a folder, by their paths from it. Throws where a file just went. */
function statesIn(folder: string): ReadonlyMap<string, string> {
	return new Map(
		filesOf(folder).map((file) => [
			`/${file.replaceAll('\\', '/')}`,
			fileState(join(folder, file)),
		]),
	);
}

function formatStates(states: ReadonlyMap<string, string>): string {
	const files = [...states.keys()].toSorted();
	return files.map((file) => `${file} ${states.get(file)}\n`).join('');
}
