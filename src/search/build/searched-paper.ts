import type { PaperTexts, PaperView } from '../../model/paper-view.ts';

/** What the index takes of a paper. */
export type SearchedPaper = PaperTexts &
	Pick<PaperView, 'id' | 'system' | 'systems' | 'topics' | 'links' | 'appearances'>;

/** Leave of a paper what the index takes, for a worker is given a copy. */
export function searchedPaper(paper: PaperView): SearchedPaper {
	const { id, title, abstract, received, system, systems, topics, links, appearances } = paper;
	return { id, title, abstract, received, system, systems, topics, links, appearances };
}
