import type { PaperView } from '../../model/paper-view.ts';

/** What a paper names and discusses. */
export type Naming = Pick<PaperView, 'systems' | 'topics'>;

const mostReasons = 3;
// What more papers have tells nothing of two of them.
const largestShare = 1 / 8;
const mostOfFew = 16;

/** What two papers both name and discuss, at most three, those of the fewest papers first. */
export function sharedNames(papers: readonly Naming[]): (place: number, other: number) => string[] {
	const names = papers.map(({ systems, topics }) => [
		...new Set([...systems.map(({ family }) => family), ...topics.map(({ name }) => name)]),
	]);
	const holders = new Map<string, number>();
	for (const name of names.flat()) holders.set(name, (holders.get(name) ?? 0) + 1);
	const most = Math.max(mostOfFew, papers.length * largestShare);
	return (place, other) => {
		const others = new Set(names[other]);
		return names[place]!.filter((name) => others.has(name) && holders.get(name)! <= most)
			.sort((a, b) => holders.get(a)! - holders.get(b)! || (a < b ? -1 : 1))
			.slice(0, mostReasons);
	};
}
