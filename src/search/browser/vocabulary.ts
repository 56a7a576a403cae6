import { foldSymbol, foldWord, isSymbol, partsOf, singularOf, stemOf } from '../search-text.ts';
import { unpackNumbers, type CountedWord, type SymbolsFile } from '../word-file.ts';
import { editDistance } from './edit-distance.ts';

/** A word of a query that no paper has, and the words that its writer may have meant, likeliest first. */
export interface UnknownWord {
	readonly word: string;
	readonly nearest: readonly string[];
}

/** What a word of a query comes to: words that the index has, single letters, or nothing. */
export type WordReading =
	| { readonly words: readonly string[]; readonly letters: readonly string[] }
	| UnknownWord;

/** The papers of a symbol, with the spellings that were met. */
export interface SymbolReading {
	readonly papers: ReadonlySet<number>;
	readonly symbols: readonly string[];
}

/** What the archive's papers say, without asking the index. */
export interface Vocabulary {
	readWord(word: string): WordReading;
	/** The papers that have a symbol, or one that holds it; `common` where nearly all have it. */
	readSymbol(symbol: string): SymbolReading | UnknownWord | 'common';
	/** Whether a short word is met so often, beside those that begin with it, that it is meant itself: `ai`. */
	standsAlone(word: string): boolean;
	/**
	 * Of the words that begin with this one, the first, the last and the most frequent; none where it
	 * stands alone.
	 */
	wordsFrom(beginning: string): readonly string[];
	/** Whether a word is in more than this share of so many papers: `the`. */
	isFrequent(word: string, papers: number, share: number): boolean;
}

const suggestions = 3;
const shortWord = 3;
// Four papers, as powers of two.
const usual = 2;
const frequentWords = 6;
// From here on a second slip is likely, and two slips do not make another word of it.
const longWord = 6;

/** Make the vocabulary of words, which are sorted, symbols, and systems by their folded names. */
export function createVocabulary(
	counted: readonly CountedWord[],
	file: SymbolsFile,
	names: ReadonlyMap<string, string>,
): Vocabulary {
	const magnitudes = new Map(counted.map(({ word, magnitude }) => [word, magnitude]));
	const sorted = counted.map(({ word }) => word);
	const common = new Set(file.common);
	let stems: Map<string, string> | undefined;
	return { readWord, readSymbol, standsAlone, wordsFrom, isFrequent };

	function readWord(raw: string): WordReading {
		const parts = partsOf(raw);
		const whole = foldWord(raw);
		if (parts.length > 1) {
			const known = parts.map(find);
			const isLong = parts.every((part) => part.length > 1);
			if (isLong && known.every((word) => word !== undefined))
				return { words: known, letters: [] };
		}
		const word = find(whole);
		if (word !== undefined) return { words: [word], letters: [] };
		// `DuoLLM`, where papers have `Duo-LLM`
		const ofName = partsOf(names.get(whole) ?? '').map(find);
		if (ofName.length > 1 && ofName.every((part) => part !== undefined))
			return { words: ofName, letters: [] };
		if (parts.length > 1) {
			const letters = parts.filter((part) => part.length === 1);
			const known = parts.filter((part) => part.length > 1).map(find);
			if (known.every((part) => part !== undefined)) return { words: known, letters };
		}
		return { word: raw, nearest: nearestTo(raw) };
	}

	/** The word itself where one is it or begins with it; else one that differs in its ending. */
	function find(word: string): string | undefined {
		if (magnitudes.has(word) || sorted[placeOf(word)]?.startsWith(word)) return word;
		if (magnitudes.has(singularOf(word) ?? '')) return word;
		if (word.length < 5) return undefined;
		const related = (stems ??= stemWords()).get(stemOf(word));
		return related === undefined || isSlip(word, related) ? undefined : related;
	}

	/** Whether a word is rather another one with a slip than a form of this one: `optimier` of `optimizer`, not of `optimised`. */
	function isSlip(word: string, related: string): boolean {
		if (word.length <= longWord || editDistance(word, related, 1) <= 1) return false;
		const stem = stemOf(word);
		return sorted.some((other) => editDistance(word, other, 1) === 1 && stemOf(other) !== stem);
	}

	/** Where a word stands, or would. */
	function placeOf(word: string): number {
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sorted[middle]! < word) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** The most frequent word of each stem. */
	function stemWords(): Map<string, string> {
		const byStem = new Map<string, string>();
		for (const { word, magnitude } of counted) {
			const stem = stemOf(word);
			const other = byStem.get(stem);
			if (other === undefined || magnitudes.get(other)! < magnitude) byStem.set(stem, word);
		}
		return byStem;
	}

	function nearestTo(raw: string): string[] {
		const parts = partsOf(raw);
		const isName = /\p{Lu}/u.test(raw);
		if (parts.length > 1) {
			// `linear-atention`: only what is wrong is put right.
			const better = parts.map((part) =>
				part.length < 2 || find(part) !== undefined ? part : nearestWords(part, isName)[0],
			);
			if (better.every((part) => part !== undefined)) return [better.join('-')];
		}
		// A slip of one letter is likelier than a missing space, and that than two slips.
		const word = foldWord(raw);
		const near = nearestWords(word, isName);
		const close = near.filter((other) => editDistance(word, other, 1) === 1);
		const split = splitWord(word);
		const all = [...close, ...(split === undefined ? [] : [split]), ...near];
		return [...new Set(all)].slice(0, suggestions);
	}

	/** By distance, then whether both are names or have one first letter, then how many papers have it. */
	function nearestWords(word: string, isName: boolean): string[] {
		if (word.length < 3) return [];
		const limit = word.length < longWord ? 1 : 2;
		return counted
			.flatMap(({ word: other, magnitude }) => {
				const distance = editDistance(word, other, limit);
				if (distance > limit) return [];
				const likeness =
					(other[0] === word[0] ? 2 : 0) + (isName && names.has(other) ? 3 : 0);
				const cost = 4 * distance - likeness - 0.4 * magnitude;
				return [{ other, cost }];
			})
			.toSorted((a, b) => a.cost - b.cost)
			.slice(0, suggestions)
			.map(({ other }) => other);
	}

	/** `longcontext` is `long context`. */
	function splitWord(word: string): string | undefined {
		let best: { text: string; weight: number } | undefined;
		for (let at = 2; at <= word.length - 2; at++) {
			const [a, b] = [magnitudes.get(word.slice(0, at)), magnitudes.get(word.slice(at))];
			if (a === undefined || b === undefined) continue;
			const weight = Math.min(a, b);
			const text = `${word.slice(0, at)} ${word.slice(at)}`;
			if (weight > 0 && weight > (best?.weight ?? 0)) best = { text, weight };
		}
		return best?.text;
	}

	function readSymbol(raw: string): SymbolReading | UnknownWord | 'common' {
		const symbol = foldSymbol(raw);
		if (common.has(symbol)) return 'common';
		const all = Object.keys(file.symbols);
		const exact = Object.hasOwn(file.symbols, symbol) ? [symbol] : [];
		const isWhole = exact.length > 0 || symbol.length < 2;
		const symbols = isWhole ? exact : all.filter((other) => holds(other, symbol));
		if (symbols.length > 0) {
			const papers = symbols.flatMap((name) => unpackNumbers(file.symbols[name]!));
			return { papers: new Set(papers), symbols };
		}
		const near = all
			.filter((other) => symbol.length > 2 && isSymbol(other))
			.map((other) => ({ other, distance: editDistance(symbol, other, 1) }))
			.filter(({ distance }) => distance <= 1)
			.map(({ other }) => other);
		return { word: raw, nearest: near.slice(0, suggestions) };
	}

	function standsAlone(word: string): boolean {
		const own = magnitudes.get(word) ?? 0;
		if (word.length > shortWord || own < usual) return false;
		return beginningWith(word).every((other) => magnitudes.get(other)! <= own + 1);
	}

	function wordsFrom(beginning: string): string[] {
		if (standsAlone(beginning)) return [];
		const all = beginningWith(beginning);
		const frequent = all
			.toSorted((a, b) => magnitudes.get(b)! - magnitudes.get(a)!)
			.slice(0, frequentWords);
		return [...new Set([...all.slice(0, 1), ...all.slice(-1), ...frequent])];
	}

	function beginningWith(beginning: string): string[] {
		const rest = sorted.slice(placeOf(beginning));
		const end = rest.findIndex((word) => !word.startsWith(beginning));
		return end < 0 ? rest : rest.slice(0, end);
	}

	function isFrequent(word: string, papers: number, share: number): boolean {
		return 2 ** (magnitudes.get(word) ?? 0) > papers * share;
	}
}

/** Whether a symbol is in another from where a name may begin: `n^2` is in `o(n^2)`, `c++` is not in `specdec++`. */
function holds(whole: string, symbol: string): boolean {
	for (let at = whole.indexOf(symbol); at >= 0; at = whole.indexOf(symbol, at + 1)) {
		if (at === 0 || !/[\p{L}\p{N}]/u.test(whole[at - 1]!)) return true;
	}
	return false;
}
