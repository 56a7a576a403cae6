import { foldWord, longestWord, partsOf, stemOf, wholeOf } from '../text/words.ts';
import type { TermTable } from '../term-file.ts';
import type { Asked, Query } from './query.ts';

/** The words of a query by what they are for. */
export interface QueryWords {
	/** What is asked for. */
	readonly telling: readonly QueryWord[];
	/** What only asks: `how`. */
	readonly asking: readonly QueryWord[];
	/** What nearly every paper has: `the`. */
	readonly common: readonly QueryWord[];
	/** What is asked for side by side. */
	readonly quoted: readonly QueryWord[];
	/** Names in one word, whose parts say little: `uir1` of `UI-R1` and of `ui r1`. */
	readonly names: readonly QueryWord[];
	/** What is too long to be a word. */
	readonly endless: readonly string[];
}

/** A word of a query. */
export interface QueryWord {
	/** As it was typed. */
	readonly text: string;
	readonly part: string;
	readonly offset: number;
	/** Whether its writer may not be done with it. */
	readonly isOpen: boolean;
	/** The compound that it is part of, as it was typed. */
	readonly compound?: string | undefined;
}

/** Sort the words of a query. A question about nothing asks for its own words. */
export function sortWords(query: Query, table: TermTable): QueryWords {
	const words = wordsOf(query);
	const common = words.filter(({ part }) => table.common.includes(stemOf(part)));
	const rare = words.filter((word) => !common.includes(word));
	const subject = rare.filter(({ part }) => !query.asking.has(part));
	const telling = subject.length === 0 && isWordsOnly(query) ? rare : subject;
	const asking = rare.filter((word) => !telling.includes(word));
	const endless = query.words.filter(isEndless);
	return { telling, asking, common, quoted: quotedIn(query), names: namesIn(query), endless };
}

/** Whether it has letters, and so many that none is looked up; `&` has none. */
function isEndless(chunk: string): boolean {
	return foldWord(chunk).length > longestWord && partsOf(chunk).length === 0;
}

function isWordsOnly({ symbols, phrases }: Asked): boolean {
	return symbols.length + phrases.length === 0;
}

// Who types `STR` does not mean `strong`.
const acronymRe = /^\p{Lu}+$/u;

function wordsOf({ words, isOpen }: Query): QueryWord[] {
	const all = words.flatMap((chunk) => {
		const parts = partsOf(chunk);
		if (parts.length === 1) return [{ text: chunk, part: parts[0]! }];
		return parts.map((part) => ({ text: asTyped(part, chunk), part, compound: chunk }));
	});
	return all.map((word, offset) => ({
		...word,
		offset,
		isOpen: isOpen && offset === all.length - 1 && !acronymRe.test(word.text),
	}));
}

function asTyped(part: string, chunk: string): string {
	const start = chunk.toLowerCase().indexOf(part);
	return start < 0 ? part : chunk.slice(start, start + part.length);
}

function quotedIn({ words, phrases }: Query): QueryWord[] {
	const before = words.flatMap(partsOf).length;
	return phrases.flat().map((part, at) => wordAt(part, before + at));
}

function namesIn({ words }: Query): QueryWord[] {
	const names = words.flatMap((chunk, at) => [
		wholeOf(chunk),
		wholeOf(`${words[at - 1] ?? ''}-${chunk}`),
	]);
	return names.flatMap((name) => (name === undefined ? [] : wordAt(name, 0)));
}

function wordAt(part: string, offset: number): QueryWord {
	return { text: part, part, offset, isOpen: false };
}
