import { facetNames, type FacetName } from '../facet-file.ts';

/** How results can be ordered; whichever way, they are the same papers. */
const sortOrders = ['relevance', 'newest', 'oldest', 'digests'] as const;

/** An order of results: by the day that first had them, or by how many digests have them. */
export type SortOrder = (typeof sortOrders)[number];

/** A list of values in the address: a facet, or `when` for years (`2025`) and months (`2025-03`). */
export type ChoiceName = FacetName | 'when';

/** The names of all such lists, in the order of the address. */
export const choiceNames: readonly ChoiceName[] = ['when', ...facetNames];

/** What is searched for: all of it stands in the address. */
export interface SearchState {
	readonly query: string;
	/** A paper is found that has any of the values of each list that has some. */
	readonly chosen: Readonly<Record<ChoiceName, readonly string[]>>;
	readonly sort: SortOrder;
	/** Only papers of the reading list. */
	readonly isSaved: boolean;
}

// `2025`, `2025-03`
const whenRe = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;

/** Read the state from an address's query string; what is not understood is left out. */
export function readState(search: string): SearchState {
	const parameters = new URLSearchParams(search);
	const all = (name: ChoiceName) => [
		...new Set(parameters.getAll(name).filter((value) => value !== '')),
	];
	return {
		query: parameters.get('q') ?? '',
		chosen: {
			when: all('when').filter((value) => whenRe.test(value)),
			digest: all('digest'),
			topic: all('topic'),
			system: all('system'),
			code: all('code'),
		},
		sort: readSort(parameters.get('sort')),
		isSaved: parameters.get('saved') === '1',
	};
}

/** An order by its name, the usual one where there is none of that name. */
export function readSort(name: unknown): SortOrder {
	return sortOrders.find((order) => order === name) ?? 'relevance';
}

/** The query string of a state, empty for no search at all. */
export function writeState({ query, chosen, sort, isSaved }: SearchState): string {
	const parameters = new URLSearchParams();
	if (query !== '') parameters.set('q', query);
	for (const name of choiceNames)
		for (const value of chosen[name]) parameters.append(name, value);
	if (sort !== 'relevance') parameters.set('sort', sort);
	if (isSaved) parameters.set('saved', '1');
	const text = parameters.toString();
	return text === '' ? '' : `?${text}`;
}

/** Whether anything is asked for, apart from what is chosen. */
export function hasQuery({ query }: SearchState): boolean {
	return query.trim() !== '';
}

/** How the results of a search are ordered: without a query there is nothing to be relevant to. */
export function orderOf(state: SearchState): SortOrder {
	return state.sort === 'relevance' && !hasQuery(state) ? 'newest' : state.sort;
}

/** Whether anything is chosen that narrows the archive. */
export function isNarrowed({ chosen, isSaved }: SearchState): boolean {
	return isSaved || choiceNames.some((name) => chosen[name].length > 0);
}
