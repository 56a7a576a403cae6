import { foldWord, partsOf } from '../search-text.ts';
import {
	initialOf,
	unpackWords,
	type CountedWord,
	type SymbolsFile,
	type WordsFile,
} from '../word-file.ts';
import type { FacetValue } from './facet-table.ts';
import { splitSymbol, type Query } from './query.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** The archive's words, of which no more is fetched than a query needs. */
export interface WordStore {
	/** The words with the initials of a query's, and the symbols if it has any. */
	forQuery(query: Query): Promise<Vocabulary>;
	/** All words, for the nearest to one that no paper has, and the symbols if the query has any. */
	allFor(query: Query): Promise<Vocabulary>;
	/** The systems with such initials, most papers first. */
	names(initials: Iterable<string>): Promise<readonly FacetValue[]>;
	/** A system as it is written, by its folded name: `LMUFormer` for `lmuformer`. */
	nameOf(folded: string): Promise<string | undefined>;
	/** The numbers of the papers that introduce a system of this name, and nothing else: `mamba`. */
	introducersOf(query: string): Promise<readonly number[]>;
}

/** What fetches the store's files. Each may be asked again and again. */
export interface WordSource {
	words(initial: string): Promise<WordsFile>;
	allWords(): Promise<WordsFile>;
	symbols(): Promise<SymbolsFile>;
}

const noSymbols: SymbolsFile = { symbols: {}, common: [] };

/** Make the store of what fetches its files. */
export function createWordStore(source: WordSource): WordStore {
	// While one types, most questions are for the same initials.
	let last: { readonly key: string; readonly vocabulary: Vocabulary } | undefined;
	return { forQuery, allFor, names, nameOf, introducersOf };

	function forQuery(query: Query): Promise<Vocabulary> {
		const wanted = [...new Set(initialsOf(query))].toSorted();
		const withSymbols = hasSymbols(query);
		return remember(`${wanted.join('')} ${withSymbols}`, async () => {
			const [symbols, files] = await Promise.all([
				withSymbols ? source.symbols() : noSymbols,
				Promise.all(wanted.map(source.words)),
			]);
			const words = files.flatMap((file) => unpackWords(file.words));
			return createVocabulary(words.toSorted(byWord), symbols, foldedNames(files));
		});
	}

	function allFor(query: Query): Promise<Vocabulary> {
		const withSymbols = hasSymbols(query);
		return remember(`all ${withSymbols}`, async () => {
			const [file, symbols] = await Promise.all([
				source.allWords(),
				withSymbols ? source.symbols() : noSymbols,
			]);
			return createVocabulary(unpackWords(file.words), symbols, foldedNames([file]));
		});
	}

	async function remember(key: string, make: () => Promise<Vocabulary>): Promise<Vocabulary> {
		if (last?.key !== key) last = { key, vocabulary: await make() };
		return last.vocabulary;
	}

	async function names(wanted: Iterable<string>): Promise<FacetValue[]> {
		const files = await Promise.all([...new Set(wanted)].map(source.words));
		return files
			.flatMap((file) => Object.entries(file.names))
			.map(([value, [count]]) => ({ value, count: count! }))
			.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
	}

	async function nameOf(folded: string): Promise<string | undefined> {
		const file = await source.allWords();
		return Object.keys(file.names).find((name) => foldWord(name) === folded);
	}

	async function introducersOf(query: string): Promise<readonly number[]> {
		const folded = foldWord(query);
		if (folded === '') return [];
		const { names } = await source.words(initialOf(folded));
		const alike = Object.entries(names).filter(([name]) => foldWord(name) === folded);
		return alike.flatMap(([, [, ...introducers]]) => introducers);
	}
}

/** The initials of a query's words, whole and in parts. */
function initialsOf({ words, symbols, phrases }: Query): string[] {
	const all = [
		...words,
		...phrases.flat(),
		...symbols.flatMap((text) => splitSymbol(text).words),
	];
	return all.flatMap((word) => [foldWord(word), ...partsOf(word)]).map(initialOf);
}

/** A single letter, as in `GPT-4`, is one too. */
function hasSymbols({ words, symbols }: Query): boolean {
	return symbols.length > 0 || words.flatMap(partsOf).some((part) => part.length === 1);
}

function foldedNames(files: readonly WordsFile[]): ReadonlyMap<string, string> {
	const names = files.flatMap((file) => Object.keys(file.names));
	return new Map(names.map((name) => [foldWord(name), name]));
}

function byWord(a: CountedWord, b: CountedWord): number {
	return a.word < b.word ? -1 : 1;
}
