import { facetTableOf, knowsChosen, type FacetTable } from './facet-table.ts';
import { lazily } from './lazily.ts';
import type { SearchSource } from './source.ts';
import type { SearchState } from './state.ts';

/** The tables of an archive, of which no more is fetched than is needed. */
export interface FacetTables {
	/** As much as was fetched so far. */
	current(): Promise<FacetTable>;
	/** With the values that few papers have. */
	whole(): Promise<FacetTable>;
	/** One that has what is chosen, which an address may name. */
	having(chosen: SearchState['chosen']): Promise<FacetTable>;
}

/** Make them of what fetches the files. */
export function createFacetTables({ facets, moreFacets }: SearchSource): FacetTables {
	const first = lazily(async () => facetTableOf(await facets()));
	const all = lazily(async () => {
		const table = await first();
		return table.isCut ? facetTableOf(await facets(), await moreFacets()) : table;
	});
	let current = first;
	const whole = async () => {
		const table = await all();
		current = all;
		return table;
	};
	return {
		current: () => current(),
		whole,
		having: async (chosen) => {
			const table = await current();
			return knowsChosen(table, chosen) ? table : whole();
		},
	};
}
