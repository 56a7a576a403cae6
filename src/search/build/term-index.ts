import type { PaperTexts } from '../../model/paper-view.ts';
import { acronymsOf, type Acronyms } from './acronyms.ts';
import { addPapers, noTerms, type DirectTerms, type WordUse } from './direct-terms.ts';
import type { Terms } from './postings.ts';
import { withImplied } from './implied-terms.ts';

/** All that papers can be found by. */
export interface TermIndex {
	readonly terms: Terms;
	/** As they are written, folded. */
	readonly words: ReadonlyMap<string, WordUse>;
	readonly symbols: ReadonlyMap<string, readonly number[]>;
	readonly acronyms: Acronyms;
	/** Where the title of each paper ends, among the places of terms. */
	readonly titleEnds: readonly number[];
}

/** The index of all papers, which are numbers in their order. What the first of them have may be known. */
export function indexTerms(
	papers: readonly PaperTexts[],
	known: DirectTerms = noTerms(),
): TermIndex {
	addPapers(known, papers.slice(known.explained.length));
	const acronyms = acronymsOf(known.explained);
	return { ...known, terms: withImplied(known.terms, acronyms), acronyms };
}
