import type { Day } from '../model/id.ts';

/** The files of the index. What is packed is gzipped JSON. */
export const indexFiles = {
	facets: 'facets.json',
	/** The values that few papers have; a large archive's only. */
	moreFacets: 'facets-more.json',
	/** Which block has which terms. */
	terms: 'terms.json',
	/** Terms with their papers, by number. */
	block: (version: string, block: number) => `terms/${version}/${block}.packed`,
	/** Where their papers have them. */
	places: (version: string, block: number) => `places/${version}/${block}.packed`,
	/** The words of one initial, for the nearest to one that no paper has. */
	words: (initial: string) => `words/${initial}.json`,
	/** The words of all initials. */
	allWords: 'words.json',
	/** Systems and topics of one initial. */
	names: (initial: string) => `names/${initial}.json`,
	/** The topics that have a page. */
	topics: 'topics.json',
	symbols: 'symbols.json',
	ids: 'ids.json',
	/** What is shown of a paper and of its neighbours: a `TextsFile`. */
	texts: (paper: number) => `texts/${Math.floor(paper / papersInFile)}.packed`,
} as const;

/**
 * How many papers are packed together. Four take five sixths of what each takes alone, and a quarter of the files; a
 * result is fetched with its neighbours, though, and those of more would be most of what a search fetches.
 */
export const papersInFile = 4;

/** Some papers, neighbours by their numbers. Only the last file has fewer, and is the one that a new digest changes. */
export type TextsFile = readonly IndexedPaper[];

/** The names of topics, those with most papers first; only the dialog, which offers them, needs it. */
export type TopicsFile = readonly string[];

/** The papers' ids by their numbers; only a search of the reading list, or for an id, needs it. */
export type IdsFile = readonly string[];

/** A paper as the index keeps it. */
export interface IndexedPaper {
	/** From the root of the site. */
	readonly url: string;
	readonly title: string;
	/** The abstract, and behind it its formulas as received. */
	readonly text: string;
	/** The systems it names. */
	readonly systems: readonly string[];
	/** The day that first had it. */
	readonly firstSeen: Day;
	/** How many digests have it. */
	readonly seen: number;
}

/** Stands in a searched text between the abstract as shown and its formulas as received, in any language. */
export const receivedLabel = 'As received: ';
