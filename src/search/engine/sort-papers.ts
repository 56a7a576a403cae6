import type { FacetTable } from './facet-table.ts';
import type { SortOrder } from './state.ts';

/** Papers in an order; those that are equal in it stay as they were. */
export function sortPapers(
	papers: readonly number[],
	order: SortOrder,
	table: FacetTable,
): readonly number[] {
	if (order === 'relevance') return papers;
	const keys = order === 'digests' ? countDigests(table) : firstDays(table);
	const sign = order === 'oldest' ? 1 : -1;
	return papers.toSorted((a, b) => sign * (keys[a]! - keys[b]!));
}

/** How many digests have each paper. */
function countDigests({ papers, groups }: FacetTable): Uint32Array {
	const counts = new Uint32Array(papers);
	for (const numbers of groups.digest.values()) for (const paper of numbers) counts[paper]!++;
	return counts;
}

/** The day that first had each paper, as a number: 20250311. */
function firstDays({ papers, groups }: FacetTable): Uint32Array {
	const days = new Uint32Array(papers);
	for (const [digest, numbers] of groups.digest) {
		const day = Number(digest.slice(0, 'YYYY-MM-DD'.length).replaceAll('-', ''));
		for (const paper of numbers) days[paper] = Math.min(days[paper] || day, day);
	}
	return days;
}
