import type { FacetFile } from '../model/facets.ts';
import { foldWord } from '../model/search-text.ts';
import { searchFiles } from '../model/search.ts';
import type { VocabularyFile } from '../model/vocabulary.ts';
import { savedIds } from './saved-papers.ts';
import { fetchPaper, openIndex, type PaperText, type SearchIndex } from './search-client.ts';
import { createFacetTable, type FacetCounts, type FacetTable } from './search-facets.ts';
import type { Terms } from './search-marks.ts';
import { parseQuery } from './search-query.ts';
import { isNarrowed, type SearchState } from './search-state.ts';
import { understand, type Understanding } from './search-understanding.ts';
import { createVocabulary, type UnknownWord, type Vocabulary } from './search-vocabulary.ts';

/** What a search comes to. */
export interface Answer {
	/** All of them by number, in the order that was asked for. */
	readonly papers: readonly number[];
	readonly facets: FacetCounts;
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
	ask(state: SearchState): Promise<Answer>;
	/** What is shown of a paper. */
	load(paper: number): Promise<PaperText>;
}

const nothing: Terms = { words: [], symbols: [], phrases: [] };
// A short word begins many others: `ai` stands for itself only.
const shortWord = 3;
// Long queries are titles, and each word of one narrows it anyway.
const fewWords = 4;

/** Make the engine for the index at `folder` (`/repo/pagefind/`) with its further parts. */
export function createSearchEngine(folder: string, parts: readonly string[]): SearchEngine {
	const table = lazily(async () =>
		createFacetTable(await fetchFile<FacetFile>(folder + searchFiles.facets)),
	);
	const vocabulary = lazily(async () =>
		createVocabulary(await fetchFile<VocabularyFile>(folder + searchFiles.vocabulary)),
	);
	const index = lazily(() => openIndex(folder, parts));
	const ids = lazily(() => fetchFile<readonly string[]>(folder + searchFiles.ids));
	return { table, ask, load: (paper) => fetchPaper(folder, paper) };

	async function ask(state: SearchState): Promise<Answer> {
		if (state.query.trim() === '') return browse(state);
		const query = parseQuery(state.query);
		// Most likely to be needed; whether it fails is seen when it is.
		if (query.words.length + query.phrases.length > 0) index().catch(() => {});
		const [facets, words] = await Promise.all([table(), vocabulary()]);
		const understood = understand(query, words, facets.papers);
		const all = await find(understood, words, index, facets.papers);
		const list = await listed(state);
		const found = list ? all.filter((paper) => list.has(paper)) : all;
		const numbers = new Set(found);
		const left = facets.narrow(state.chosen, numbers);
		const results = found.filter((paper) => left.has(paper));
		return {
			papers: state.sort === 'date' ? newestFirst(results, facets) : results,
			facets: facets.count(state.chosen, numbers),
			unknown: understood.unknown.map((word) => withNames(word, facets)),
			common: understood.common,
			terms: understood.terms,
		};
	}

	/** The numbers of the papers of the reading list, where the search is limited to it. */
	async function listed({ isSaved }: SearchState): Promise<ReadonlySet<number> | undefined> {
		if (!isSaved) return undefined;
		const saved = savedIds();
		return new Set((await ids()).flatMap((id, paper) => (saved.has(id) ? paper : [])));
	}

	/** Without a query: the papers of what is chosen, newest first. */
	async function browse(state: SearchState): Promise<Answer> {
		const facets = await table();
		const list = await listed(state);
		const left = isNarrowed(state) ? [...facets.narrow(state.chosen, list)] : [];
		return {
			papers: newestFirst(left, facets),
			facets: facets.count(state.chosen, list),
			unknown: [],
			common: [],
			terms: nothing,
		};
	}
}

/** Load once; a failure is forgotten, so that the next call tries again. */
function lazily<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let value: Promise<Value> | undefined;
	return () => {
		value ??= load().catch((error: unknown) => {
			value = undefined;
			throw error;
		});
		return value;
	};
}

async function fetchFile<File>(address: string): Promise<File> {
	return (await (await fetchFresh(address)).json()) as File;
}

/** Asked whether it is still the same, so that it never stands beside another build's index. */
async function fetchFresh(address: string): Promise<Response> {
	const response = await fetch(address, { cache: 'no-cache' });
	if (!response.ok) throw new Error(`${response.status} ${address}`);
	return response;
}

/** Names as they are written: `LMUFormer` for `lmuformer`. */
function withNames({ word, nearest }: UnknownWord, table: FacetTable): UnknownWord {
	const names = new Map(table.values('system').map(({ value }) => [foldWord(value), value]));
	return { word, nearest: nearest.map((other) => names.get(other) ?? other) };
}

/** The papers that have all of what was understood, in the index's order for its words. Without words the index is not opened. */
async function find(
	{ loose, joined, phrases, symbols, isEmpty }: Understanding,
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
	const exact = loose.length > fewWords ? [] : loose.filter((word) => word.length <= shortWord);
	const sets = await Promise.all([
		...phrases.map(async (phrase) => findPhrase(phrase, await open())),
		...exact
			.filter((word) => vocabulary.isUsual(word))
			.map(async (word) => findExactly([`"${word}"`], await open())),
	]);
	const all = [...sets, ...symbols];
	return found.filter((paper) => all.every((set) => set.has(paper)));
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
