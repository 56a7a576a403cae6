import type { PaperId } from '../../model/id.ts';
import type { PaperView, Relation } from '../../model/paper-view.ts';
import { drawTogether } from './draw-together.ts';
import { nearestPapers, type Neighbour } from './nearest-papers.ts';
import { paperTerms } from './paper-terms.ts';
import { sharedNames } from './shared-names.ts';
import { sharedWords } from './shared-words.ts';
import { indexTerms } from './term-index.ts';

/** What two papers are compared by, and what they are said to share. */
export type Compared = Pick<PaperView, 'id' | 'title' | 'abstract' | 'system' | 'systems' | 'topics'>;

const mostRelated = 8;
const mostReasons = 3;

/**
 * The papers closest to each by the words of their texts, eight of them wherever there are so many. What
 * they name and discuss is told, but counts for no more than its words.
 */
export function relatedPapers(papers: readonly Compared[]): Map<PaperId, Relation[]> {
	const index = indexTerms(papers.map(({ title, abstract }) => paperTerms(title, abstract)));
	const closest = drawTogether(nearestPapers(index));
	const namesOfBoth = sharedNames(papers);
	const sharesOf = (place: number, other: number): string[] => {
		const names = namesOfBoth(place, other).slice(0, mostReasons);
		if (names.length > 0) return names;
		return sharedWords(
			papers[place]!,
			[index.papers[place]!, index.papers[other]!],
			index.rowOf,
		);
	};
	return new Map(
		papers.map(({ id }, place) => [
			id,
			enough(place, closest[place]!, papers.length).map((other) => ({
				paper: papers[other]!.id,
				shares: sharesOf(place, other),
			})),
		]),
	);
}

/** The closest, and, where too few share a word, those that stand nearest in the archive. */
function enough(place: number, closest: readonly Neighbour[], papers: number): number[] {
	const places = new Set(closest.slice(0, mostRelated).map((neighbour) => neighbour.place));
	for (let distance = 1; places.size < mostRelated && distance < papers; distance++)
		for (const other of [place - distance, place + distance])
			if (other >= 0 && other < papers && places.size < mostRelated) places.add(other);
	return [...places];
}
