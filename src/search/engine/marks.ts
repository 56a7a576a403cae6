import { chunksOf, splitCompound } from '../text/chunks.ts';
import { foldSymbol, isSymbol } from '../text/symbols.ts';
import { foldWord, singularOf, stemOf } from '../text/words.ts';

/** What was searched for, folded. */
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

// `don’t`, `3.5`
const wordRe = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu;

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
	const wanted = words.map((word) => ({ word, stem: stemOf(word) }));
	const termOf = (found: string) =>
		wanted.find(
			({ word, stem }) =>
				found.startsWith(word) || (found.length > 4 && stemOf(found) === stem),
		)?.word;
	const marks: Mark[] = [];
	for (const { text: chunk, start } of chunksOf(text)) {
		const whole = foldWord(chunk);
		// `GPT-4` for `gpt4`
		const isWhole = wanted.some(({ word }) => word === whole);
		for (const { 0: found, index } of isWhole
			? [{ 0: chunk, index: 0 }]
			: chunk.matchAll(wordRe)) {
			const term = termOf(foldWord(found));
			if (term !== undefined)
				marks.push({ start: start + index, end: start + index + found.length, term });
		}
	}
	return marks;
}

function markPhrases(text: string, phrases: readonly (readonly string[])[]): Mark[] {
	if (phrases.length === 0) return [];
	const found = Array.from(text.matchAll(wordRe), ({ 0: word, index }) => ({
		word: singular(foldWord(word)),
		start: index,
		end: index + word.length,
	}));
	return phrases.flatMap((phrase) => {
		const wanted = phrase.map(singular);
		return found.flatMap(({ start }, place) => {
			const last = found[place + wanted.length - 1];
			const isHere = wanted.every((word, offset) => found[place + offset]?.word === word);
			return last && isHere ? [{ start, end: last.end, term: phrase.join(' ') }] : [];
		});
	});
}

function singular(word: string): string {
	return singularOf(word) ?? word;
}
