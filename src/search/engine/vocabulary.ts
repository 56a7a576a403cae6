import { foldWord, singularOf, stemOf } from '../text/words.ts';
import { unpackWords, type CountedWord, type SymbolsFile, type WordsFile } from '../word-file.ts';
import { editDistance } from './edit-distance.ts';

/** What the archive's papers say, as far as it was fetched. */
export interface Vocabulary {
	/** Sorted. */
	readonly words: readonly CountedWord[];
	readonly magnitudes: ReadonlyMap<string, number>;
	/** Systems as they are written, by their folded names: `LMUFormer` by `lmuformer`. */
	readonly names: ReadonlyMap<string, string>;
	readonly symbols: SymbolsFile;
}

/** The vocabulary of some built files. */
export function vocabularyOf(files: readonly WordsFile[], symbols: SymbolsFile): Vocabulary {
	const words = files.flatMap((file) => unpackWords(file.words));
	const names = files.flatMap((file) => Object.keys(file.names));
	return {
		words: words.toSorted((a, b) => (a.word < b.word ? -1 : 1)),
		magnitudes: new Map(words.map(({ word, magnitude }) => [word, magnitude])),
		names: new Map(names.map((name) => [foldWord(name), name])),
		symbols,
	};
}

// Shorter ones have no ending to take away.
const shortestInflected = 5;

/** From so many letters on a second slip is likely, and two slips do not make another word of it. */
export const longWord = 6;

/** The word itself where one is it or begins with it; else one that differs in its ending. */
export function findWord(vocabulary: Vocabulary, word: string): string | undefined {
	const { words, magnitudes } = vocabulary;
	if (words[placeOf(words, word)]?.word.startsWith(word)) return word;
	if (magnitudes.has(singularOf(word) ?? '')) return word;
	if (word.length < shortestInflected) return undefined;
	const stem = stemOf(word);
	const [related] = mostFrequent(
		wordsBeginning(vocabulary, stem).filter((other) => stemOf(other.word) === stem),
	);
	return related && !isSlip(vocabulary, word, related.word) ? related.word : undefined;
}

/** Where a word stands, or would. */
function placeOf(words: readonly CountedWord[], word: string): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (words[middle]!.word < word) low = middle + 1;
		else high = middle;
	}
	return low;
}

function wordsBeginning({ words }: Vocabulary, beginning: string): readonly CountedWord[] {
	const rest = words.slice(placeOf(words, beginning));
	const end = rest.findIndex(({ word }) => !word.startsWith(beginning));
	return end < 0 ? rest : rest.slice(0, end);
}

function mostFrequent(words: readonly CountedWord[]): CountedWord[] {
	return words.toSorted((a, b) => b.magnitude - a.magnitude);
}

/** Whether a word is rather another one with a slip than a form of this one: `optimier` of `optimizer`, not of `optimised`. */
function isSlip({ words }: Vocabulary, word: string, related: string): boolean {
	if (word.length <= longWord || editDistance(word, related, 1) <= 1) return false;
	const stem = stemOf(word);
	return words.some(
		({ word: other }) => editDistance(word, other, 1) === 1 && stemOf(other) !== stem,
	);
}

const shortWord = 3;
// Four papers, as powers of two.
const usual = 2;

/** Whether a short word is met so often, beside those that begin with it, that it is meant itself: `ai`. */
export function standsAlone(vocabulary: Vocabulary, word: string): boolean {
	const own = vocabulary.magnitudes.get(word) ?? 0;
	if (word.length > shortWord || own < usual) return false;
	return wordsBeginning(vocabulary, word).every(({ magnitude }) => magnitude <= own + 1);
}

const frequentWords = 6;

/**
 * Words of which the index is asked for the file beforehand: of those that begin with this one the
 * first, the last and the most frequent; none where it stands alone.
 */
export function wordsToFetch(vocabulary: Vocabulary, beginning: string): string[] {
	if (standsAlone(vocabulary, beginning)) return [];
	const all = wordsBeginning(vocabulary, beginning);
	const frequent = mostFrequent(all).slice(0, frequentWords);
	const wanted = [...all.slice(0, 1), ...all.slice(-1), ...frequent];
	return [...new Set(wanted.map(({ word }) => word))];
}

/** Whether more papers than this have a word: `the`. */
export function isInMoreThan(vocabulary: Vocabulary, papers: number, word: string): boolean {
	return 2 ** (vocabulary.magnitudes.get(word) ?? 0) > papers;
}
