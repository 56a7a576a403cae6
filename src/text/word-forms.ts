import { remembering } from './remembering.ts';
import { phraseKey } from './words.ts';

/**
 * A word of a text as all that a form can ask of it: that it is written so but for the `s` of an
 * abbreviation, that it is this one or several of it, that it has this stem; `null` where
 * punctuation parts words.
 */
export type Word = readonly [written: string, singular: string, stem: string] | null;

/** A form as what it asks of each word in turn. */
export type Form = readonly (string | null)[];

// `state`, `4D`; and what parts words: `. (`, not the hyphen of `state-space`
const tokenRe = /[\p{L}\p{N}]+|[.,;:!?()[\]{}"“”…|—]+/gu;
const wordRe = /[\p{L}\p{N}]/u;
// `model’s`
const possessiveRe = /[’']s\b/g;
// `LLMs`, `GPUs`
const abbreviatedPluralRe = /(?<=\p{Lu})s$/u;
// `LoRA`, `KV`: words that mean what they mean only as they are written
const abbreviationRe = /\p{Lu}.*\p{Lu}/u;

/** The words of a text in order. A hyphen parts none. */
export function wordForms(text: string): Word[] {
	return tokensOf(text).map(wordOf);
}

/**
 * What a form asks for. Abbreviations count as written; other words by their stem, `language models`
 * for `language modeling` too; a word alone, or words behind `=`, with the ending of a plural at most.
 */
export function parseForm(form: string): Form {
	const tokens = tokensOf(form);
	const isClose = form.startsWith('=') || tokens.length === 1;
	return tokens.map((token) => {
		const word = wordOf(token);
		if (!word) return null;
		const [written, singular, stem] = word;
		if (abbreviationRe.test(token)) return written;
		return isClose ? singular : stem;
	});
}

function tokensOf(text: string): readonly string[] {
	return text.normalize('NFKC').replace(possessiveRe, '').match(tokenRe) ?? [];
}

const wordOf = remembering((token): Word => {
	if (!wordRe.test(token)) return null;
	const lower = token.toLowerCase();
	return [
		`as ${token.replace(abbreviatedPluralRe, '')}`,
		`one ${singularOf(lower)}`,
		`stem ${stemOf(lower)}`,
	];
});

// `class`, `virus`, `analysis`, `news`
const noPluralRe = /(?:ss|us|is|news)$/;

/** `policy` of `policies`, `box` of `boxes`, `model` of `models`. */
function singularOf(word: string): string {
	if (noPluralRe.test(word)) return word;
	return word
		.replace(/(?<=[^aeiou])ies$/, 'y')
		.replace(/(?<=(?:s|x|z|ch|sh))es$/, '')
		.replace(/(?<=..)s$/, '');
}

// Words that Porter’s algorithm makes one with words of another meaning: `personalized` with `person`.
const apartRe =
	/^(?:personali[sz]|critical|animat|organi[sz]|communit|universal|transformer|visuali[sz]|optimi[sz]er|optimi[sz]|tokeni[sz]|reasonabl|operator|policies|policy|imitat)/;

function stemOf(word: string): string {
	const apart = apartRe.exec(word)?.[0];
	return apart?.replace(/is$/, 'iz').replace('policies', 'policy') ?? phraseKey(word);
}
