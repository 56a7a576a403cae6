import type { PaperView } from '../model/paper-view.ts';

/** What a list of links shows of a paper. */
export type PaperWithLinks = Pick<PaperView, 'id' | 'title' | 'links'>;

/** The papers that give code, project pages, data sets or models, newest first, and how many those are. */
export function papersWithLinks(papers: Iterable<PaperView>): {
	readonly papers: readonly PaperWithLinks[];
	readonly links: number;
} {
	const linked = [...papers].filter(({ links }) => links.length > 0);
	const sorted = linked.toSorted((a, b) =>
		a.firstSeen === b.firstSeen ? by(a.id, b.id) : by(b.firstSeen, a.firstSeen),
	);
	return {
		papers: sorted.map(({ id, title, links }) => ({ id, title, links })),
		links: linked.reduce((sum, { links }) => sum + links.length, 0),
	};
}

function by(a: string, b: string): number {
	return a < b ? -1 : 1;
}
