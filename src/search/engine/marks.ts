import { chunksOf, splitCompound } from '../text/chunks.ts';
import { foldSymbol, isSymbol } from '../text/symbols.ts';
import { foldWord, otherWordsOf, stemOf } from '../text/words.ts';

/** What was searched for: terms of the index, and symbols as they are folded. */
export interface Terms {
	readonly words: readonly string[];
	readonly symbols: readonly string[];
	readonly phrases: readonly (readonly string[])[];
}

/** A stretch of a text that is one of the terms. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	/** Which term, to tell a passage with several from one with the same again. */
	readonly term: string;
}

// Most words: nothing in them but themselves.
const simpleRe = /^[A-Z]?[a-z]+$/;
/** A word as it stands in a text: `don’t`, `3.5`. */
export const wordRe = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Every place of the terms, in the order of the text. */
export function findMarks(text: string, terms: Terms): Mark[] {
	const marks = [
		...markSymbols(text, terms.symbols),
		...markWords(text, terms.words),
		...markPhrases(text, terms.phrases),
	];
	return marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function markSymbols(text: string, symbols: readonly string[]): Mark[] {
	if (symbols.length === 0) return [];
	return chunksOf(text).flatMap(({ text: chunk, start }) => {
		const symbol = isSymbol(chunk) ? foldSymbol(chunk) : '';
		if (symbols.includes(symbol)) return [{ start, end: start + chunk.length, term: symbol }];
		// `k` of `k-means`
		const part = splitCompound(chunk).find((part) => symbols.includes(foldSymbol(part)));
		if (part === undefined || part === chunk) return [];
		const at = start + chunk.indexOf(part);
		return [{ start: at, end: at + part.length, term: foldSymbol(part) }];
	});
}

function markWords(text: string, words: readonly string[]): Mark[] {
	if (words.length === 0) return [];
	const wanted = new Set(words);
	return chunksOf(text).flatMap(({ text: chunk, start }): Mark[] => {
		if (simpleRe.test(chunk)) {
			const own = stemOf(chunk.toLowerCase());
			return wanted.has(own) ? [{ start, end: start + chunk.length, term: own }] : [];
		}
		const term = otherWordsOf(chunk)
			.map(stemOf)
			.find((other) => wanted.has(other));
		// `GPT-4` for `gpt4`, `LMUFormer` for `former`
		if (term !== undefined) return [{ start, end: start + chunk.length, term }];
		return Array.from(chunk.matchAll(wordRe)).flatMap(({ 0: found, index }) => {
			const own = stemOf(foldWord(found));
			const at = start + index;
			return wanted.has(own) ? [{ start: at, end: at + found.length, term: own }] : [];
		});
	});
}

function markPhrases(text: string, phrases: readonly (readonly string[])[]): Mark[] {
	if (phrases.length === 0) return [];
	const found = Array.from(text.matchAll(wordRe), ({ 0: word, index }) => ({
		term: stemOf(foldWord(word)),
		start: index,
		end: index + word.length,
	}));
	return phrases.flatMap((phrase) => {
		return found.flatMap(({ start }, place) => {
			const last = found[place + phrase.length - 1];
			const isHere = phrase.every((term, offset) => found[place + offset]?.term === term);
			return last && isHere ? [{ start, end: last.end, term: phrase.join(' ') }] : [];
		});
	});
}
