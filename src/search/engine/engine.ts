import type { Day } from '../../model/id.ts';
import type { IndexedPaper } from '../index-files.ts';
import { fetchNames } from './completions.ts';
import {
	countFacets,
	narrowPapers,
	seenOf,
	type FacetCounts,
	type FacetTable,
	type FacetValue,
} from './facet-table.ts';
import { createFacetTables } from './facet-tables.ts';
import { findPapers, type Found } from './find-papers.ts';
import { leadsOf, type Lead, type Leads } from './leads.ts';
import { subjectOf } from './question.ts';
import { namedPagesFor, type NamedPage } from './named-pages.ts';
import type { SearchSource } from './source.ts';
import { createSpeller } from './speller.ts';
import { sortPapers } from './sort-papers.ts';
import { hasQuery, isNarrowed, orderOf, readState, type SearchState } from './state.ts';
import { createTermStore } from './term-store.ts';

/** What a search comes to. */
export interface Answer extends Found {
	readonly leads: readonly Lead[];
	readonly facets: FacetCounts;
	/** Whether the values that few papers have are not counted. */
	readonly isCut: boolean;
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
	/** Topics and systems with a page that a query may become, most papers first. */
	pagesFor(query: string): Promise<readonly NamedPage[]>;
	load(paper: number): Promise<FoundPaper>;
}

/** Make the engine of what it fetches, and of what tells the papers of the reading list. */
export function createSearchEngine(
	source: SearchSource,
	savedIds: () => ReadonlySet<string>,
): SearchEngine {
	const tables = createFacetTables(source);
	const finder = {
		store: createTermStore(source),
		spell: createSpeller(source),
		symbols: source.symbols,
	};
	return {
		ask: async (state) => {
			const having = tables.having(state.chosen);
			const digests = having.then(({ groups }) => groups.digest.keys());
			const [found, table, saved, leads] = await Promise.all([
				hasQuery(state) ? findPapers(state.query, finder) : undefined,
				having,
				state.isSaved ? numbersOf(source, savedIds()) : undefined,
				leadsOf(subjectOf(state.query), digests, source),
			]);
			return {
				...answerOf(state, table, found && withLeads(found, leads, table), saved),
				leads: await titled(leads, source),
			};
		},
		countAll: async () => void (await tables.whole()),
		namesFor: (query) => fetchNames(source, query),
		pagesFor: async (query) => {
			const { groups } = await tables.current();
			return namedPagesFor(query, groups.topic.keys(), source);
		},
		load: async (paper) => {
			const table = await tables.current();
			return { ...(await source.paper(paper)), ...seenOf(table, paper) };
		},
	};
}

/** The day of the archive’s newest digest, if it has any. */
export async function newestDay({ ask }: Pick<SearchEngine, 'ask'>): Promise<Day | undefined> {
	const { facets } = await ask(readState(''));
	const newest = facets.digest
		.map(({ value }) => value)
		.toSorted()
		.at(-1);
	return newest?.slice(0, 'YYYY-MM-DD'.length) as Day | undefined;
}

/** The papers that are named first; for a day or a month, its papers and no words. */
function withLeads(found: Found, { papers, dates }: Leads, { groups }: FacetTable): Found {
	const dated = dates.flatMap(({ kind, name }) =>
		kind === 'digest' || kind === 'month' ? groups[kind].get(name)! : [],
	);
	if (dated.length > 0) {
		const own = [...new Set(dated)];
		return { ...found, papers: own, complete: own.length, unknown: [], common: [] };
	}
	const complete = new Set([...papers, ...found.papers.slice(0, found.complete)]);
	const all = new Set([...complete, ...found.papers]);
	return { ...found, papers: [...all], complete: complete.size };
}

async function titled(
	{ papers, names, dates }: Leads,
	{ paper }: SearchSource,
): Promise<readonly Lead[]> {
	const titles = papers.map(async (number): Promise<Lead> => {
		const { title, url } = await paper(number);
		return { kind: 'paper', name: title, url };
	});
	return [...(await Promise.all(titles)), ...names, ...dates];
}

/** The numbers of papers by their ids. */
async function numbersOf(
	source: SearchSource,
	ids: ReadonlySet<string>,
): Promise<ReadonlySet<number>> {
	return new Set((await source.ids()).flatMap((id, paper) => (ids.has(id) ? paper : [])));
}

const nothingAsked: Found = {
	papers: [],
	complete: 0,
	words: { asked: 0, least: 0 },
	unknown: [],
	common: [],
	terms: { words: [], symbols: [], phrases: [] },
};

/** What is found, within the reading list if it is searched, narrowed and counted. */
function answerOf(
	state: SearchState,
	table: FacetTable,
	found?: Found,
	saved?: ReadonlySet<number>,
): Omit<Answer, 'leads'> {
	const { chosen } = state;
	const { papers, complete } = found ?? nothingAsked;
	const isWithin = (paper: number) => saved?.has(paper) ?? true;
	const within = found ? new Set(papers.filter(isWithin)) : saved;
	const isAsked = found !== undefined || isNarrowed(state);
	const left = isAsked ? narrowPapers(table, chosen, within) : new Set<number>();
	const sort = (some: readonly number[]) => sortPapers(some, orderOf(state), table);
	const isLeft = (paper: number) => left.has(paper);
	const whole = found ? papers.slice(0, complete).filter(isLeft) : [...left];
	return {
		...(found ?? nothingAsked),
		papers: [...sort(whole), ...sort(papers.slice(complete).filter(isLeft))],
		complete: whole.length,
		facets: countFacets(table, chosen, within),
		isCut: table.isCut,
	};
}
