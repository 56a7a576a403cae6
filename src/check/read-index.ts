import { dirname } from 'node:path/posix';
import { gunzipSync } from 'node:zlib';
import { error, type Finding } from './findings.ts';

/** A file that the table of terms names, or the table: `/search-index/texts/0.packed`. */
export const indexFileRe = /\.packed$|\/terms\.json$/;

/** What is shown of some papers: `/search-index/texts/0.packed`. */
export const textFileRe = /\/texts\/\d+\.packed$/;

/** What a file of the index holds. Throws for one that is cut or is something else. */
export function readIndexFile(file: string, bytes: Uint8Array): unknown {
	return JSON.parse(String(file.endsWith('.packed') ? gunzipSync(bytes) : bytes));
}

/** A table of terms: the blocks of terms by the first of each. */
interface Head {
	/** The folder of the blocks. */
	readonly version: string;
	readonly starts: readonly string[];
}

/**
 * Hold the tables of indexes to their files: every block that one names is there, the files of texts are numbered
 * without a gap, and there is no other.
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
		const texts = files.filter((path) => path.startsWith(`${folder}/texts/`)).length;
		for (const part of partsOf(head as Head, texts)) {
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

// How many papers the texts are of is counted with the records of other files.
function partsOf({ version, starts }: Head, texts: number): string[] {
	return [
		...Array.from({ length: texts }, (_, number) => `texts/${number}.packed`),
		...starts.flatMap((_, at) => [
			`terms/${version}/${at}.packed`,
			`places/${version}/${at}.packed`,
		]),
	];
}
