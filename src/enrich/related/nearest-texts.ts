import type { PaperTexts } from '../../model/paper-view.ts';
import { nearestPapers, type NearestPapers } from './nearest-papers.ts';
import { paperTerms } from './paper-terms.ts';
import { countedOf, weighMore, weighTerms, type WeighedPapers } from './weigh-terms.ts';

/** What papers are compared by. */
export type PaperText = Pick<PaperTexts, 'title' | 'abstract'>;

/** Of each paper, by their places, those that are nearest to it. */
export type Nearest = NearestPapers['nearest'];

/** Begins to find the nearest of papers; what it gives waits for them. */
export type NearestFinder = (texts: readonly PaperTexts[]) => () => Nearest;

/** The papers nearest to each, and all that it takes to add others: plain, to be kept. */
export interface KnownNearest extends NearestPapers {
	readonly papers: WeighedPapers;
}

/** So many are related to a paper, wherever there are so many others. */
export const mostRelated = 8;

/**
 * The papers nearest to each by the words of their texts, nearest first. What is `known` of the first of
 * them comes to the same and spares time.
 */
export function nearestTexts(texts: readonly PaperText[], known?: KnownNearest): KnownNearest {
	if (known && known.papers.counted !== countedOf(texts.length)) return nearestTexts(texts);
	const others = texts.slice(known?.nearest.length ?? 0);
	const terms = others.map(({ title, abstract }) => paperTerms(title, abstract));
	const papers = known ? weighMore(known.papers, terms) : weighTerms(terms);
	return { papers, ...nearestPapers(papers, mostRelated, known) };
}
