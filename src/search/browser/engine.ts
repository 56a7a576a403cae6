import type { FacetFile, MoreFacetsFile } from '../facet-file.ts';
import { searchFiles } from '../index-files.ts';
import type { SymbolsFile, WordsFile } from '../word-file.ts';
import { initialsToComplete } from './completion.ts';
import { savedIds } from '../../saved/storage.ts';
import { fetchPaper, openIndex, type PaperText, type SearchIndex } from './index-client.ts';
import {
	createFacetTable,
	type FacetCounts,
	type FacetTable,
	type FacetValue,
} from './facet-table.ts';
import { fetchFile, lazily, lazilyEach } from './fetch-files.ts';
import type { Terms } from './marks.ts';
import { parseQuery, type Query } from './query.ts';
import { isNarrowed, type SearchState } from './state.ts';
import { understand, type Understanding } from './understanding.ts';
import type { UnknownWord, Vocabulary } from './vocabulary.ts';
import { createWordStore } from './word-store.ts';

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

/** Everything behind the search page. Its files are loaded when they are first needed. */
export interface SearchEngine {
	/** What papers are narrowed, counted and sorted by. */
	table(): Promise<FacetTable>;
	/** The same with the values that few papers have. */
	wholeTable(): Promise<FacetTable>;
	/** Systems that the end of a query may become, most papers first. */
	namesFor(query: string): Promise<readonly FacetValue[]>;
	ask(state: SearchState): Promise<Answer>;
	/** What is shown of a paper. */
	load(paper: number): Promise<PaperText>;
}

interface QueryReading {
	readonly vocabulary: Vocabulary;
	readonly understood: Understanding;
}

const nothing: Terms = { words: [], symbols: [], phrases: [] };
// Long queries are titles, and each word of one narrows it anyway.
const fewWords = 4;

/** Make the engine for the index at `folder` (`/repo/pagefind/`) with its further parts. */
export function createSearchEngine(folder: string, parts: readonly string[]): SearchEngine {
	let isWhole = false;
	const facetFile = lazily(() => fetchFile<FacetFile>(folder + searchFiles.facets));
	const firstTable = lazily(async () => createFacetTable(await facetFile()));
	const wholeTable = lazily(async () => {
		const first = await facetFile();
		if (!first.hasMore) return firstTable();
		const more = await fetchFile<MoreFacetsFile>(folder + searchFiles.moreFacets);
		isWhole = true;
		return createFacetTable(first, more);
	});
	const words = createWordStore({
		words: lazilyEach((initial) => fetchFile<WordsFile>(folder + searchFiles.words(initial))),
		allWords: lazily(() => fetchFile<WordsFile>(folder + searchFiles.allWords)),
		symbols: lazily(() => fetchFile<SymbolsFile>(folder + searchFiles.symbols)),
	});
	const index = lazily(() => openIndex(folder, parts));
	const ids = lazily(() => fetchFile<readonly string[]>(folder + searchFiles.ids));
	return { table, wholeTable, namesFor, ask, load: (paper) => fetchPaper(folder, paper) };

	function table(): Promise<FacetTable> {
		return isWhole ? wholeTable() : firstTable();
	}

	/** A table that has what is chosen, which an address may name. */
	async function tableFor({ chosen }: SearchState): Promise<FacetTable> {
		const first = await table();
		return first.knows(chosen) ? first : wholeTable();
	}

	async function namesFor(query: string): Promise<readonly FacetValue[]> {
		return words.names(initialsToComplete(query));
	}

	async function ask(state: SearchState): Promise<Answer> {
		if (state.query.trim() === '') return browse(state);
		const query = parseQuery(state.query);
		// Most likely to be needed; whether it fails is seen when it is.
		if (query.words.length + query.phrases.length > 0) index().catch(() => {});
		const facets = await tableFor(state);
		const { vocabulary, understood } = await read(query, facets.papers);
		const all = await find(understood, vocabulary, index, facets.papers);
		const list = await listed(state);
		const ranked = putFirst(all, new Set(await words.introducersOf(state.query)));
		const found = list ? ranked.filter((paper) => list.has(paper)) : ranked;
		const numbers = new Set(found);
		const left = facets.narrow(state.chosen, numbers);
		const results = found.filter((paper) => left.has(paper));
		return {
			papers: state.sort === 'date' ? newestFirst(results, facets) : results,
			facets: facets.count(state.chosen, numbers),
			isCut: facets.isCut,
			unknown: await Promise.all(understood.unknown.map(withName)),
			common: understood.common,
			terms: understood.terms,
		};
	}

	/** What a query comes to. Only for a word that no paper has are all words looked through. */
	async function read(query: Query, papers: number): Promise<QueryReading> {
		const vocabulary = await words.forQuery(query);
		const understood = understand(query, vocabulary, papers);
		if (understood.unknown.length === 0) return { vocabulary, understood };
		const all = await words.allFor(query);
		return { vocabulary: all, understood: understand(query, all, papers) };
	}

	/** The nearest as they are written, where they are names. */
	async function withName({ word, nearest }: UnknownWord): Promise<UnknownWord> {
		const names = nearest.map(async (other) => (await words.nameOf(other)) ?? other);
		return { word, nearest: await Promise.all(names) };
	}

	/** The numbers of the papers of the reading list, where the search is limited to it. */
	async function listed({ isSaved }: SearchState): Promise<ReadonlySet<number> | undefined> {
		if (!isSaved) return undefined;
		const saved = savedIds();
		return new Set((await ids()).flatMap((id, paper) => (saved.has(id) ? paper : [])));
	}

	/** Without a query: the papers of what is chosen, newest first. */
	async function browse(state: SearchState): Promise<Answer> {
		const facets = await tableFor(state);
		const list = await listed(state);
		const left = isNarrowed(state) ? [...facets.narrow(state.chosen, list)] : [];
		return {
			papers: newestFirst(left, facets),
			facets: facets.count(state.chosen, list),
			isCut: facets.isCut,
			unknown: [],
			common: [],
			terms: nothing,
		};
	}
}

/** The papers that have all of what was understood, those first that have a few words side by side, else in the index's order. Without words the index is not opened. */
async function find(
	{ loose, joined, phrases, symbols, letters, isEmpty }: Understanding,
	vocabulary: Vocabulary,
	open: () => Promise<SearchIndex>,
	papers: number,
): Promise<readonly number[]> {
	if (isEmpty) return [];
	const everything = () => Array.from({ length: papers }, (_, paper) => paper);
	const search = async (words: readonly string[]) => {
		const index = await open();
		await index.fetchWords(words.flatMap((word) => vocabulary.wordsFrom(word)));
		return index.search(words.join(' '));
	};
	let found = loose.length === 0 ? everything() : await search(loose);
	if (found.length === 0) found = await search(joined);
	const exact = loose.length > fewWords ? [] : loose.filter(vocabulary.standsAlone);
	const sets = await Promise.all([
		...phrases.map(async (phrase) => findPhrase(phrase, await open())),
		...exact.map(async (word) => findExactly([`"${word}"`], await open())),
	]);
	const whole = found.filter((paper) => [...sets, ...symbols].every((set) => set.has(paper)));
	const strict = whole.filter((paper) => letters.every((set) => set.has(paper)));
	// Beside words, a letter that no paper has with them is left out: the `s` of `let s fuse`.
	const left = strict.length === 0 && loose.length > 0 ? whole : strict;
	if (loose.length < 2 || loose.length > fewWords || phrases.length > 0) return left;
	// The index weighs each word by itself; who asks for `attention sinks` means the two together.
	return putFirst(left, await findPhrase(loose, await open()));
}

/** Those of a set first; for the rest, the order stays. */
function putFirst(papers: readonly number[], first: ReadonlySet<number>): number[] {
	return papers.toSorted((a, b) => Number(first.has(b)) - Number(first.has(a)));
}

/** A phrase, and with each two of its words joined, as the index has `long-context`. */
function findPhrase(words: readonly string[], index: SearchIndex): Promise<ReadonlySet<number>> {
	const joined = words
		.slice(1)
		.map((word, place) => [
			...words.slice(0, place),
			words[place]! + word,
			...words.slice(place + 2),
		]);
	const all = [words, ...joined, ...(words.length > 2 ? [[words.join('')]] : [])];
	return findExactly(
		all.map((variant) => `"${variant.join(' ')}"`),
		index,
	);
}

async function findExactly(
	texts: readonly string[],
	index: SearchIndex,
): Promise<ReadonlySet<number>> {
	const answers = await Promise.all(texts.map((text) => index.search(text)));
	return new Set(answers.flat());
}

/** By the day that first had each; papers of one day stay as they were. */
function newestFirst(papers: readonly number[], table: FacetTable): readonly number[] {
	const day = new Map(papers.map((paper) => [paper, table.describe(paper).firstSeen]));
	return papers.toSorted((a, b) => {
		const [first, second] = [day.get(a)!, day.get(b)!];
		return first === second ? 0 : first < second ? 1 : -1;
	});
}
