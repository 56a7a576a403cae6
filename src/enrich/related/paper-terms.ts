import { phraseKey } from '../../text/words.ts';

/** The words of a paper and its pairs of neighbouring words, each as a number, and how often it has them. */
export interface PaperTerms {
	readonly terms: Int32Array;
	readonly counts: Uint8Array;
}

/** A word or a pair where a text has it. */
export interface TermPlace {
	readonly term: number;
	/** The terms of a pair's two words. */
	readonly words?: readonly [number, number];
	readonly clause: string;
	readonly start: number;
	readonly end: number;
}

const mostCounted = 255;

/**
 * What a paper is compared by. It depends on nothing but the paper's own text, so it can be kept for as
 * long as that stays. The title counts twice.
 */
export function paperTerms(title: string, abstract: string): PaperTerms {
	const counts = new Map<number, number>();
	for (const text of [title, title, abstract])
		for (const { term } of termPlaces(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
	return {
		terms: Int32Array.from(counts.keys()),
		counts: Uint8Array.from(counts.values(), (count) => Math.min(count, mostCounted)),
	};
}

const addressRe = /https?:\/\/\S+/g;
// `3D` and `Gaussians` of `3D Gaussians`, in any script
const wordRe = /[\p{L}\p{N}]+/gu;
// What no pair goes over: the comma of `fast, sparse`, not the point of `3.5`
const breakRe = /[.,;:!?)\]”"]+(?=\s|$)|(?<=\s)[([“"–—]/;
const numberRe = /^\p{N}+$/u;

/** The telling words of a text and their pairs, in order. No pair goes over a word of grammar. */
export function* termPlaces(text: string): Generator<TermPlace> {
	for (const clause of text.replace(addressRe, ' ').split(breakRe)) {
		let last: { readonly term: number; readonly start: number } | undefined;
		for (const { 0: word, index: start } of clause.matchAll(wordRe)) {
			const term = wordNumber(word);
			const end = start + word.length;
			if (term === undefined && clause[start - 1] === '-' && clause[end] === '-') continue;
			if (term !== undefined) yield { term, clause, start, end };
			if (term !== undefined && last) {
				const words = [last.term, term] as const;
				yield { term: pairNumber(...words), words, clause, start: last.start, end };
			}
			last = term === undefined ? undefined : { term, start };
		}
	}
}

// Words of grammar.
const grammar: ReadonlySet<string> = new Set(
	(
		'about after all also an and any are as at be been before being between both but by can could did do does ' +
		'each for from further had has have having how if in into is it its just may might more most must no nor not ' +
		'of on only or other our over own per same should since so some such than that the their them then there these ' +
		'they this those through thus to too under up upon us very via was we were what when where whether which while ' +
		'who whose why will with within without would you your'
	).split(' '),
);

const numbers = new Map<string, number | undefined>();

/** The same for all forms of a word; none for one that tells nothing. */
function wordNumber(word: string): number | undefined {
	if (numbers.has(word)) return numbers.get(word);
	const lower = word.toLowerCase();
	const isTelling = lower.length > 1 && !grammar.has(lower) && !numberRe.test(lower);
	const number = isTelling ? hash(phraseKey(lower)) : undefined;
	numbers.set(word, number);
	return number;
}

/** FNV-1a, by Fowler, Noll and Vo. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++)
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	return value | 0;
}

function pairNumber(first: number, second: number): number {
	const mixed = Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0xc2b2ae35);
	return mixed ^ (mixed >>> 15);
}
