import { seenOf, type FacetTable } from './facet-table.ts';
import type { SortOrder } from './state.ts';

/** Papers in an order; those that are equal in it stay as they were. */
export function sortPapers(
	papers: readonly number[],
	order: SortOrder,
	table: FacetTable,
): readonly number[] {
	if (order === 'relevance') return papers;
	const seen = new Map(papers.map((paper) => [paper, seenOf(table, paper)]));
	const [of, sign] = keys[order];
	return papers.toSorted((a, b) => sign * (of(seen.get(a)!) - of(seen.get(b)!)));
}

type Seen = ReturnType<typeof seenOf>;

const dayOf = ({ firstSeen }: Seen) => Number(firstSeen.replaceAll('-', ''));

const keys: Readonly<Record<Exclude<SortOrder, 'relevance'>, [(seen: Seen) => number, 1 | -1]>> = {
	newest: [dayOf, -1],
	oldest: [dayOf, 1],
	digests: [({ seen }) => seen, -1],
};
