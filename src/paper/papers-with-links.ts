import type { PaperView } from '../model/paper-view.ts';

/** The papers that give code, project pages, data sets or models, newest first, and how many those are. */
export function papersWithLinks(papers: Iterable<PaperView>): {
	readonly papers: readonly PaperView[];
	readonly links: number;
} {
	const linked = [...papers].filter(({ links }) => links.length > 0);
	return {
		papers: linked.toSorted((a, b) =>
			a.firstSeen === b.firstSeen ? by(a.id, b.id) : by(b.firstSeen, a.firstSeen),
		),
		links: linked.reduce((sum, { links }) => sum + links.length, 0),
	};
}

function by(a: string, b: string): number {
	return a < b ? -1 : 1;
}
