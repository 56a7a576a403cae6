import { pageName, pageNumber, shardFolder, shardSize } from '../index-files.ts';

/** A paper's text, as the index keeps it. */
export interface PaperText {
	/** From the root of the site. */
	readonly url: string;
	readonly title: string;
	/** The abstract, and behind it its formulas as received. */
	readonly text: string;
	/** The systems it names. */
	readonly systems: readonly string[];
}

/** The words of the search index, ready to be asked. */
export interface SearchIndex {
	/** The numbers of the papers, in the order of the archive, that have every word or one that begins with it, best first. A text in quotation marks is found word for word. */
	search(text: string): Promise<readonly number[]>;
	/** Fetch what the index has of some words. Of a beginning it fetches one file by itself, and its words may lie in several. */
	fetchWords(words: readonly string[]): Promise<void>;
}

/** The part of Pagefind's browser API that is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	mergeIndex(path: string): Promise<void>;
	preload(query: string): Promise<void>;
	search(query: string): Promise<{ readonly results: readonly { readonly id: string }[] }>;
}

/** A text of the index, as far as it is used here. */
interface Fragment {
	readonly url: string;
	readonly content: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly filters: Readonly<Record<string, readonly string[]>>;
}

// What Pagefind puts before each of its files.
const signatureLength = 'pagefind_dcd'.length;

/** Load the index at `folder` (`/repo/pagefind/`) with its further parts. Rejects when it cannot be fetched. */
export async function openIndex(folder: string, parts: readonly string[]): Promise<SearchIndex> {
	const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
	// A search takes some milliseconds, and the worker's script would be fetched beside this one.
	await pagefind.options({ noWorker: true });
	await pagefind.init();
	for (const part of parts) await pagefind.mergeIndex(`${folder}${part}`);
	return {
		search: async (text) =>
			(await pagefind.search(text)).results.map(({ id }) => pageNumber(id)),
		fetchWords: async (words) => {
			if (words.length > 0) await pagefind.preload(words.join(' '));
		},
	};
}

/**
 * Fetch a paper's text. By ourselves, because Pagefind gives texts only of what it found, and asked
 * for every paper it fetches all words.
 */
export async function fetchPaper(folder: string, number: number): Promise<PaperText> {
	const part = shardFolder(Math.floor(number / shardSize) + 1);
	const address = `${folder}${part}fragment/${pageName(number)}.pf_fragment`;
	// Asked whether it is still the same: a number may have passed to another paper.
	const response = await fetch(address, { cache: 'no-cache' });
	if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
	const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
	const text = await new Response(stream).text();
	const { url, content, meta, filters } = JSON.parse(text.slice(signatureLength)) as Fragment;
	return { url, title: meta['title'] ?? '', text: content, systems: filters['system'] ?? [] };
}
