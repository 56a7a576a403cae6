import { isDay, type Day } from '../model/id.ts';

/** A search that a reader keeps in the browser. */
export interface KeptSearch {
	/** As it stands in the address of the search page: `?q=kv+cache`. */
	readonly search: string;
	/** The newest day of the archive when it was last looked at: what came later is new. */
	readonly until: Day;
}

// Other sites of the host share the storage: the base path makes the key this site’s own.
const key = `offprint:${import.meta.env.BASE_URL}:searches`;

// Each is made anew on one page.
const mostKept = 50;

/** The searches that are kept, the last kept first; none where nothing can be stored, or what was is no list. */
export function keptSearches(): readonly KeptSearch[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(stored) ? stored.filter(isKept) : [];
	} catch {
		return [];
	}
}

/** Keep these searches and no others; whether the browser stored them. */
export function storeSearches(searches: readonly KeptSearch[]): boolean {
	try {
		localStorage.setItem(key, JSON.stringify(searches.slice(0, mostKept)));
		return true;
	} catch {
		return false;
	}
}

function isKept(value: unknown): value is KeptSearch {
	if (typeof value !== 'object' || value === null) return false;
	const { search, until } = value as Partial<Record<keyof KeptSearch, unknown>>;
	return (
		typeof search === 'string' &&
		search.startsWith('?') &&
		typeof until === 'string' &&
		isDay(until)
	);
}
