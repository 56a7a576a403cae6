import type { PaperView } from '../../model/paper-view.ts';
import { termPlaces } from './paper-terms.ts';
import type { TermIndex } from './term-index.ts';

/** What reasons are taken from. */
export type Reasoned = Pick<PaperView, 'title' | 'abstract' | 'systems' | 'topics'>;

const mostReasons = 3;

/**
 * What readers are told that two papers share: the systems and topics of both, those of the fewest papers
 * first, or, where there are none, the words that bring them nearest, as the first of the two has them.
 */
export function sharedReasons(
	papers: readonly Reasoned[],
	index: TermIndex,
): (place: number, other: number) => string[] {
	const names = papers.map(namesOf);
	const holders = new Map<string, number>();
	for (const own of names)
		for (const key of own.keys()) holders.set(key, (holders.get(key) ?? 0) + 1);
	// What more have tells nothing of two.
	const most = Math.max(fewest, papers.length / 8);
	return (place, other) => {
		const shared = [...names[place]!]
			.filter(([key]) => names[other]!.has(key) && holders.get(key)! <= most)
			.sort(([a], [b]) => holders.get(a)! - holders.get(b)! || (a < b ? -1 : 1))
			.map(([, name]) => name);
		const reasons = [...new Set(shared)].slice(0, mostReasons);
		return reasons.length > 0 ? reasons : sharedWords(papers[place]!, place, other, index);
	};
}
