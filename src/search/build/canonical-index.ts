import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'cborg';
import { pageName } from '../index-files.ts';
import {
	formatVersion,
	readIndexFile,
	writeIndexFile,
	type ChunkContent,
	type FilterContent,
	type IndexedWord,
	type IndexEntry,
	type IndexHead,
	type WordChunk,
} from './pagefind-format.ts';

/**
 * Put the filters of an index in order, cut its files of words smaller, and name its texts by the
 * numbers of their papers, of which the first is `start`. Pagefind writes filters and their values
 * in the order of a hash map, which differs from run to run; all else it writes is the same each time.
 */
export async function canonicalizeIndex(folder: string, start: number): Promise<void> {
	const entryFile = join(folder, 'pagefind-entry.json');
	const entry = JSON.parse(await readFile(entryFile, 'utf8')) as IndexEntry;
	if (entry.version !== formatVersion)
		throw new Error(`Unexpected index of Pagefind ${entry.version}, expected ${formatVersion}`);
	const languages = await Promise.all(
		Object.entries(entry.languages).map(async ([name, language]) => {
			const hash = await canonicalizeHead(folder, language.hash, start);
			return [name, { ...language, hash }] as const;
		}),
	);
	const canonical = { ...entry, languages: Object.fromEntries(languages) };
	await writeFile(entryFile, JSON.stringify(canonical));
}

async function canonicalizeHead(folder: string, hash: string, start: number): Promise<string> {
	const pathOf = (name: string) => join(folder, `pagefind.${name}.pf_meta`);
	return rewrite<IndexHead>(hash, pathOf, async ([version, pages, chunks, filters, ...rest]) => {
		const sorted = await Promise.all(
			filters.map(async ([name, file]): Promise<[string, string]> => [
				name,
				await sortFilter(folder, file),
			]),
		);
		return [
			version,
			await numberPages(folder, pages, start),
			await cutChunks(folder, chunks),
			sorted.toSorted(byFirst),
			...rest,
		];
	});
}

async function sortFilter(folder: string, file: string): Promise<string> {
	const pathOf = (name: string) => join(folder, 'filter', `${name}.pf_filter`);
	return rewrite<FilterContent>(file, pathOf, ([name, values]) => [
		name,
		values.toSorted(byFirst),
	]);
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Change a file of the index, and give the name it then has. */
async function rewrite<Content>(
	old: string,
	pathOf: (name: string) => string,
	change: (content: Content) => Content | Promise<Content>,
): Promise<string> {
	const content = await change(await readIndexFile<Content>(pathOf(old)));
	await rm(pathOf(old));
	return writeIndexFile(content, old, pathOf);
}

/**
 * Pagefind names a text by a hash of seven digits, which two shards may have in common; and in the
 * head, which every search fetches, hashes are what compresses least.
 */
async function numberPages(
	folder: string,
	pages: IndexHead[1],
	start: number,
): Promise<IndexHead[1]> {
	const pathOf = (name: string) => join(folder, 'fragment', `${name}.pf_fragment`);
	return Promise.all(
		pages.map(async ([hash, words], place): Promise<[string, number]> => {
			const name = pageName(start + place);
			await rename(pathOf(hash), pathOf(name));
			return [name, words];
		}),
	);
}

// Pagefind makes files of some 25 KB, of which a search fetches one for each word. Smaller ones move
// less, but each has 12 bytes in the head, which every search fetches. For a search of three words both
// together are least at this many bytes (before compression, which leaves two fifths) times the root of all.
const chunkFactor = 3.2;

async function cutChunks(folder: string, chunks: readonly WordChunk[]): Promise<WordChunk[]> {
	const pathOf = (name: string) => join(folder, 'index', `${name}.pf_index`);
	const read = await Promise.all(
		chunks.map(async (chunk) => {
			const [words] = await readIndexFile<ChunkContent>(pathOf(chunk[2]));
			return { chunk, words: words.map((word) => ({ word, size: encode(word).length })) };
		}),
	);
	const total = sizeOf(read.flatMap(({ words }) => words));
	const target = chunkFactor * Math.sqrt(total);
	const cut = await Promise.all(
		read.map(async ({ chunk, words }) => {
			const parts = cutWords(words, target);
			if (parts.length < 2) return [chunk];
			await rm(pathOf(chunk[2]));
			return Promise.all(parts.map((part) => writeChunk(part, chunk[2], pathOf)));
		}),
	);
	return cut.flat();
}

/** A word, and its bytes before compression. */
interface SizedWord {
	readonly word: IndexedWord;
	readonly size: number;
}

function sizeOf(words: readonly SizedWord[]): number {
	return words.reduce((sum, { size }) => sum + size, 0);
}

/** Runs of words of about the size that is wanted. */
function cutWords(words: readonly SizedWord[], target: number): IndexedWord[][] {
	const total = sizeOf(words);
	const count = Math.max(1, Math.round(total / target));
	const parts: IndexedWord[][] = Array.from({ length: count }, () => []);
	let before = 0;
	for (const { word, size } of words) {
		parts[Math.min(count - 1, Math.floor((before * count) / total))]!.push(word);
		before += size;
	}
	return parts.filter((part) => part.length > 0);
}

async function writeChunk(
	words: IndexedWord[],
	like: string,
	pathOf: (name: string) => string,
): Promise<WordChunk> {
	const content: ChunkContent = [words];
	const file = await writeIndexFile(content, like, pathOf);
	return [words[0]![0], words.at(-1)![0], file];
}
