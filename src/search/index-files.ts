import { site } from '../site.ts';

/**
 * Papers to a shard of the search index, in the order of the ledger. Indexing takes memory by the
 * size of a shard (10,000 papers: some 1.2 GB); a browser pays for each with a head of some 3 bytes
 * a paper, and with a file for each word.
 */
export const shardSize = 10_000;

/** In how many shards the index of so many papers is made: at least one. */
export function shardCount(papers: number, size = shardSize): number {
	return Math.max(1, Math.ceil(papers / size));
}

/** The shard that has a paper: 1 for the first `shardSize` numbers, from 0 on. */
export function shardOf(paper: number, size = shardSize): number {
	return Math.floor(paper / size) + 1;
}

/** Where a shard lies, from the folder of the first: shard 1 is the folder itself. */
export function shardFolder(shard: number): string {
	return shard === 1 ? '' : `${shard}/`;
}

/** Files of our own in the folder of the index. */
export const searchFiles = {
	facets: 'facets.json',
	/** The values that few papers have; a large archive's only. */
	moreFacets: 'facets-more.json',
	/** The words of one initial. */
	words: (initial: string) => `words/${initial}.json`,
	/** The words of all initials, for the nearest to one that no paper has. */
	allWords: 'words.json',
	symbols: 'symbols.json',
	ids: 'ids.json',
} as const;

/** The papers' ids by their numbers; only a search of the reading list needs it. */
export type IdsFile = readonly string[];

/** A paper's text as Pagefind keeps it: JSON behind its signature, gzipped. Of its fields, those that are used here. */
export interface Fragment {
	/** From the root of the site. */
	readonly url: string;
	readonly content: string;
	readonly meta: { readonly title: string; readonly system?: string };
	/** They come with a text, and are not searched. */
	readonly filters: { readonly system?: readonly string[] };
}

/** What Pagefind puts before the content of each of its files. */
export const pagefindSignature = 'pagefind_dcd';

/**
 * The name of a paper's text in the index, by the paper's number in the order of the archive:
 * `en_1c`. A name says which paper it is, in all shards, so that nothing has to list them.
 */
export function pageName(paper: number): string {
	return `${site.language}_${paper.toString(36)}`;
}

/** The number of the paper that has such a name. */
export function pageNumber(name: string): number {
	return Number.parseInt(name.slice(name.indexOf('_') + 1), 36);
}

/** Stands in a searched text between the abstract as shown and its formulas as received. */
export const receivedLabel = 'As received: ';
