import type { Sizes } from './site-files.ts';

/** Files of one kind, and how much room they take. */
export interface KindOfFiles {
	readonly kind: string;
	readonly files: number;
	readonly bytes: number;
}

// The first that a file's path is decides.
const kinds: readonly (readonly [path: RegExp, kind: string])[] = [
	[/^\/papers\/[0-9a-z]{10}\//, 'papers'],
	[/^\/papers\//, 'lists of papers'],
	[/^\/(?:digests|systems|topics|feeds|data|code|trends)\//, ''],
	[/^\/cite\//, 'citations'],
	[/^\/search-index\/texts\//, 'texts of the search'],
	[/^\/search-index\//, 'search index'],
	[/^\/(?:sitemap|urls|register|manifest)/, 'lists of addresses'],
];

/** How many bytes the files of each kind take, most first. */
export function bytesByKind(sizes: Sizes): KindOfFiles[] {
	const found = new Map<string, { kind: string; files: number; bytes: number }>();
	for (const [file, size] of sizes) {
		const kind = kindOf(file);
		const known = found.get(kind) ?? { kind, files: 0, bytes: 0 };
		known.files++;
		known.bytes += size;
		found.set(kind, known);
	}
	return [...found.values()].toSorted((a, b) => b.bytes - a.bytes);
}

/** What kind of file one is, e.g. `papers`, by its path from the root. */
export function kindOf(file: string): string {
	for (const [path, kind] of kinds) if (path.test(file)) return kind || file.split('/')[1]!;
	return 'others';
}
