import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { pagefindSignature } from '../index-files.ts';

/** The version of Pagefind whose files are as they are described here. */
export const formatVersion = '1.5.2';

/** `pagefind-entry.json`, as far as it is used here. */
export interface IndexEntry {
	readonly version: string;
	readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** The head of an index: version, pages, chunks of words, filters, sorts, fields. */
export type IndexHead = [
	string,
	[name: string, words: number][],
	WordChunk[],
	[name: string, file: string][],
	...unknown[],
];

/** A file of words: its first and last one, and its name. */
export type WordChunk = [first: string, last: string, file: string];

/** What a file of words holds: each word, in order, with its pages. */
export type ChunkContent = [IndexedWord[]];

/** A word with its pages. */
export type IndexedWord = [word: string, ...unknown[]];

/** What the file of a filter holds: its name, and each value with the numbers of its pages. */
export type FilterContent = [name: string, values: [value: string, pages: number[]][]];

/** What a file of the index holds. */
export async function readIndexFile<Content>(path: string): Promise<Content> {
	const bytes = gunzipSync(await readFile(path));
	return decode(bytes.subarray(pagefindSignature.length)) as Content;
}

/** Write a file of the index, and give its name, which is made of what it holds and as long as one of Pagefind's: `en_57cfc3c29b`. */
export async function writeIndexFile(
	content: unknown,
	like: string,
	pathOf: (name: string) => string,
): Promise<string> {
	const bytes = Buffer.concat([Buffer.from(pagefindSignature), encode(content)]);
	const language = like.slice(0, like.indexOf('_') + 1);
	const sum = createHash('sha256').update(bytes).digest('hex');
	const name = language + sum.slice(0, like.length - language.length);
	await writeFile(pathOf(name), gzipSync(bytes, { level: 9 }));
	return name;
}
