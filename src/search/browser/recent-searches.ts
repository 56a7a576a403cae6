import { href } from '../../components/href.ts';

/** Other sites of the host share the storage: the base path makes the key this site's own. */
const key = `offprint:${href('/')}:recent-searches`;
const most = 6;

/** What the reader searched for in this browser, the newest first; nothing where nothing can be stored. */
export function recentSearches(): readonly string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string') : [];
	} catch {
		return [];
	}
}

/** Remember a search that was meant, not one that was only typed on the way to it. */
export function rememberSearch(query: string): void {
	const text = query.trim();
	if (text === '') return;
	const others = recentSearches().filter((other) => other !== text);
	store([text, ...others].slice(0, most));
}

/** Forget them all. */
export function forgetSearches(): void {
	store([]);
}

function store(queries: readonly string[]): void {
	try {
		if (queries.length > 0) localStorage.setItem(key, JSON.stringify(queries));
		else localStorage.removeItem(key);
	} catch {
		// A browser that stores nothing has no recent searches.
	}
}
