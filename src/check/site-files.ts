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
		});
	const states = found.flatMap(({ file, state }): [string, string][] =>
		state === undefined ? [] : [[file, state]],
	);
	const others = found.filter(({ state }) => state === undefined).map(({ file }) => file);
	return siteFiles(
		states,
		others.toSorted().map((file) => error('not-a-file', file, 'Not a regular file')),
	);
}

/** The files of a site by the state of each, in order. */
export function siteFiles(
	found: Iterable<readonly [file: string, state: string]>,
	others: readonly Finding[] = [],
): SiteFiles {
	const states = new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
	// The size is the first that a state says.
	const sizes = Array.from(
		states,
		([file, state]) => [file, Number.parseInt(state, 10)] as const,
	);
	return { sizes: new Map(sizes), states, others };
}

/** The size of a file, the times of its last changes, and which of its disk it is: `512 1795733835000000000 …`. */
export function fileState(path: string): string {
	const { size, mtimeNs, ctimeNs, ino } = lstatSync(path, { bigint: true });
	return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}
