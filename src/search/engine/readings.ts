import { unpackNumbers } from '../number-steps.ts';
import { foldSymbol, isSymbol } from '../text/symbols.ts';
import { foldWord, partsOf } from '../text/words.ts';
import { editDistance } from './edit-distance.ts';
import { nearestWords, suggestions } from './nearest-words.ts';
import { findWord, type Vocabulary } from './vocabulary.ts';

/** A word of a query that no paper has, and the words that its writer may have meant, likeliest first. */
export interface UnknownWord {
	readonly word: string;
	readonly nearest: readonly string[];
}

/** What the index is asked for a word of a query: words that it has, and single letters. */
export interface WordReading {
	readonly words: readonly string[];
	readonly letters: readonly string[];
}

/** The papers of a symbol, with the spellings that were met. */
export interface SymbolReading {
	readonly papers: ReadonlySet<number>;
	readonly symbols: readonly string[];
}

/** Whether no paper has what was read. */
export function isUnknown(reading: object): reading is UnknownWord {
	return 'nearest' in reading;
}

/** Those of some readings that papers have. */
export function knownAmong(readings: readonly (WordReading | UnknownWord)[]): WordReading[] {
	return readings.flatMap((reading) => (isUnknown(reading) ? [] : [reading]));
}

/** What a word of a query comes to. */
export function readWord(vocabulary: Vocabulary, raw: string): WordReading | UnknownWord {
	const parts = partsOf(raw);
	const letters = parts.filter((part) => part.length === 1);
	const long = parts.filter((part) => part.length > 1);
	const byParts = parts.length > 1 ? findAll(vocabulary, long) : undefined;
	if (byParts && letters.length === 0) return { words: byParts, letters };
	const whole = foldWord(raw);
	const words = findAll(vocabulary, [whole]) ?? findName(vocabulary, whole);
	if (words) return { words, letters: [] };
	// Of `GPT-9`, which no paper has in one, `9` says little by itself.
	if (byParts) return { words: byParts, letters };
	return { word: raw, nearest: nearestWords(vocabulary, raw) };
}

/** All of the words in the archive's form, if it has all. */
function findAll(vocabulary: Vocabulary, words: readonly string[]): string[] | undefined {
	const found = words.map((word) => findWord(vocabulary, word));
	return found.every((word) => word !== undefined) ? found : undefined;
}

/** `DuoLLM`, where papers have `Duo-LLM` */
function findName(vocabulary: Vocabulary, folded: string): string[] | undefined {
	const parts = partsOf(vocabulary.names.get(folded) ?? '');
	return parts.length > 1 ? findAll(vocabulary, parts) : undefined;
}

/** The papers that have a symbol, or one that holds it; `common` where nearly all have it. */
export function readSymbol(
	{ symbols: { symbols, common } }: Vocabulary,
	raw: string,
): SymbolReading | UnknownWord | 'common' {
	const symbol = foldSymbol(raw);
	if (common.includes(symbol)) return 'common';
	const all = Object.keys(symbols);
	const exact = Object.hasOwn(symbols, symbol) ? [symbol] : [];
	const isWhole = exact.length > 0 || symbol.length < 2;
	const found = isWhole ? exact : all.filter((other) => holds(other, symbol));
	if (found.length === 0) return { word: raw, nearest: nearestSymbols(all, symbol) };
	const papers = found.flatMap((name) => unpackNumbers(symbols[name]!));
	return { papers: new Set(papers), symbols: found };
}

// The end of a name: `d` of `specd`
const nameRe = /[\p{L}\p{N}]/u;

/** Whether a symbol is in another from where a name may begin: `n^2` is in `o(n^2)`, `c++` is not in `specdec++`. */
function holds(whole: string, symbol: string): boolean {
	for (let at = whole.indexOf(symbol); at >= 0; at = whole.indexOf(symbol, at + 1)) {
		if (at === 0 || !nameRe.test(whole[at - 1]!)) return true;
	}
	return false;
}

function nearestSymbols(all: readonly string[], symbol: string): string[] {
	if (symbol.length < 3) return [];
	const near = all.filter((other) => isSymbol(other) && editDistance(symbol, other, 1) <= 1);
	return near.slice(0, suggestions);
}
