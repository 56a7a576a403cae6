import type { PaperId } from '../../model/id.ts';
import type { PaperView, Relation } from '../../model/paper-view.ts';
import { mostRelated, nearestTexts, type Nearest } from './nearest-texts.ts';
import { sharedNames } from './shared-names.ts';

/** What two papers are compared by, and what they are said to share. */
export type Compared = Pick<PaperView, 'id' | 'title' | 'abstract' | 'systems' | 'topics'>;

/**
 * The papers nearest to each by the words of their texts, eight of them wherever there are so many. What
 * both name and discuss is told, and counts for no more than its words.
 */
export function relatedPapers(
	papers: readonly Compared[],
	nearest: Nearest = nearestTexts(papers).nearest,
): Map<PaperId, Relation[]> {
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
