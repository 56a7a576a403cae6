import { chunksOf, splitCompound } from '../text/chunks.ts';
import { isSymbol } from '../text/symbols.ts';
import { foldWord, partsOf } from '../text/words.ts';
import { wordRe } from './marks.ts';
import { askingWords } from './question.ts';

/** What is asked for, as its writer typed it. */
export interface Asked {
	/** Words in their order, compounds too: `GPT-4`. */
	readonly words: readonly string[];
	/** Formulas and names with signs. */
	readonly symbols: readonly string[];
	/** Between quotation marks, word by word. */
	readonly phrases: readonly (readonly string[])[];
}

/** A query, taken apart. */
export interface Query extends Asked {
	/** What no paper may have: `-survey`. */
	readonly excluded: Asked;
	/** Words that only ask. */
	readonly asking: ReadonlySet<string>;
	/** Whether its last word may go on. */
	readonly isOpen: boolean;
}

// `-survey`, `-"long context"`; or `"attention -sinks"`, which leaves nothing out
const excludedRe = /(?<!\S)(?:-(["“”„][^"“”„]+["“”„]|[\p{L}\p{N}]\S*)|["“”„][^"“”„]+["“”„])/gu;
// `"long context"`, `“long context”`; not within `=HYPERLINK("…")`
const phraseRe = /(?<!\S)["“”„]([^"“”„]+)["“”„]/g;
// `mamb`, not `mamba `
const openRe = /[\p{L}\p{N}]$/u;

/** Take a query apart. A quotation mark that is not closed yet is none. */
export function parseQuery(query: string): Query {
	const excluded: string[] = [];
	const wanted = query.replace(excludedRe, (whole, text?: string) => {
		if (text === undefined) return whole;
		excluded.push(text);
		return ' ';
	});
	return {
		...parseAsked(wanted),
		excluded: parseAsked(excluded.join(' ')),
		asking: askingWords(wanted.trim()),
		isOpen: openRe.test(wanted),
	};
}

/** Whether a query says what no paper may have. */
export function isExcluding(query: string): boolean {
	return Array.from(query.matchAll(excludedRe)).some(([, text]) => text !== undefined);
}

/** A query without its quotation marks. */
export function withoutQuotes(query: string): string {
	return query.replaceAll(phraseRe, '$1');
}

function parseAsked(text: string): Asked {
	const words: string[] = [];
	const symbols: string[] = [];
	const phrases: string[][] = [];
	const loose = text.replace(phraseRe, (_, phrase: string) => {
		const quoted = readPhrase(phrase);
		symbols.push(...quoted.symbols);
		phrases.push(...quoted.runs);
		return ' ';
	});
	for (const { text: chunk } of chunksOf(loose)) {
		const { words: own, symbols: signs } = splitChunk(chunk);
		words.push(...own);
		symbols.push(...signs);
	}
	return { words, symbols: [...new Set(symbols)], phrases };
}

/** The runs of words of a phrase, and the formulas between them, which are looked up by themselves. */
function readPhrase(phrase: string): { runs: string[][]; symbols: string[] } {
	const runs: string[][] = [[]];
	const symbols: string[] = [];
	for (const { text } of chunksOf(phrase)) {
		if (isSymbol(text)) {
			symbols.push(text);
			runs.push([]);
		} else {
			runs.at(-1)!.push(...partsOf(text));
		}
	}
	return { runs: runs.filter((run) => run.length > 0), symbols };
}

// `χ²-divergence`, not `O(n-1)`
const compoundRe = /^[^()[\]{}]+$/;
// `W^-1` is no compound.
const shortestWord = 2;

/** A word, a symbol, or the words and symbols between the hyphens of a compound. */
function splitChunk(chunk: string): Pick<Asked, 'words' | 'symbols'> {
	if (!isSymbol(chunk)) return { words: [chunk], symbols: [] };
	const parts = compoundRe.test(chunk) ? splitCompound(chunk) : [];
	const words = parts.filter((part) => !isSymbol(part));
	return words.length > 0 && words.every((word) => word.length >= shortestWord)
		? { words, symbols: parts.filter((part) => isSymbol(part)) }
		: { words: [], symbols: [chunk] };
}

/** A query with one of its words put right: a chunk of it, or a word within one, whose case and accents do not count. */
export function replaceWord(query: string, word: string, better: string): string {
	const chunks = chunksOf(query.replaceAll(/["“”„]/g, ' '));
	const words = Array.from(query.matchAll(wordRe), ({ 0: text, index: start }) => ({
		text,
		start,
	}));
	const found =
		chunks.find(({ text }) => text === word) ??
		words.find(({ text }) => foldWord(text) === foldWord(word));
	if (!found) return query;
	return query.slice(0, found.start) + better + query.slice(found.start + found.text.length);
}
