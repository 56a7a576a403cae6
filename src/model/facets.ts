/** By what a search is narrowed, apart from its date; each is a name in the address of a search. */
export const facetNames = ['digest', 'topic', 'system', 'code'] as const;

/** Name of a facet. */
export type FacetName = (typeof facetNames)[number];

/** The one value that papers with code have. */
export const hasCode = 'yes';

/**
 * What the search page narrows, counts and sorts by, as the file that a build writes and a browser reads: of each
 * value the numbers of its papers, in the order of the index, as steps.
 */
export interface FacetFile {
	/** How many papers there are. */
	readonly papers: number;
	readonly facets: Readonly<Record<FacetName, Readonly<Record<string, readonly number[]>>>>;
}
