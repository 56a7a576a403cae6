import { describe, expect, test } from 'vitest';
import {
	countFacets,
	facetTableOf,
	knowsChosen,
	narrowPapers,
} from '../../../src/search/engine/facet-table.ts';
import { readState } from '../../../src/search/engine/state.ts';
import type { FacetFile } from '../../../src/search/facet-file.ts';
import { packRising } from '../../../src/search/number-steps.ts';

const file: FacetFile = {
	version: 'one',
	papers: 4,
	facets: {
		digest: {
			'2024-12-30': packRising([0, 1]),
			'2025-03-11': packRising([1, 2]),
			'2025-03-11-2': packRising([1, 3]),
		},
		topic: { Vision: packRising([0, 3]), Text: packRising([1, 2]) },
		system: { Mamba: packRising([1]) },
		code: { yes: packRising([2]) },
	},
	hasMore: false,
};
const table = facetTableOf(file);
const chosen = (search: string) => readState(search).chosen;

describe('the facet table', () => {
	test('any of a list, all of the lists', () => {
		expect([...narrowPapers(table, chosen('?when=2024'))]).toEqual([0, 1]);
		expect([...narrowPapers(table, chosen('?when=2024&when=2025-03'))]).toEqual([0, 1, 2, 3]);
		expect([...narrowPapers(table, chosen('?when=2025&topic=Vision'))]).toEqual([3]);
		expect([...narrowPapers(table, chosen('?topic=Nothing'))]).toEqual([]);
		expect([...narrowPapers(table, chosen(''), [2, 0])]).toEqual([2, 0]);
	});

	test('counts a value as if it alone of its list were chosen, most papers first, dates from the newest on', () => {
		const counts = countFacets(table, chosen('?topic=Vision'));
		expect(counts.topic).toEqual([
			{ value: 'Text', count: 2 },
			{ value: 'Vision', count: 2 },
		]);
		expect(counts.year).toEqual([
			{ value: '2025', count: 1 },
			{ value: '2024', count: 1 },
		]);
		expect(countFacets(table, chosen('')).month).toEqual([
			{ value: '2025-03', count: 3 },
			{ value: '2024-12', count: 2 },
		]);
		expect(counts.system).toEqual([]);
		expect(countFacets(table, chosen(''), [1]).digest.map(({ value }) => value)).toEqual([
			'2025-03-11-2',
			'2025-03-11',
			'2024-12-30',
		]);
	});

	test('knows whether what is chosen is among the values at hand, and has the others when they come', () => {
		const cut = facetTableOf({ ...file, hasMore: true });
		expect([table.isCut, cut.isCut]).toEqual([false, true]);
		expect(knowsChosen(cut, chosen('?topic=Vision&when=2025&code=yes'))).toBe(true);
		expect(knowsChosen(cut, chosen('?topic=Vision&topic=Audio'))).toBe(false);
		const more = { topic: { Audio: packRising([2]) }, system: { Hydra: packRising([0, 3]) } };
		const whole = facetTableOf({ ...file, hasMore: true }, more);
		expect(whole.isCut).toBe(false);
		expect(knowsChosen(whole, chosen('?topic=Vision&topic=Audio'))).toBe(true);
		expect([...narrowPapers(whole, chosen('?topic=Audio'))]).toEqual([2]);
		expect(countFacets(whole, chosen('')).system).toEqual([
			{ value: 'Hydra', count: 2 },
			{ value: 'Mamba', count: 1 },
		]);
	});
});
