import { dirname } from 'node:path/posix';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { error, type Finding } from './findings.ts';

// What Pagefind writes before the content of each of its files.
const signature = 'pagefind_dcd';

/** What a file of the index holds. Throws for one that is cut or is something else. */
export function readIndexFile(file: string, bytes: Uint8Array): unknown {
	const content = gunzipSync(bytes);
	if (content.subarray(0, signature.length).toString('latin1') !== signature)
		throw new Error('it lacks the mark of an index');
	const rest = content.subarray(signature.length);
	return file.endsWith('.pf_fragment') ? JSON.parse(rest.toString('utf8')) : decode(rest);
}

/** Whether a file is one of Pagefind's own, e.g. `/pagefind/index/en_2c1f.pf_index`. */
export function isIndexFile(file: string): boolean {
	return /\.pf_(?:meta|index|filter|fragment)$/.test(file);
}

/** A table of contents of an index: version, pages, files of words, files of filters. */
type Head = [string, [page: string, ...unknown[]][], unknown[][], unknown[][], ...unknown[]];

/**
 * Hold the tables of contents of an index to its files: every page, file of words and filter that one
 * names is there, and no other.
 */
export function checkIndex(
	heads: ReadonlyMap<string, unknown>,
	files: readonly string[],
): Finding[] {
	const present = new Set(files);
	const named = new Set(heads.keys());
	const findings: Finding[] = [];
	for (const [file, head] of heads) {
		const folder = dirname(file);
		for (const part of partsOf(head as Head)) {
			const path = `${folder}/${part}`;
			named.add(path);
			if (!present.has(path))
				findings.push(
					error('malformed-index', file, `It names \`${path}\`, which is not there`),
				);
		}
	}
	const others = files.filter((file) => !named.has(file));
	return [
		...findings,
		...others.map((file) => error('malformed-index', file, 'No part of the index names it')),
	];
}

function partsOf([, pages, words, filters]: Head): string[] {
	return [
		...pages.map(([page]) => `fragment/${page}.pf_fragment`),
		...words.map((chunk) => `index/${String(chunk[2])}.pf_index`),
		...filters.map(([, name]) => `filter/${String(name)}.pf_filter`),
	];
}
