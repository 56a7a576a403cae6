import { chunksOf } from '../text/chunks.ts';
import { isSymbol } from '../text/symbols.ts';
import { partsOf } from '../text/words.ts';

/** What a query asks for, as its writer typed it. */
export interface Query {
	/** Words, compounds too: `GPT-4`. */
	readonly words: readonly string[];
	/** Formulas, names with signs, single letters. */
	readonly symbols: readonly string[];
	/** Between quotation marks, word by word. */
	readonly phrases: readonly (readonly string[])[];
}

// `"long context"`, `“long context”`
const phraseRe = /["“”„]([^"“”„]+)["“”„]/g;

/** Take a query apart. A quotation mark that is not closed yet is none. */
export function parseQuery(query: string): Query {
	const words: string[] = [];
	const symbols: string[] = [];
	const phrases: string[][] = [];
	const loose = query.replace(phraseRe, (_, phrase: string) => {
		const quoted = readPhrase(phrase);
		symbols.push(...quoted.symbols);
		phrases.push(...quoted.runs);
		return ' ';
	});
	for (const { text } of chunksOf(loose)) (isSymbol(text) ? symbols : words).push(text);
	return { words, symbols: [...new Set(symbols)], phrases };
}

/** The runs of words of a phrase, and the formulas between them, which are looked up by themselves. */
function readPhrase(phrase: string): { runs: string[][]; symbols: string[] } {
	const runs: string[][] = [[]];
	const symbols: string[] = [];
	for (const { text } of chunksOf(phrase)) {
		if (text.length > 1 && isSymbol(text)) {
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

/** The words and symbols between the hyphens of a compound. */
export function splitSymbol(chunk: string): Pick<Query, 'words' | 'symbols'> {
	const parts = compoundRe.test(chunk) ? chunk.split(/[-‐‑–]/).filter((part) => part !== '') : [];
	return {
		words: parts.filter((part) => !isSymbol(part)),
		symbols: parts.filter((part) => isSymbol(part)),
	};
}

/** A query with one of its words put right. */
export function replaceWord(query: string, word: string, better: string): string {
	const chunk = chunksOf(query.replaceAll(/["“”„]/g, ' ')).find(({ text }) => text === word);
	const start = chunk?.start ?? query.indexOf(word);
	if (start < 0) return query;
	return query.slice(0, start) + better + query.slice(start + word.length);
}
