import { initialsToComplete } from './completions.ts';
import {
	countFacets,
	narrowPapers,
	seenOf,
	type FacetCounts,
	type FacetTable,
	type FacetValue,
} from './facet-table.ts';
import { createFacetTables } from './facet-tables.ts';
import { findPapers, putFirst } from './find-papers.ts';
import type { Terms } from './marks.ts';
import { parseQuery } from './query.ts';
import { createQueryReader, type QueryReading } from './query-reader.ts';
import type { UnknownWord } from './readings.ts';
import type { IndexedPaper, SearchSource } from './source.ts';
import { hasQuery, isNarrowed, type SearchState } from './state.ts';
import { fetchIntroducers, fetchName, fetchNames, type WordSource } from './word-source.ts';

/** What a search comes to. */
export interface Answer {
	/** All of them by number, in the order that was asked for. */
	readonly papers: readonly number[];
	readonly facets: FacetCounts;
	/** Whether the values that few papers have are not counted. */
	readonly isCut: boolean;
	readonly unknown: readonly UnknownWord[];
	/** Letters that nearly every paper has, where nothing else was asked for. */
	readonly common: readonly string[];
	/** What is marked in titles and excerpts. */
	readonly terms: Terms;
}

/** What is shown of a paper. */
export interface FoundPaper extends IndexedPaper {
	/** The day that first had it. */
	readonly firstSeen: string;
	/** How many digests have it. */
	readonly seen: number;
}

/** Everything behind the search page. */
export interface SearchEngine {
	ask(state: SearchState): Promise<Answer>;
	/** Count the values that few papers have, too, from the next answer on. */
	countAll(): Promise<void>;
	/** Systems that the end of a query may become, most papers first. */
	namesFor(query: string): Promise<readonly FacetValue[]>;
	load(paper: number): Promise<FoundPaper>;
}

/** Make the engine of what it fetches, and of what tells the papers of the reading list. */
export function createSearchEngine(
	source: SearchSource,
	savedIds: () => ReadonlySet<string>,
): SearchEngine {
	const tables = createFacetTables(source);
	const read = createQueryReader(source);
	return {
		ask: async (state) => {
			const query = parseQuery(state.query);
			// Most likely to be needed; whether it fails is seen when it is.
			if (query.words.length + query.phrases.length > 0) source.index().catch(() => {});
			const table = await tables.having(state.chosen);
			const found = hasQuery(state)
				? await find(source, state.query, await read(query, table.papers), table.papers)
				: everything;
			const saved = state.isSaved ? await numbersOf(source, savedIds()) : undefined;
			return answerOf(state, table, found, saved);
		},
		countAll: async () => void (await tables.whole()),
		namesFor: (query) => fetchNames(source, initialsToComplete(query)),
		load: async (paper) => {
			const table = await tables.current();
			return { ...(await source.paper(paper)), ...seenOf(table, paper) };
		},
	};
}

/** What a query finds, before it is narrowed. */
interface Found extends Pick<Answer, 'unknown' | 'common' | 'terms'> {
	/** Best first; absent where nothing was asked for, so that all papers are there. */
	readonly papers?: readonly number[];
}

const everything: Found = {
	unknown: [],
	common: [],
	terms: { words: [], symbols: [], phrases: [] },
};

async function find(
	source: SearchSource,
	query: string,
	{ understood, vocabulary }: QueryReading,
	papers: number,
): Promise<Found> {
	const found = await findPapers(understood, vocabulary, papers, source.index);
	const introducers = await fetchIntroducers(source, query);
	const { unknown, common, terms } = understood;
	return {
		papers: putFirst(found, new Set(introducers)),
		unknown: await Promise.all(unknown.map((word) => withNames(source, word))),
		common,
		terms,
	};
}

/** The nearest as they are written, where they are names. */
async function withNames(source: WordSource, { word, nearest }: UnknownWord): Promise<UnknownWord> {
	const names = nearest.map(async (other) => (await fetchName(source, other)) ?? other);
	return { word, nearest: await Promise.all(names) };
}

/** The numbers of papers by their ids. */
async function numbersOf(
	source: SearchSource,
	ids: ReadonlySet<string>,
): Promise<ReadonlySet<number>> {
	return new Set((await source.ids()).flatMap((id, paper) => (ids.has(id) ? paper : [])));
}

/** What is found, within the reading list if it is searched, narrowed and counted. */
function answerOf(
	state: SearchState,
	table: FacetTable,
	{ papers, unknown, common, terms }: Found,
	saved?: ReadonlySet<number>,
): Answer {
	const { chosen } = state;
	const within = papers && saved ? papers.filter((paper) => saved.has(paper)) : papers;
	const found = within ? new Set(within) : saved;
	const left = hasQuery(state) || isNarrowed(state) ? narrowPapers(table, chosen, found) : [];
	return {
		papers: state.sort === 'date' || !hasQuery(state) ? newestFirst(left, table) : [...left],
		facets: countFacets(table, chosen, found),
		isCut: table.isCut,
		unknown,
		common,
		terms,
	};
}

/** By the day that first had each; papers of one day stay as they were. */
function newestFirst(papers: Iterable<number>, table: FacetTable): readonly number[] {
	return Array.from(papers, (paper) => ({ paper, day: seenOf(table, paper).firstSeen }))
		.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
		.map(({ paper }) => paper);
}
