import type { Terms } from './marks.ts';
import { parseQuery, type Asked, type Query } from './query.ts';
import { rankPapers } from './rank.ts';
import { sortWords } from './query-words.ts';
import { readQuery, type QueryReading } from './read-query.ts';
import { findPhrase, findSideBySide, type PhraseWord } from './side-by-side.ts';
import type { Slot } from './slots.ts';
import type { Speller, UnknownWord } from './speller.ts';
import { readSymbol, type SymbolReading } from './symbols.ts';
import type { TermStore } from './term-store.ts';
import type { SymbolsFile } from '../word-file.ts';
import { partsOf, stemOf } from '../text/words.ts';

/** What a query is answered with. */
export interface Finder {
	readonly store: TermStore;
	readonly spell: Speller;
	symbols(): Promise<SymbolsFile>;
}

/** What a query finds. */
export interface Found {
	/** Of the terms that were asked, if any were. */
	readonly version?: string;
	/** Best first. */
	readonly papers: readonly number[];
	/** How many of them, the first so many, have all of the words. */
	readonly complete: number;
	/** How many words were asked for, and how many of them the other papers have at least. */
	readonly words: { readonly asked: number; readonly least: number };
	/** What no paper has. */
	readonly unknown: readonly UnknownWord[];
	/** What nearly every paper has, where nothing else was asked for. */
	readonly common: readonly string[];
	/** What is marked in titles and excerpts. */
	readonly terms: Terms;
}

/** Find the papers of a query. */
export async function findPapers(text: string, finder: Finder): Promise<Found> {
	const query = parseQuery(text);
	const { store, spell } = finder;
	const [reading, filters, table] = await Promise.all([
		readQuery(query, store, spell),
		readFilters(query, finder),
		store.table(),
		// Where they cannot be had, whatever needs them will say so.
		fetchPlaces(query, store).catch(() => {}),
	]);
	const { slots, extras, inOrder, common } = reading;
	const isAsked = slots.length + filters.within.length > 0 || filters.isExcluding;
	const ranking = isAsked
		? rankPapers({ slots, extras, inOrder, ...filters, total: table.papers })
		: { papers: [], complete: 0, least: 0 };
	const together = await papersTogether(query, reading, store);
	return {
		version: table.version,
		papers: putFirst(ranking, together),
		complete: ranking.complete,
		words: { asked: slots.length, least: ranking.least },
		unknown: [...reading.unknown, ...filters.unknown],
		common,
		terms: termsOf(query, reading, filters.symbols),
	};
}

interface Filters {
	readonly within: readonly ReadonlySet<number>[];
	readonly isExcluding: boolean;
	readonly excluded: ReadonlySet<number>;
	readonly symbols: readonly SymbolReading[];
	readonly unknown: readonly UnknownWord[];
}

async function readFilters(query: Query, finder: Finder): Promise<Filters> {
	const { phrases, excluded } = query;
	const [phrased, quoted, symbols, unwanted] = await Promise.all([
		Promise.all(phrases.map((phrase) => findPhrase(phrase, finder.store))),
		unknownAmong(phrases.flat(), finder),
		readSymbols(query, finder),
		papersHaving(excluded, finder),
	]);
	const known = symbols.filter(({ unknown }) => unknown.length === 0);
	return {
		within: [...phrased, ...known.map(({ papers }) => papers)],
		isExcluding: Object.values(excluded).flat().length > 0,
		excluded: unwanted,
		symbols,
		unknown: [...quoted, ...symbols.flatMap((symbol) => symbol.unknown)],
	};
}

async function unknownAmong(words: readonly string[], finder: Finder): Promise<UnknownWord[]> {
	const { store, spell } = finder;
	const found = words.map(async (word) =>
		(await store.hits(stemOf(word))) ? [] : [await spell(word)],
	);
	return (await Promise.all(found)).flat();
}

async function readSymbols({ symbols }: Asked, finder: Finder): Promise<SymbolReading[]> {
	if (symbols.length === 0) return [];
	const file = await finder.symbols();
	return symbols.map((symbol) => readSymbol(file, symbol));
}

/** The papers that have any of what is not wanted. */
async function papersHaving(unwanted: Asked, finder: Finder): Promise<ReadonlySet<number>> {
	const { words, phrases } = unwanted;
	const [sets, symbols] = await Promise.all([
		Promise.all([
			...words.map((word) => papersOfWord(word, finder.store)),
			...phrases.map((phrase) => findPhrase(phrase, finder.store)),
		]),
		readSymbols(unwanted, finder),
	]);
	return new Set([...sets, ...symbols.map(({ papers }) => papers)].flatMap((set) => [...set]));
}

/** The papers that have a word, or the parts of a compound side by side. */
async function papersOfWord(word: string, store: TermStore): Promise<Iterable<number>> {
	const parts = partsOf(word);
	if (parts.length > 1) return findPhrase(parts, store);
	return (await store.hits(parts.map(stemOf).join('')))?.papers ?? [];
}

// Long queries are titles, and each word of one narrows it anyway.
const fewWords = 4;

/**
 * The words that are asked for together: who types `attention sinks` means the two side by side. Of many papers,
 * what nearly all of them say, such as `model`, is left out.
 */
async function wordsTogether(
	{ phrases }: Query,
	words: readonly PhraseWord[],
	store: TermStore,
): Promise<readonly PhraseWord[]> {
	if (words.length > fewWords || phrases.length > 0) return [];
	const wide = await Promise.all(words.map(({ term }) => store.isWide(term)));
	const others = words.filter((_, at) => !wide[at]);
	return others.length > 1 ? others : [];
}

/** Fetch the places of the words of a query beside their papers, and not after them. */
async function fetchPlaces(query: Query, store: TermStore): Promise<void> {
	const { telling } = sortWords(query, await store.table());
	const words = telling.map(({ part, offset }) => ({ term: stemOf(part), offset }));
	const together = await wordsTogether(query, words, store);
	await Promise.all(together.map(({ term }) => store.fetchPlaces(term)));
}

/** The papers that have the words of a query side by side. */
async function papersTogether(
	query: Query,
	{ slots }: QueryReading,
	store: TermStore,
): Promise<ReadonlySet<number>> {
	const words = slots.flatMap(({ terms: [term], offset }) =>
		term === undefined ? [] : { term, offset },
	);
	const together = await wordsTogether(query, words, store);
	return together.length > 0 ? findSideBySide(together, store) : new Set();
}

/** Those of a set first, of the papers that have all words and of the others; else the order stays. */
function putFirst(
	{ papers, complete }: Pick<Found, 'papers' | 'complete'>,
	first: ReadonlySet<number>,
): number[] {
	return [papers.slice(0, complete), papers.slice(complete)].flatMap((some) => [
		...some.filter((paper) => first.has(paper)),
		...some.filter((paper) => !first.has(paper)),
	]);
}

function termsOf(
	{ phrases }: Query,
	{ slots, extras }: QueryReading,
	symbols: readonly SymbolReading[],
): Terms {
	return {
		words: unique([...slots, ...extras].flatMap(({ terms }: Slot) => terms)),
		symbols: symbols.flatMap(({ spellings }) => spellings),
		phrases: phrases.map((phrase) => phrase.map(stemOf)),
	};
}

function unique(words: readonly string[]): string[] {
	return [...new Set(words)];
}
