import type { NameSpan } from './name-spans.ts';
import type { Word } from './split-words.ts';

/** Words that an abbreviation stands for, by their first and their last. */
export interface Explanation {
	readonly from: number;
	readonly to: number;
}

const mostWords = 10;
const joinRe = /^[ ~/–-]$|^[”"] \($/;

/** What a span in brackets stands for: `Gated Linear Attention` before `(GLA)`, or the other way round. */
export function explanationOf(
	words: readonly Word[],
	{ form, from, to }: NameSpan,
): Explanation | undefined {
	const gap = words[from]!.gap;
	if (gap.endsWith('(')) return wordsBefore(words, form, from);
	const next = words[to + 1];
	return next?.gap === ' (' && next.sentence === words[to]!.sentence
		? wordsWithin(words, form, to + 1)
		: undefined;
}

function wordsBefore(words: readonly Word[], form: string, end: number): Explanation | undefined {
	const short = lettersOf(form);
	const most = Math.min(mostWords, short.length + 3, end);
	for (let count = 1; count <= most; count++) {
		const from = end - count;
		if (words[from]!.sentence !== words[end]!.sentence) return undefined;
		if (count > 1 && !joinRe.test(words[from + 1]!.gap)) return undefined;
		const phrase = phraseOf(words, from, end - 1);
		if (phrase[0] === short[0] && phrase.length > short.length + 1 && isShortFor(short, phrase))
			return { from, to: end - 1 };
	}
	return undefined;
}

function wordsWithin(words: readonly Word[], form: string, from: number): Explanation | undefined {
	let to = from;
	while (to - from < mostWords && words[to + 1]?.gap === ' ') to++;
	if (to === from || !words[to + 1]?.gap.startsWith(')')) return undefined;
	const phrase = phraseOf(words, from, to);
	const short = lettersOf(form);
	return phrase[0] === short[0] && isShortFor(short, phrase) ? { from, to } : undefined;
}

function lettersOf(form: string): string {
	return form
		.replace(/s$/, '')
		.replace(/[^\p{L}]/gu, '')
		.toLowerCase();
}

/** The words from one to another in lower case. */
export function phraseOf(words: readonly Word[], from: number, to: number): string {
	return words
		.slice(from, to + 1)
		.map(({ text }) => text)
		.join(' ')
		.toLowerCase();
}

function isShortFor(short: string, phrase: string): boolean {
	return hasInitials(phrase, short) || hasBeginnings(phrase, short);
}

const wordEndRe = /[ /-]/;

/** Whether letters are the beginnings of words, two at least: `evosearch` of `evolutionary search`. */
function hasBeginnings(phrase: string, letters: string): boolean {
	const [first, ...others] = phrase.split(wordEndRe);
	let ends = new Set(endsBehind(0, first!, letters));
	ends.delete(letters.length);
	for (const word of others)
		ends = new Set(Array.from(ends, (end) => [end, ...endsBehind(end, word, letters)]).flat());
	return ends.has(letters.length);
}

/** Where letters of a word's beginning may end that stand at a place: 1 and 2, of `or` for `ordinary`. */
function endsBehind(at: number, word: string, letters: string): number[] {
	const ends: number[] = [];
	for (let end = at; end < letters.length && letters[end] === word[end - at]; end++)
		ends.push(end + 1);
	return ends;
}

/** Whether letters come in order from words, half of them from the beginnings; both in lower case. */
export function hasInitials(words: string, letters: string): boolean {
	let at = -1;
	let initials = 0;
	for (const letter of letters) {
		const start = nextInitial(words, letter, at + 1);
		const next = start === -1 ? words.indexOf(letter, at + 1) : start;
		if (next === -1) return false;
		if (start !== -1) initials++;
		at = next;
	}
	return letters.length > 1 && initials * 2 >= letters.length;
}

function nextInitial(words: string, letter: string, from: number): number {
	for (let at = words.indexOf(letter, from); at !== -1; at = words.indexOf(letter, at + 1)) {
		if (at === 0 || !isLetter(words.charCodeAt(at - 1))) return at;
	}
	return -1;
}

function isLetter(code: number): boolean {
	return code >= 97 && code <= 122;
}
