import { foldSymbol, foldWord } from '../search-text.ts';
import type { Terms } from './marks.ts';
import { splitSymbol, type Query } from './query.ts';
import type { UnknownWord, Vocabulary } from './vocabulary.ts';

/** A query in the archive's own words. */
export interface Understanding {
	/** Words for the index, those of phrases too. */
	readonly loose: readonly string[];
	/** The same with compounds in one word: the index does not have every part of `Transformer-Mamba2`. */
	readonly joined: readonly string[];
	readonly phrases: readonly (readonly string[])[];
	/** The papers of each symbol. */
	readonly symbols: readonly ReadonlySet<number>[];
	/** The papers of each single letter: the `s` of `let s` is not meant. */
	readonly letters: readonly ReadonlySet<number>[];
	/** What no paper has. The nearest word is searched in its place, where there is one. */
	readonly unknown: readonly UnknownWord[];
	/** Letters that nearly every paper has, where there is nothing else. */
	readonly common: readonly string[];
	readonly terms: Terms;
	/** Whether nothing is left to search for. */
	readonly isEmpty: boolean;
}

/** Put a query into the words of a vocabulary of so many papers. */
export function understand(query: Query, vocabulary: Vocabulary, papers: number): Understanding {
	const words: string[] = [];
	const joined: string[] = [];
	const symbols: ReadonlySet<number>[] = [];
	const letters: ReadonlySet<number>[] = [];
	const spellings: string[] = [];
	const unknown: UnknownWord[] = [];
	const common: string[] = [];

	for (const word of query.words) {
		const reading = vocabulary.readWord(word);
		const replaced = 'nearest' in reading ? readNearest(reading) : reading;
		words.push(...replaced.words);
		joined.push(
			...(replaced.words.length > 1 && replaced === reading
				? [foldWord(word)]
				: replaced.words),
		);
		for (const letter of replaced.letters) readSymbol(letter);
	}
	for (const symbol of query.symbols) readSymbol(symbol);
	const phraseWords = query.phrases.flat().filter((word) => word.length > 1);
	for (const word of phraseWords) {
		const reading = vocabulary.readWord(word);
		if ('nearest' in reading) unknown.push(reading);
		else {
			words.push(...reading.words);
			joined.push(...reading.words);
		}
	}

	const loose = withoutArticles([...new Set(words)]);
	const isEmpty = loose.length + symbols.length + letters.length + query.phrases.length === 0;
	return {
		loose,
		joined: withoutArticles([...new Set(joined)]),
		phrases: query.phrases,
		symbols,
		letters,
		unknown,
		// Among other words a letter is in nobody's way.
		common: isEmpty ? common : [],
		terms: { words: telling(loose), symbols: spellings, phrases: query.phrases.map(fold) },
		isEmpty,
	};

	/** `of` and `the` tell no paper from another, and the index has much of them to fetch. */
	function withoutArticles(all: readonly string[]): readonly string[] {
		const others = all.filter(
			(word) => word.length > 4 || !vocabulary.isFrequent(word, papers, 0.6),
		);
		return others.length > 0 ? others : all;
	}

	function readNearest(reading: UnknownWord) {
		unknown.push(reading);
		const [nearest] = reading.nearest;
		const words = nearest?.split(' ').map((word) => vocabulary.readWord(word)) ?? [];
		const known = words.flatMap((word) => ('nearest' in word ? [] : [word]));
		return {
			words: known.flatMap(({ words }) => words),
			letters: known.flatMap(({ letters }) => letters),
		};
	}

	function readSymbol(symbol: string): void {
		const reading = vocabulary.readSymbol(symbol);
		if (reading === 'common') common.push(symbol);
		else if ('nearest' in reading) readCompound(reading);
		else {
			(symbol.length === 1 ? letters : symbols).push(reading.papers);
			spellings.push(...reading.symbols.map(foldSymbol));
		}
	}

	/** `χ²-divergence`, where no paper has it in one, is `χ²` and `divergence`. */
	function readCompound(reading: UnknownWord): void {
		const { words: parts, symbols: signs } = splitSymbol(reading.word);
		const known = parts.map((part) => vocabulary.readWord(part));
		const isKnown = known.every((part) => !('nearest' in part));
		if (parts.length + signs.length < 2 || !isKnown) unknown.push(reading);
		else {
			const plain = known.flatMap((part) => ('nearest' in part ? [] : part.words));
			words.push(...plain);
			joined.push(...plain);
			for (const sign of signs) readSymbol(sign);
		}
	}

	/** Marks on every `the` would hide the others. */
	function telling(all: readonly string[]): readonly string[] {
		const quoted = new Set(phraseWords.map(foldWord));
		const own = all.filter((word) => !quoted.has(word));
		const rare = own.filter(
			(word) => word.length > 4 || !vocabulary.isFrequent(word, papers, 1 / 3),
		);
		return rare.length > 0 ? rare : own;
	}
}

function fold(words: readonly string[]): string[] {
	return words.map(foldWord);
}
