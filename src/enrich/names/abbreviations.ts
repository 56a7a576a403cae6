import { singularAbbreviation } from '../../text/words.ts';

/** An abbreviation in brackets, and the words before it. */
export interface Abbreviation {
	/** Up to ten words before it. */
	readonly words: string;
	readonly short: string;
	/** Where the words begin, and where the bracket ends. */
	readonly index: number;
	readonly end: number;
}

// `Structured State Space sequence model (S4)`
const bracketRe = / \(([A-Za-z][\w+-]{1,14})\)/g;
const wordsBeforeRe = /[A-Za-z][\w’'-]*(?:[ ~][A-Za-z][\w’'/-]*){0,9}[”"]?$/;
// Longer than ten words are; what was looked for from every word of a text would take the square of its length.
const longestWords = 200;
// `MoE`, `LLM`; not `Mamba`
const capitalsRe = /^[A-Z][A-Za-z]*[A-Z]/;

/** Every `words (short)` of a text. */
export function* abbreviations(text: string): Generator<Abbreviation> {
	for (const { 0: bracket, 1: short, index } of text.matchAll(bracketRe)) {
		const start = Math.max(0, index - longestWords);
		const words = wordsBeforeRe.exec(text.slice(start, index));
		const end = index + bracket.length;
		if (words) yield { words: words[0], short: short!, index: start + words.index, end };
	}
}

/** The abbreviations that a text explains, each with what it stands for: `MoE` for `mixture of experts`. */
export function* explainedAbbreviations(text: string): Generator<{ short: string; words: string }> {
	for (const { words, short } of abbreviations(text)) {
		const name = singularAbbreviation(short);
		const phrase = expansionOf(plainWords(words), name);
		if (phrase?.includes(' ') && capitalsRe.test(name)) yield { short: name, words: phrase };
	}
}

/** Words without TeX's spaces, and without a quotation mark at their end. */
function plainWords(words: string): string {
	return words.replace(/[”"]$/, '').replace(/~/g, ' ');
}

/** The last of some words that an abbreviation stands for: `Gated Linear Attention` for `GLA`. */
export function expansionOf(words: string, short: string): string | undefined {
	if (!hasInitials(words, short)) return undefined;
	const all = words.split(' ');
	const phrases = all.map((_, index) => all.slice(all.length - 1 - index).join(' '));
	return phrases.find(
		(phrase) =>
			phrase[0]!.toLowerCase() === short[0]!.toLowerCase() && hasInitials(phrase, short),
	);
}

/** Whether the letters of an abbreviation come in order from its words, half of them from the beginnings. */
export function hasInitials(words: string, short: string): boolean {
	const letters = short.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
	const text = words.toLowerCase();
	let at = -1;
	let initials = 0;
	for (const letter of letters) {
		if (/\d/.test(letter)) continue;
		const start = text.slice(at + 1).search(new RegExp(`(?<![a-z])${letter}`));
		const next = start === -1 ? text.indexOf(letter, at + 1) : at + 1 + start;
		if (next === -1) return false;
		if (start !== -1) initials++;
		at = next;
	}
	return initials * 2 >= letters.length;
}
