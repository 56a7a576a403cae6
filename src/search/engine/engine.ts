import type { Day } from '../../model/id.ts';
import type { IndexedPaper } from '../index-files.ts';
import { fetchNames } from './completions.ts';
import {
	countFacets,
	narrowPapers,
	type FacetCounts,
	type FacetTable,
	type FacetValue,
} from './facet-table.ts';
import { createFacetTables } from './facet-tables.ts';
import { findPapers, type Found } from './find-papers.ts';
import { lazily } from './lazily.ts';
import { leadsOf, type Lead, type Leads } from './leads.ts';
import { isExcluding } from './query.ts';
import { subjectOf } from './question.ts';
import { namedPagesFor, type NamedPage } from './named-pages.ts';
import { OtherBuildError, type SearchSource } from './source.ts';
import { createSpeller } from './speller.ts';
import { sortPapers } from './sort-papers.ts';
import { choiceNames, hasQuery, orderOf, type SearchState } from './state.ts';
import { createTermStore } from './term-store.ts';

/** What a search comes to. */
export interface Answer extends Found {
	readonly leads: readonly Lead[];
	/** What is found before it is narrowed; where it is missing, all papers. */
	readonly within?: readonly number[] | undefined;
}

/** By what an answer can be narrowed. */
export interface Narrowing {
	readonly facets: FacetCounts;
	/** Whether the values that few papers have are not counted. */
	readonly isCut: boolean;
}

/** Everything behind the search page. */
export interface SearchEngine {
	ask(state: SearchState): Promise<Answer>;
	/** Count by what an answer to a question can be narrowed. */
	count(
		answer: Pick<Answer, 'within' | 'version'>,
		state: Pick<SearchState, 'chosen'>,
	): Promise<Narrowing>;
	/** Count the values that few papers have, too, from now on. */
	countAll(): Promise<void>;
	/** The day of the archive’s newest digest, if it has any. */
	newestDay(): Promise<Day | undefined>;
	/** Systems that the end of a query may become, most papers first. */
	namesFor(query: string): Promise<readonly FacetValue[]>;
	/** Topics and systems with a page that a query may become, most papers first. */
	pagesFor(query: string): Promise<readonly NamedPage[]>;
	load(paper: number): Promise<IndexedPaper>;
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
		ask: (state) =>
			answerTo(state, {
				source,
				table: lazily(() => tables.having(state.chosen)),
				find: () => findPapers(state.query, finder),
				savedIds,
			}),
		count: async ({ within, version }, { chosen }) => {
			const table = await tables.having(chosen);
			refuseOther(table, version);
			return { facets: countFacets(table, chosen, within), isCut: table.isCut };
		},
		countAll: async () => void (await tables.whole()),
		newestDay: async () => {
			const { groups } = await tables.current();
			const newest = [...groups.digest.keys()].toSorted().at(-1);
			return newest?.slice(0, 'YYYY-MM-DD'.length) as Day | undefined;
		},
		namesFor: (query) => fetchNames(source, query),
		pagesFor: async (query) => {
			if (isExcluding(query)) return [];
			// An index that was kept for reading without a network may be of a build that had no such file.
			const topics = await source.topics().catch(() => []);
			return namedPagesFor(query, topics, source);
		},
		load: source.paper,
	};
}

/** What a question is answered with. */
interface Asking {
	readonly source: SearchSource;
	/** The papers of what is chosen, where that has to be known. */
	table(): Promise<FacetTable>;
	find(): Promise<Found>;
	savedIds(): ReadonlySet<string>;
}

async function answerTo(state: SearchState, asking: Asking): Promise<Answer> {
	const { source, table, find, savedIds } = asking;
	const finding = hasQuery(state) ? find() : undefined;
	const [found, saved, leads, known] = await Promise.all([
		finding,
		state.isSaved ? numbersOf(source, savedIds()) : undefined,
		// What is not wanted must not come first.
		leadsOf(isExcluding(state.query) ? '' : subjectOf(state.query), source, {
			digests: async () => (await table()).groups.digest.keys(),
			isUnknown: async () => (await finding)?.unknown.length !== 0,
		}),
		needsTable(state) ? table() : undefined,
	]);
	if (known) refuseOther(known, found?.version);
	const led = found && (await withLeads(found, leads, table));
	const within = led ? withinSaved(led, saved) : saved && [...saved];
	const answer = orderAnswer(state, known, led, within);
	return { ...answer, leads: await titled(leads, source), within };
}

/** The papers that are named first; for a day or a month, its papers and no words. */
async function withLeads(
	found: Found,
	{ papers, dates }: Leads,
	table: () => Promise<FacetTable>,
): Promise<Found> {
	if (dates.some(({ kind }) => kind !== 'year')) {
		const { groups } = await table();
		const dated = dates.flatMap(({ kind, name }) =>
			kind === 'digest' || kind === 'month' ? groups[kind].get(name)! : [],
		);
		const own = [...new Set(dated)];
		return { ...found, papers: own, complete: own.length, unknown: [], common: [] };
	}
	if (papers.length === 0) return found;
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

/** The numbers of one build's papers are others' in another build. */
function refuseOther(table: FacetTable, version: string | undefined): void {
	if (version !== undefined && version !== table.version)
		throw new OtherBuildError('The site was published anew while its index was fetched');
}

const nothingAsked: Found = {
	papers: [],
	complete: 0,
	words: { asked: 0, least: 0 },
	unknown: [],
	common: [],
	terms: { words: [], symbols: [], phrases: [] },
};

/** Whether it takes more than the words of a question to answer it. */
function needsTable(state: SearchState): boolean {
	if (choiceNames.some((name) => state.chosen[name].length > 0)) return true;
	return orderOf(state) !== 'relevance' && (hasQuery(state) || state.isSaved);
}

function withinSaved({ papers }: Found, saved?: ReadonlySet<number>): readonly number[] {
	return saved ? papers.filter((paper) => saved.has(paper)) : papers;
}

/** What is found, of the papers that are searched, narrowed and in its order. */
function orderAnswer(
	state: SearchState,
	known: FacetTable | undefined,
	found: Found = nothingAsked,
	within?: readonly number[],
): Found {
	const { papers, complete } = found;
	const left = known ? narrowPapers(known, state.chosen, within) : new Set(within);
	const isLeft = (paper: number) => left.has(paper);
	const whole = hasQuery(state) ? papers.slice(0, complete).filter(isLeft) : [...left];
	const sort = (some: readonly number[]) =>
		known ? sortPapers(some, orderOf(state), known) : some;
	return {
		...found,
		papers: [...sort(whole), ...sort(papers.slice(complete).filter(isLeft))],
		complete: whole.length,
	};
}
