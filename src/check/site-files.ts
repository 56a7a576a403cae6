import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { error, type Finding } from './findings.ts';

/** The size in bytes of each file of a site, by its path from the root with `/` between folders, in order. */
export type Sizes = ReadonlyMap<string, number>;

/** The files of a site, and what of it is none. */
export interface SiteFiles {
	readonly sizes: Sizes;
	readonly others: readonly Finding[];
}

/** List the files of a site, and what is none. Throws when a folder cannot be read. */
export function listSite(folder: string): SiteFiles {
	const found = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			const file = path.slice(folder.length).replaceAll('\\', '/');
			return { file, size: entry.isFile() ? lstatSync(path).size : undefined };
		})
		.toSorted((a, b) => (a.file < b.file ? -1 : 1));
	const sizes = found.flatMap(({ file, size }) =>
		size === undefined ? [] : [[file, size] as const],
	);
	const others = found.filter(({ size }) => size === undefined);
	return {
		sizes: new Map(sizes),
		others: others.map(({ file }) => error('not-a-file', file, 'Not a regular file')),
	};
}
