import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { error, type Finding } from './findings.ts';

/** The size in bytes of each file of a site, by its path from the root with `/` between folders, in order. */
export type Sizes = ReadonlyMap<string, number>;

/** The files of a site, and what of it is none. */
export interface SiteFiles {
	readonly sizes: Sizes;
	/** By which each is known to be as it was left. */
	readonly states: ReadonlyMap<string, string>;
	readonly others: readonly Finding[];
}

/** List the files of a site, and what is none. Throws when a folder cannot be read. */
export function listSite(folder: string): SiteFiles {
	const found = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			const file = path.slice(folder.length).replaceAll('\\', '/');
			return { file, state: entry.isFile() ? fileState(path) : undefined };
		})
		.toSorted((a, b) => (a.file < b.file ? -1 : 1));
	const states = new Map(
		found.flatMap(({ file, state }) => (state === undefined ? [] : [[file, state] as const])),
	);
	const others = found.filter(({ state }) => state === undefined);
	return {
		// It is the first that a state says.
		sizes: new Map(Array.from(states, ([file, state]) => [file, Number.parseInt(state, 10)])),
		states,
		others: others.map(({ file }) => error('not-a-file', file, 'Not a regular file')),
	};
}

/** The size of a file, the times of its last changes, and which of its disk it is: `512 1795733835000000000 …`. */
export function fileState(path: string): string {
	const { size, mtimeNs, ctimeNs, ino } = lstatSync(path, { bigint: true });
	return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}
