import { expect, test } from 'vitest';
import { facetTableOf } from '../../../src/search/engine/facet-table.ts';
import { sortPapers } from '../../../src/search/engine/sort-papers.ts';
import { packRising } from '../../../src/search/number-steps.ts';

const table = facetTableOf({
	version: 'one',
	papers: 4,
	facets: {
		digest: {
			'2024-12-30': packRising([0, 1]),
			'2025-03-11': packRising([1, 2]),
			'2025-03-11-2': packRising([1, 3]),
		},
		topic: {},
		system: {},
		code: {},
	},
	hasMore: false,
});

test.each([
	['relevance', [3, 2, 1, 0]],
	// Papers 2 and 3 are of one day, and stay as they were.
	['newest', [3, 2, 1, 0]],
	['oldest', [1, 0, 3, 2]],
	['digests', [1, 3, 2, 0]],
] as const)('papers in the order of %s', (order, expected) => {
	expect(sortPapers([3, 2, 1, 0], order, table)).toEqual(expected);
});
