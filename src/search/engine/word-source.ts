import { foldWord, partsOf } from '../text/words.ts';
import { initialOf, type SymbolsFile, type WordsFile } from '../word-file.ts';
import type { FacetValue } from './facet-table.ts';
import { splitSymbol, type Query } from './query.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** What fetches the files of words. Each may be asked again and again. */
export interface WordSource {
	/** Of one initial. */
	words(initial: string): Promise<WordsFile>;
	allWords(): Promise<WordsFile>;
	symbols(): Promise<SymbolsFile>;
}

/** Which of the archive's words are to be fetched. */
export interface WordNeeds {
	readonly initials: readonly string[] | 'all';
	readonly symbols: boolean;
}

/** The words with the initials of a query's, and the symbols if it has any. */
export function needsOf(query: Query): WordNeeds {
	return { initials: [...new Set(initialsOf(query))].toSorted(), symbols: hasSymbols(query) };
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

const noSymbols: SymbolsFile = { symbols: {}, common: [] };

/** Fetch the vocabulary that is needed, and no more. */
export async function fetchVocabulary(
	source: WordSource,
	{ initials, symbols }: WordNeeds,
): Promise<Vocabulary> {
	const wanted = initials === 'all' ? [source.allWords()] : initials.map(source.words);
	const [files, symbolsFile] = await Promise.all([
		Promise.all(wanted),
		symbols ? source.symbols() : noSymbols,
	]);
	return vocabularyOf(files, symbolsFile);
}

/** The systems with such initials, most papers first. */
export async function fetchNames(
	source: WordSource,
	initials: readonly string[],
): Promise<FacetValue[]> {
	const files = await Promise.all([...new Set(initials)].map(source.words));
	return files
		.flatMap((file) => Object.entries(file.names))
		.map(([value, [count]]) => ({ value, count: count! }))
		.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** A system as it is written, by its folded name: `LMUFormer` for `lmuformer`. */
export async function fetchName(source: WordSource, folded: string): Promise<string | undefined> {
	const { names } = await source.allWords();
	return Object.keys(names).find((name) => foldWord(name) === folded);
}

/** The numbers of the papers that introduce a system of this name, and nothing else: `mamba`. */
export async function fetchIntroducers(
	source: WordSource,
	query: string,
): Promise<readonly number[]> {
	const folded = foldWord(query);
	if (folded === '') return [];
	const { names } = await source.words(initialOf(folded));
	const alike = Object.entries(names).filter(([name]) => foldWord(name) === folded);
	return alike.flatMap(([, [, ...introducers]]) => introducers);
}
