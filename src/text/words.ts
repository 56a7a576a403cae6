import { stemmer } from 'stemmer';
import { remembering } from './remembering.ts';

/** A phrase without case, hyphens and endings, for which its forms are one: `state space model` of `State-Space Models`. */
export function phraseKey(phrase: string): string {
	return phrase
		.toLowerCase()
		.split(/[\s-]+/)
		.map(stem)
		.join(' ');
}

// Porter's algorithm makes one of generation, generalization and general.
const generalRe = /^(?:generali[sz]|generat)/;

const stem = remembering((word) => generalRe.exec(word)?.[0].replace('s', 'z') ?? stemmer(word));

// Nothing but letters and digits, as most are.
const plainRe = /^[A-Za-z0-9]+$/;
// `2.0` is `2`
const zeroRe = /(?<=\d)\.0(?!\d)/g;
// Of the dots of a name, those that numbers have: `Qwen2.5`
const looseDotRe = /\.(?!\d)|(?<!\d)\./g;

/**
 * A name without case, spaces and hyphens, for which its forms are one: `llama2` of `LLaMA-2`. Letters
 * of every script stay, and what tells versions apart: `qwen2.5`, `πrl`, `c++`.
 */
export const nameKey = remembering((name): string => {
	if (plainRe.test(name)) return name.toLowerCase();
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+#.]/gu, '')
		.replace(looseDotRe, '')
		.replace(zeroRe, '');
});

/** One of several, of an abbreviation that a text explains: `MoE` of `MoEs`. */
export function singularAbbreviation(word: string): string {
	return word.replace(/(?<=[A-Z])s$/, '');
}
