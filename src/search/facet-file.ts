/** By what a search is narrowed, apart from its date; each is a name in the address of a search. */
export const facetNames = ['digest', 'topic', 'system', 'code'] as const;

/** Name of a facet. */
export type FacetName = (typeof facetNames)[number];

/** The one value that papers with code have. */
export const hasCode = 'yes';

/** Of each value the numbers of its papers, in the order of the index, packed as steps. */
export type FacetValues = Readonly<Record<string, string>>;

/** The facets of which a large archive has more values than a browser is given at first. */
export const longFacets = ['topic', 'system'] as const;

/** What the search page narrows, counts and sorts by, as the file that a build writes and a browser reads. */
export interface FacetFile {
	/** That of the terms that were written with it, whose papers have the same numbers. */
	readonly version: string;
	/** How many papers there are. */
	readonly papers: number;
	/** All digests, and of the long facets the values that most papers have. */
	readonly facets: Readonly<Record<FacetName, FacetValues>>;
	/** Whether the other values of the long facets are in a file of their own. */
	readonly hasMore: boolean;
}

/** The values that the first file leaves out. */
export type MoreFacetsFile = Readonly<Record<(typeof longFacets)[number], FacetValues>>;
