import { foldSymbol } from '../text/symbols.ts';
import { foldWord } from '../text/words.ts';
import type { Terms } from './marks.ts';
import { splitSymbol, type Query } from './query.ts';
import { isUnknown, knownAmong, readSymbol, readWord, type UnknownWord } from './readings.ts';
import { isInMoreThan, type Vocabulary } from './vocabulary.ts';

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

// `of` and `the` tell no paper from another, and the index has much of them to fetch.
const searchedShare = 0.6;
// Marks on every `the` would hide the others.
const markedShare = 1 / 3;
// `attention` may be in most papers and still be what is asked for.
const longestFrequent = 4;

/** Put a query into the words of a vocabulary of so many papers. */
export function understand(query: Query, vocabulary: Vocabulary, papers: number): Understanding {
	const { phrases } = query;
	const quoted = phrases.flat().filter((word) => word.length > 1);
	const { words, joined, symbols, letters, spellings, unknown, common } = joinParts([
		...query.words.map((word) => partOfWord(vocabulary, word)),
		...query.symbols.map((symbol) => partOfSymbol(vocabulary, symbol)),
		...quoted.map((word) => partOfQuoted(vocabulary, word)),
	]);
	const rare = (all: readonly string[], share: number) =>
		withoutFrequent(vocabulary, all, papers * share);
	const loose = rare(unique(words), searchedShare);
	const isEmpty = loose.length + symbols.length + letters.length + phrases.length === 0;
	const folded = new Set(quoted.map(foldWord));
	const own = loose.filter((word) => !folded.has(word));
	return {
		loose,
		joined: rare(unique(joined), searchedShare),
		phrases,
		symbols,
		letters,
		unknown,
		// Among other words a letter is in nobody's way.
		common: isEmpty ? common : [],
		terms: {
			words: rare(own, markedShare),
			symbols: spellings,
			phrases: phrases.map((phrase) => phrase.map(foldWord)),
		},
		isEmpty,
	};
}

/** What a part of a query adds to what is understood. */
interface Part {
	readonly words: readonly string[];
	readonly joined: readonly string[];
	readonly symbols: readonly ReadonlySet<number>[];
	readonly letters: readonly ReadonlySet<number>[];
	/** How the symbols are written in papers. */
	readonly spellings: readonly string[];
	readonly unknown: readonly UnknownWord[];
	readonly common: readonly string[];
}

const nothing: Part = {
	words: [],
	joined: [],
	symbols: [],
	letters: [],
	spellings: [],
	unknown: [],
	common: [],
};

function joinParts(parts: readonly Part[]): Part {
	return {
		words: parts.flatMap((part) => part.words),
		joined: parts.flatMap((part) => part.joined),
		symbols: parts.flatMap((part) => part.symbols),
		letters: parts.flatMap((part) => part.letters),
		spellings: parts.flatMap((part) => part.spellings),
		unknown: parts.flatMap((part) => part.unknown),
		common: parts.flatMap((part) => part.common),
	};
}

function partOfWord(vocabulary: Vocabulary, word: string): Part {
	const reading = readWord(vocabulary, word);
	if (isUnknown(reading)) return partOfUnknown(vocabulary, reading);
	const { words, letters } = reading;
	const joined = words.length > 1 ? [foldWord(word)] : words;
	return joinParts([
		{ ...nothing, words, joined },
		...letters.map((letter) => partOfSymbol(vocabulary, letter)),
	]);
}

/** The nearest word in the place of one that no paper has. */
function partOfUnknown(vocabulary: Vocabulary, unknown: UnknownWord): Part {
	const nearest = unknown.nearest[0]?.split(' ') ?? [];
	const known = knownAmong(nearest.map((word) => readWord(vocabulary, word)));
	const letters = known.flatMap((reading) => reading.letters);
	return joinParts([
		{ ...nothing, unknown: [unknown] },
		partOfPlain(known.flatMap((reading) => reading.words)),
		...letters.map((letter) => partOfSymbol(vocabulary, letter)),
	]);
}

function partOfQuoted(vocabulary: Vocabulary, word: string): Part {
	const reading = readWord(vocabulary, word);
	return isUnknown(reading) ? { ...nothing, unknown: [reading] } : partOfPlain(reading.words);
}

function partOfPlain(words: readonly string[]): Part {
	return { ...nothing, words, joined: words };
}

function partOfSymbol(vocabulary: Vocabulary, symbol: string): Part {
	const reading = readSymbol(vocabulary, symbol);
	if (reading === 'common') return { ...nothing, common: [symbol] };
	if (isUnknown(reading)) return partOfCompound(vocabulary, reading);
	const spellings = reading.symbols.map(foldSymbol);
	return symbol.length === 1
		? { ...nothing, letters: [reading.papers], spellings }
		: { ...nothing, symbols: [reading.papers], spellings };
}

/** `χ²-divergence`, where no paper has it in one, is `χ²` and `divergence`. */
function partOfCompound(vocabulary: Vocabulary, unknown: UnknownWord): Part {
	const { words, symbols } = splitSymbol(unknown.word);
	const known = knownAmong(words.map((word) => readWord(vocabulary, word)));
	if (words.length + symbols.length < 2 || known.length < words.length)
		return { ...nothing, unknown: [unknown] };
	return joinParts([
		partOfPlain(known.flatMap((reading) => reading.words)),
		...symbols.map((symbol) => partOfSymbol(vocabulary, symbol)),
	]);
}

function unique(words: readonly string[]): string[] {
	return [...new Set(words)];
}

/** Without short words that more papers than this have, unless there are no others. */
function withoutFrequent(
	vocabulary: Vocabulary,
	words: readonly string[],
	papers: number,
): readonly string[] {
	const rare = words.filter(
		(word) => word.length > longestFrequent || !isInMoreThan(vocabulary, papers, word),
	);
	return rare.length > 0 ? rare : words;
}
