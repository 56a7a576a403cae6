import type { PaperTexts, PaperView } from '../../model/paper-view.ts';

/** What the index takes of a paper beside its texts. */
export type SearchedFacts = Pick<
	PaperView,
	'id' | 'system' | 'systems' | 'topics' | 'links' | 'appearances' | 'firstSeen' | 'seen'
>;

/** What the index takes of a paper. */
export type SearchedPaper = PaperTexts & SearchedFacts;

/** Leave of a paper what the index takes beside its texts, for a worker is given a copy, and has them. */
export function searchedFacts(paper: PaperView): SearchedFacts {
	const { id, system, systems, topics, links, appearances, firstSeen, seen } = paper;
	return { id, system, systems, topics, links, appearances, firstSeen, seen };
}
