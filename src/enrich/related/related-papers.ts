import type { PaperId } from '../../model/id.ts';
import { keepNothing, type Keep } from '../../model/keep.ts';
import type { PaperView, Relation } from '../../model/paper-view.ts';
import { nearestPapers } from './nearest-papers.ts';
import { paperTerms } from './paper-terms.ts';
import { sharedNames } from './shared-names.ts';
import { indexTerms } from './term-index.ts';

/** What two papers are compared by, and what they are said to share. */
export type Compared = Pick<PaperView, 'id' | 'title' | 'abstract' | 'systems' | 'topics'>;

const mostRelated = 8;

/**
 * The papers nearest to each by the words of their texts, eight of them wherever there are so many. What
 * both name and discuss is told, and counts for no more than its words.
 */
export function relatedPapers(
	papers: readonly Compared[],
	keep: Keep = keepNothing,
): Map<PaperId, Relation[]> {
	const terms = papers.map(({ title, abstract }) =>
		keep('terms', [title, abstract], () => [...paperTerms(title, abstract)])!,
	);
	const index = indexTerms(terms);
	const nearest = nearestPapers(index, mostRelated);
	const namesOfBoth = sharedNames(papers);
	return new Map(
		papers.map(({ id }, place) => [
			id,
			withNeighbours(place, nearest[place]!, papers.length).map((other) => ({
				paper: papers[other]!.id,
				shares: namesOfBoth(place, other),
			})),
		]),
	);
}

/** Where too few share a word, also those that stand next in the archive. */
function withNeighbours(place: number, nearest: readonly number[], papers: number): number[] {
	const places = new Set(nearest);
	for (let distance = 1; places.size < mostRelated && distance < papers; distance++)
		for (const other of [place - distance, place + distance])
			if (other >= 0 && other < papers && places.size < mostRelated) places.add(other);
	return [...places];
}
