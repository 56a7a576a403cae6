import type { NamedThing, PaperView } from '../../model/paper-view.ts';

/** What a paper introduces, names and discusses. */
export type Naming = Pick<PaperView, 'system' | 'systems' | 'topics'>;

// What more papers have is no reason to call two of them related.
const largestShare = 1 / 8;
const mostOfFew = 16;

/**
 * What two papers share by name: what one of them introduces and the other mentions, then topics, then
 * other systems, those of the fewest papers first.
 */
export function sharedNames(papers: readonly Naming[]): (place: number, other: number) => string[] {
	const holders = new Map<string, number>();
	for (const { systems, topics } of papers)
		for (const { name } of [...systems, ...topics])
			holders.set(name, (holders.get(name) ?? 0) + 1);
	const most = Math.max(mostOfFew, papers.length * largestShare);
	const shared = (own: readonly NamedThing[], others: readonly NamedThing[]): string[] => {
		const slugs = new Set(others.map(({ slug }) => slug));
		return own
			.filter(({ slug, name }) => slugs.has(slug) && holders.get(name)! <= most)
			.map(({ name }) => name)
			.sort((a, b) => holders.get(a)! - holders.get(b)! || (a < b ? -1 : 1));
	};
	return (place, other) => {
		const [own, others] = [papers[place]!, papers[other]!];
		const systems = shared(own.systems, others.systems);
		const introduced = systems.filter((name) => name === own.system || name === others.system);
		return [...new Set([...introduced, ...shared(own.topics, others.topics), ...systems])];
	};
}
