import type { PaperSummary } from '../model/paper-view.ts';

/** Papers with those first seen last before the others; of one day, in their own order. */
export function newestFirst(papers: readonly PaperSummary[]): PaperSummary[] {
	return papers.toSorted((a, b) =>
		a.firstSeen === b.firstSeen ? 0 : a.firstSeen < b.firstSeen ? 1 : -1,
	);
}

/** The same, by month: `2025-03`. */
export function byMonth(papers: readonly PaperSummary[]): [month: string, PaperSummary[]][] {
	return [...Map.groupBy(newestFirst(papers), ({ firstSeen }) => firstSeen.slice(0, 7))];
}
