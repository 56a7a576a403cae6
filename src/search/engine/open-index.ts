import { pageNumber, shardFolder } from '../index-files.ts';

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

/** Load the index of so many shards whose first is at `folder` (`/repo/pagefind/`). Rejects when it cannot be fetched. */
export async function openIndex(folder: string, shards: number): Promise<SearchIndex> {
	const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
	// A search takes some milliseconds, and the worker's script would be fetched beside this one.
	await pagefind.options({ noWorker: true });
	await pagefind.init();
	for (let shard = 2; shard <= shards; shard++)
		await pagefind.mergeIndex(folder + shardFolder(shard));
	return {
		search: async (text) =>
			(await pagefind.search(text)).results.map(({ id }) => pageNumber(id)),
		fetchWords: async (words) => {
			if (words.length > 0) await pagefind.preload(words.join(' '));
		},
	};
}
