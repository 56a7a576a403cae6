import type { Lexicon } from '../../../model/restoration.ts';
import type { Word } from './split-words.ts';
import { isVariant } from './families.ts';
import { isLowerName } from './lower-names.ts';

/** Words that may be a name, where they stand. */
export interface NameSpan {
	/** As written, without what makes another word of it: `CLIP` of `CLIP-guided`. */
	readonly form: string;
	/** Its first word and its last. */
	readonly from: number;
	readonly to: number;
	/** Several words with capitals, which may be a phrase as well. */
	readonly isRun: boolean;
	readonly isCompound: boolean;
}

// What counts something makes the number before it no version: `GPT-4 2 times`
const countedRe =
	/^(?:billion|datasets|days|different|distinct|diverse|domains|fps|hours?|images|languages|million|minutes|models|more|of|out|papers|parameters|percent|points?|samples|seconds|steps|tasks|times|tokens?|turns|videos|x|×|GB|MB|ms)$/;
const capitalisedRe = /^\p{Lu}\p{Ll}+$/u;
const longestRun = 7;
const mostTails = 2;

/** Every span of a text that may be a name, single words and runs of them; they may overlap. */
export function nameSpans(words: readonly Word[], lexicon: Lexicon): NameSpan[] {
	const spans: NameSpan[] = [];
	for (let at = 0; at < words.length; at++) {
		const single = singleSpan(words, at);
		if (single) spans.push(single);
		else if (isLowerName(words, at, lexicon))
			spans.push({
				form: words[at]!.text,
				from: at,
				to: at,
				isRun: false,
				isCompound: false,
			});
		const to = runEnd(words, at, lexicon);
		if (to > at)
			spans.push({
				form: textOf(words, at, to),
				from: at,
				to,
				isRun: true,
				isCompound: false,
			});
	}
	return spans.filter(({ form }) => !isPlaceholder(form));
}

// `OurMethod`, `Ours`, `Strong Baseline`, `ModelName`
const placeholderRe =
	/^(?:ours|(?:(?:my|naive|our|proposed|strong|the|this|vanilla)[ _-]?)?(?:algorithm|approach|baseline|framework|method|model|system)s?(?:[ _-]?name)?)$/iu;

/** Whether a form stands where a name should: what a paper calls its own thing, or others', without a name. */
export function isPlaceholder(form: string): boolean {
	return placeholderRe.test(form);
}

/** One word with its version, and what follows that: `Llama 3`, `Gemini 2.5 Pro`. */
function singleSpan(words: readonly Word[], from: number): NameSpan | undefined {
	const { name, isCompound } = words[from]!.shape;
	if (name === undefined) return undefined;
	const to = isCompound ? from : versionEnd(words, from);
	const form = to === from ? name : textOf(words, from, to);
	return { form, from, to, isRun: false, isCompound };
}

function versionEnd(words: readonly Word[], from: number): number {
	const version = follower(words, from);
	if (!version || !version.shape.isVersion || isCounted(words[from + 2])) return from;
	let to = from + 1;
	for (
		let next = follower(words, to);
		next && to - from <= mostTails;
		next = follower(words, to)
	) {
		if (!(next.sentence > 0 && capitalisedRe.test(next.text)) && !isVariant(next.text)) break;
		to++;
	}
	return to;
}

function isCounted(word: Word | undefined): boolean {
	return (
		word !== undefined &&
		(/^ ?[%×]/.test(word.gap) || (word.gap === ' ' && countedRe.test(word.text)))
	);
}

/** The word behind one, where nothing but a space parts them. */
function follower(words: readonly Word[], at: number): Word | undefined {
	const next = words[at + 1];
	return next?.gap === ' ' && !words[at]!.isPossessive ? next : undefined;
}

/** Where the run of capitals of an abstract ends that begins at a word; before it, if none begins there. */
function runEnd(words: readonly Word[], from: number, lexicon: Lexicon): number {
	const word = words[from]!;
	if (word.sentence === 0 || !mayBegin(word, lexicon)) return -1;
	const before = words[from - 1];
	if (before && follower(words, from - 1) === word && mayBegin(before, lexicon)) return -1;
	let to = from;
	for (
		let next = follower(words, to);
		next && to - from < longestRun;
		next = follower(words, to)
	) {
		const { isCapital, isVersion } = next.shape;
		if (isCapital || isVersion) to++;
		// `World of Workflows`
		else if (next.text === 'of' && isCapitalAt(words, to + 2)) to += 2;
		else break;
	}
	return to;
}

function isCapitalAt(words: readonly Word[], at: number): boolean {
	return follower(words, at - 1) !== undefined && words[at]!.shape.isCapital;
}

/** A word that begins a sentence has its capital from that. */
function mayBegin({ text, isFirst, shape }: Word, lexicon: Lexicon): boolean {
	return shape.isCapital && !(isFirst && lexicon.has(text.toLowerCase()));
}

function textOf(words: readonly Word[], from: number, to: number): string {
	return words
		.slice(from, to + 1)
		.map(({ text }) => text)
		.join(' ');
}
