import { site } from '../site.ts';

/**
 * Papers to a part of the search index, in the order of the ledger. Indexing takes memory by the size
 * of a part (10,000 papers: some 1.2 GB); a browser pays for each part with a head of some 3 bytes a
 * paper, and with a file for each word.
 */
export const shardSize = 10_000;

/** In how many parts the index of so many papers is made: at least one. */
export function shardCount(papers: number): number {
	return Math.max(1, Math.ceil(papers / shardSize));
}

/** Where a part lies, from the folder of the first: part 1 is the folder itself. */
export function shardFolder(number: number): string {
	return number === 1 ? '' : `${number}/`;
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
	/** The papers' ids by their numbers; only a search of the reading list needs it. */
	ids: 'ids.json',
} as const;

/** Stands in a searched text between the abstract as shown and its formulas as received. */
export const receivedLabel = 'As received: ';

/**
 * The name of a paper's text in the index, by the paper's number in the order of the archive:
 * `en_1c`. A name says which paper it is, in all parts, so that nothing has to list them.
 */
export function pageName(number: number): string {
	return `${site.language}_${number.toString(36)}`;
}

/** The number of the paper that has such a name. */
export function pageNumber(name: string): number {
	return Number.parseInt(name.slice(name.indexOf('_') + 1), 36);
}
