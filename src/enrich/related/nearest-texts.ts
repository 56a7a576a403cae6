import { nearestPapers } from './nearest-papers.ts';
import { paperTerms } from './paper-terms.ts';
import { indexTerms } from './term-index.ts';

/** What papers are compared by. */
export interface PaperText {
	readonly title: string;
	readonly abstract: string;
}

/** Of each paper, by their places, those that are nearest to it. */
export type Nearest = readonly (readonly number[])[];

/** Begins to find the nearest of papers; what it gives waits for them. */
export type NearestFinder = (texts: readonly PaperText[]) => () => Nearest;

/** So many are related to a paper, wherever there are so many others. */
export const mostRelated = 8;

/** The papers nearest to each by the words of their texts, nearest first. */
export function nearestTexts(texts: readonly PaperText[]): Nearest {
	const index = indexTerms(texts.map(({ title, abstract }) => paperTerms(title, abstract)));
	return nearestPapers(index, mostRelated);
}
