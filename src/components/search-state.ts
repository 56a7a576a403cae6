/** What is searched for: all of it stands in the address. */
export interface SearchState {
	readonly query: string;
	/** Years (`2025`) and months (`2025-03`); a paper seen in any of them is found. */
	readonly when: readonly string[];
}

/** Read the state from an address's query string; what is not understood is left out. */
export function readState(search: string): SearchState {
	const parameters = new URLSearchParams(search);
	return {
		query: parameters.get('q') ?? '',
		when: parameters.getAll('when').filter((value) => /^\d{4}(-\d{2})?$/.test(value)),
	};
}

/** The query string of a state, empty for no search at all. */
export function writeState({ query, when }: SearchState): string {
	const parameters = new URLSearchParams();
	if (query !== '') parameters.set('q', query);
	for (const value of when) parameters.append('when', value);
	const text = parameters.toString();
	return text === '' ? '' : `?${text}`;
}
