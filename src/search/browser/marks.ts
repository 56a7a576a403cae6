import { receivedLabel } from '../index-files.ts';
import { chunksOf, foldSymbol, foldWord, isSymbol, singularOf, stemOf } from '../search-text.ts';

/** What was searched for, folded. */
export interface Terms {
	readonly words: readonly string[];
	readonly symbols: readonly string[];
	readonly phrases: readonly (readonly string[])[];
}

/** A stretch of a text that is one of the terms. */
interface Mark {
	readonly start: number;
	readonly end: number;
	/** Which term, to tell a passage with several from one with the same again. */
	readonly term: string;
}

const wordRe = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu;
const excerptLength = 250;
// So much may stand before the first mark.
const lead = 60;
const sentenceEndRe = /[.!?]['"”’)]?\s+(?=[\p{Lu}\p{N}"“])/gu;

/** A text as nodes, with the terms in `<mark>`. Whatever it holds stays text. */
export function markedNodes(text: string, terms: Terms): Node[] {
	return nodesOf(text, findMarks(text, terms), 0, text.length);
}

/** The passage of an abstract that has most of the terms, as nodes, with ellipses where it was cut. */
export function excerptNodes(searched: string, terms: Terms): Node[] {
	const at = searched.lastIndexOf(` ${receivedLabel}`);
	const abstract = at < 0 ? searched : searched.slice(0, at);
	const inAbstract = findMarks(abstract, terms);
	// A formula as received is not in the text as shown.
	const [text, marks] =
		inAbstract.length > 0 ? [abstract, inAbstract] : [searched, findMarks(searched, terms)];
	const shown = marks.length > 0 ? text : abstract;
	const { start, end } = bestPassage(shown, marks);
	return [
		...(start > 0 ? [document.createTextNode('… ')] : []),
		...nodesOf(shown, marks, start, end),
		...(end < shown.length ? [document.createTextNode(' …')] : []),
	];
}

function nodesOf(text: string, marks: readonly Mark[], from: number, to: number): Node[] {
	const nodes: Node[] = [];
	let at = from;
	for (const { start, end } of marks) {
		if (start < at || end > to) continue;
		const mark = document.createElement('mark');
		mark.textContent = text.slice(start, end);
		nodes.push(document.createTextNode(text.slice(at, start)), mark);
		at = end;
	}
	nodes.push(document.createTextNode(text.slice(at, to)));
	return nodes;
}

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
		const part = chunk.split(/[-‐‑–/]/).find((part) => symbols.includes(foldSymbol(part)));
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

/** Most different terms, then most marks, then the earliest; it begins with a sentence or a word. */
function bestPassage(text: string, marks: readonly Mark[]): { start: number; end: number } {
	if (text.length <= excerptLength) return { start: 0, end: text.length };
	let best = { start: 0, score: -1 };
	for (const from of [0, ...marks.map(({ start }) => start)]) {
		const inside = marks.filter(
			({ start, end }) => start >= from && end <= from + excerptLength - lead,
		);
		const score = 10 * new Set(inside.map(({ term }) => term)).size + inside.length;
		if (score > best.score) best = { start: from, score };
	}
	const start = beginning(text, best.start);
	const limit = Math.min(text.length, start + excerptLength);
	const space = limit === text.length ? limit : text.lastIndexOf(' ', limit);
	return { start, end: space > start ? space : limit };
}

/** Where a passage begins that has `place` near its start. */
function beginning(text: string, place: number): number {
	if (place <= lead) return 0;
	const sentence = Array.from(text.slice(0, place).matchAll(sentenceEndRe)).at(-1);
	const sentenceStart = sentence ? sentence.index + sentence[0].length : 0;
	if (place - sentenceStart <= lead) return sentenceStart;
	return text.indexOf(' ', place - lead / 2) + 1;
}
