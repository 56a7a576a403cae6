import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { pageName } from '../index-files.ts';

// What Pagefind puts before the CBOR of each of its files.
const signature = Buffer.from('pagefind_dcd');

/** `pagefind-entry.json`, as far as it is used here. */
interface IndexEntry {
	readonly languages: Readonly<Record<string, { hash: string }>>;
}

/** A filter: its name, and each value with the numbers of its pages. */
type Filter = [name: string, values: [value: string, pages: number[]][]];

/** Words in order, each with its pages. */
type Word = [word: string, ...unknown[]];

/** A part of the words: its first and last one, and its file. */
type Chunk = [first: string, last: string, hash: string];

/** The head of an index: version, pages (file and length), word chunks, filters (name and file), sorts, fields. */
type Meta = [
	string,
	[hash: string, words: number][],
	Chunk[],
	[name: string, hash: string][],
	...unknown[],
];

// Pagefind makes chunks of some 25 KB, of which a search fetches one for each word. Smaller ones move
// less, but each has 12 bytes in the head, which every search fetches. For a search of three words both
// together are least at this many bytes (before compression, which leaves two fifths) times the root of all.
const chunkFactor = 3.2;
// A text's length weighs in the ranking, where so many words more or less move nothing; in the head it compresses badly.
const lengthStep = 16;

/**
 * Put the filters of an index in order, cut its chunks of words smaller, and name the files anew by what they then hold. Pagefind
 * 1.5.2 writes filters and their values in the order of a hash map, which differs from run to run;
 * all else it writes is the same each time. Texts are named by the numbers of their papers, of which the first is `start`.
 */
export async function canonicalizeIndex(folder: string, start = 0): Promise<void> {
	const entryFile = join(folder, 'pagefind-entry.json');
	const entry = JSON.parse(await readFile(entryFile, 'utf8')) as IndexEntry;
	for (const language of Object.values(entry.languages)) {
		language.hash = await canonicalizeMeta(folder, language.hash, start);
	}
	await writeFile(entryFile, JSON.stringify(entry));
}

async function canonicalizeMeta(folder: string, hash: string, start: number): Promise<string> {
	const pathOf = (name: string) => join(folder, `pagefind.${name}.pf_meta`);
	return rewrite<Meta>(hash, pathOf, async (meta) => {
		const [version, pages, chunks, filters, ...rest] = meta;
		const numbered = await numberPages(folder, pages, start);
		const cut = await cutChunks(folder, chunks);
		const renamed = await Promise.all(
			filters.map(async ([name, file]): Promise<[string, string]> => [
				name,
				await canonicalizeFilter(folder, file),
			]),
		);
		return [version, numbered, cut, renamed.toSorted(byFirst), ...rest];
	});
}

/**
 * Pagefind names a text by a hash of seven digits, which two parts may have in common; and in the
 * head, which every search fetches, hashes are what compresses least.
 */
async function numberPages(folder: string, pages: Meta[1], start: number): Promise<Meta[1]> {
	const pathOf = (name: string) => join(folder, 'fragment', `${name}.pf_fragment`);
	return Promise.all(
		pages.map(async ([hash, words], place): Promise<[string, number]> => {
			const name = pageName(start + place);
			await rename(pathOf(hash), pathOf(name));
			return [name, Math.max(1, Math.round(words / lengthStep)) * lengthStep];
		}),
	);
}

async function cutChunks(folder: string, chunks: readonly Chunk[]): Promise<Chunk[]> {
	const pathOf = (name: string) => join(folder, 'index', `${name}.pf_index`);
	const contents = await Promise.all(
		chunks.map(async ([, , hash]) => readContent<[Word[]]>(pathOf(hash))),
	);
	const sizes = contents.map(([words]) => words.map((word) => encode(word).length));
	const total = sizes.flat().reduce((sum, size) => sum + size, 0);
	const target = chunkFactor * Math.sqrt(total);
	const cut = await Promise.all(
		chunks.map(async ([first, last, hash], number): Promise<Chunk[]> => {
			const [words] = contents[number]!;
			const parts = cutWords(words, sizes[number]!, target);
			if (parts.length < 2) return [[first, last, hash]];
			await rm(pathOf(hash));
			return Promise.all(
				parts.map(async (part): Promise<Chunk> => [
					part[0]![0],
					part.at(-1)![0],
					await writeContent([part], hash, pathOf),
				]),
			);
		}),
	);
	return cut.flat();
}

/** Runs of words of about the size that is wanted, in bytes before compression. */
function cutWords(words: readonly Word[], sizes: readonly number[], target: number): Word[][] {
	const total = sizes.reduce((sum, size) => sum + size, 0);
	const count = Math.max(1, Math.round(total / target));
	const parts: Word[][] = Array.from({ length: count }, () => []);
	let before = 0;
	words.forEach((word, number) => {
		parts[Math.min(count - 1, Math.floor((before * count) / total))]!.push(word);
		before += sizes[number]!;
	});
	return parts.filter((part) => part.length > 0);
}

async function canonicalizeFilter(folder: string, hash: string): Promise<string> {
	const pathOf = (name: string) => join(folder, 'filter', `${name}.pf_filter`);
	return rewrite<Filter>(hash, pathOf, ([name, values]) => [name, values.toSorted(byFirst)]);
}

/** Change a file of the index and give the name it then has, as long as its old one. */
async function rewrite<Content>(
	hash: string,
	pathOf: (name: string) => string,
	change: (content: Content) => Content | Promise<Content>,
): Promise<string> {
	const content = await change(await readContent<Content>(pathOf(hash)));
	await rm(pathOf(hash));
	return writeContent(content, hash, pathOf);
}

async function readContent<Content>(path: string): Promise<Content> {
	const bytes = gunzipSync(await readFile(path));
	return decode(bytes.subarray(signature.length)) as Content;
}

/** Write a file of the index under a name like another's, made of what it holds. */
async function writeContent(
	content: unknown,
	like: string,
	pathOf: (name: string) => string,
): Promise<string> {
	const bytes = Buffer.concat([signature, encode(content)]);
	const language = like.slice(0, like.indexOf('_') + 1);
	const sum = createHash('sha256').update(bytes).digest('hex');
	const name = language + sum.slice(0, like.length - language.length);
	await writeFile(pathOf(name), gzipSync(bytes, { level: 9 }));
	return name;
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
