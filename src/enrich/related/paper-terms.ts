import { remembering } from '../../text/remembering.ts';
import { phraseKey } from '../../text/words.ts';
import type { Terms } from './weigh-terms.ts';

/**
 * How often a paper has each of its terms: its words and its pairs of neighbouring words, each by a number
 * that is the same for all its forms. The title counts twice.
 */
export function paperTerms(title: string, abstract: string): Terms {
	const counts = new Map<number, number>();
	for (const text of [title, title, abstract])
		for (const key of termsOf(text)) counts.set(key, (counts.get(key) ?? 0) + 1);
	const terms = new Int32Array(2 * counts.size);
	let at = 0;
	for (const [key, count] of counts) {
		terms[at++] = key;
		terms[at++] = count;
	}
	return terms;
}

const addressRe = /https?:\/\/\S+/g;
// `3D` and `Gaussians` of `3D Gaussians`, in any script
const wordRe = /[\p{L}\p{N}]+/gu;
// What no pair goes over: the comma of `fast, sparse`, not the point of `3.5`
const breakRe = /[.,;:!?)\]”"]+(?=\s|$)|(?<=\s)[([“"–—]/;

/** The keys of a text's telling words and of their pairs. No pair goes over a mark or another word. */
function* termsOf(text: string): Generator<number> {
	for (const clause of text.replace(addressRe, ' ').split(breakRe)) {
		let last = 0;
		for (const { 0: word, index } of clause.matchAll(wordRe)) {
			const key = wordKey(word);
			// `text-to-image` has a pair.
			if (key === 0 && clause[index - 1] === '-' && clause[index + word.length] === '-')
				continue;
			if (key !== 0) yield key;
			if (key !== 0 && last !== 0) yield pairKey(last, key);
			last = key;
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
const numberRe = /^\p{N}+$/u;

/** The same for all forms of a word; 0 for one that tells nothing. */
const wordKey = remembering((word) => {
	const lower = word.toLowerCase();
	const isTelling = lower.length > 1 && !grammar.has(lower) && !numberRe.test(lower);
	return isTelling ? hash(phraseKey(lower)) : 0;
});

/** FNV-1a, by Fowler, Noll and Vo. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++)
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	return value | 0;
}

function pairKey(first: number, second: number): number {
	const mixed = Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0xc2b2ae35);
	return mixed ^ (mixed >>> 15);
}
