import { toSuperscript } from '../model/scripts.ts';
import type { SearchState } from './search-state.ts';

/** How many papers of a query each year and month has. */
export interface Facets {
	readonly years: Readonly<Record<string, number>>;
	readonly months: Readonly<Record<string, number>>;
}

/** A paper that was found; its text is fetched when it is shown. */
export interface Hit {
	load(): Promise<{
		readonly url: string;
		readonly title: string;
		readonly date: string;
		readonly seen: number;
		/** As Pagefind gives it, with `<mark>`. */
		readonly excerpt: string;
	}>;
}

/** The search index, ready to be asked. */
export interface SearchIndex {
	search(state: SearchState): Promise<{ readonly hits: readonly Hit[]; readonly facets: Facets }>;
}

type Counts = Record<string, Record<string, number>>;

/** The part of Pagefind's browser API that is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	mergeIndex(path: string): Promise<void>;
	filters(): Promise<Counts>;
	search(
		query: string | null,
		options: { filters?: Record<string, unknown> },
	): Promise<{
		readonly results: readonly {
			data(): Promise<{
				readonly raw_url: string;
				readonly excerpt: string;
				readonly meta: Readonly<Record<string, string>>;
			}>;
		}[];
		readonly totalFilters: Counts;
	}>;
}

/** Load the index at `folder` (`/repo/pagefind/`) with its further parts. Rejects when it cannot be fetched. */
export async function openIndex(folder: string, parts: readonly string[]): Promise<SearchIndex> {
	const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
	await pagefind.options({ excerptLength: 32 });
	await pagefind.init();
	for (const part of parts) await pagefind.mergeIndex(`${folder}${part}`);
	// Facets are counted only once they are loaded.
	const all = await pagefind.filters();
	return { search: (state) => ask(pagefind, all, state) };
}

// `n^2`, `k^{-1}`: Pagefind would drop the sign and ask for `n2`
const superscriptRe = /\^(?:\{([^{}]{1,12})\}|([A-Za-z0-9*]))/g;

/** A query with its superscripts as the archive's text writes them: `O(n^2)` as `O(n²)`. */
export function raiseScripts(query: string): string {
	return query.replace(
		superscriptRe,
		(whole, group?: string, one?: string) => toSuperscript((group ?? one)!) ?? whole,
	);
}

async function ask(pagefind: Pagefind, all: Counts, { query, when }: SearchState) {
	const words = raiseScripts(query.trim());
	if (words === '' && when.length === 0) return { hits: [], facets: facetsOf(all) };
	const answer = await pagefind.search(words === '' ? null : words, { filters: filtersOf(when) });
	const hits = answer.results.map((result): Hit => ({
		load: async () => {
			const { raw_url, excerpt, meta } = await result.data();
			return {
				url: raw_url,
				title: meta['title'] ?? '',
				date: meta['date'] ?? '',
				seen: Number(meta['seen']),
				excerpt,
			};
		},
	}));
	return { hits, facets: facetsOf(words === '' ? all : answer.totalFilters) };
}

function facetsOf(counts: Counts): Facets {
	return { years: counts['year'] ?? {}, months: counts['month'] ?? {} };
}

/** Any of the years or months. */
function filtersOf(when: readonly string[]): Record<string, unknown> {
	if (when.length === 0) return {};
	return {
		any: when.map((value) => ({ [value.length === 4 ? 'year' : 'month']: value })),
	};
}
