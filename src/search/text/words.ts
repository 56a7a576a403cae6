import { isAddress } from './chunks.ts';

// `long-context`, `github.com`; not `3.5` or `don’t`
const wordBreakRe = /[^\p{L}\p{N}\p{M}.,'’]+|[.,](?!\p{N})|(?<!\p{N})[.,]/u;
// `LMUFormer` is `LMU` and `Former` too
const humpRe = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

// `-` of `GPT-4`
const unwrittenRe = /[^\p{L}\p{N}]/gu;
const digitRe = /\p{N}/u;
const longestWord = 35;

/** A word as it is compared: no case, no accents, no punctuation: `Poincaré` is `poincare`, `GPT-4` is `gpt4`. */
export function foldWord(word: string): string {
	return word.normalize('NFD').replace(unwrittenRe, '').toLowerCase();
}

/** The words a compound is made of: `long-context` is `long` and `context`. */
export function partsOf(chunk: string): string[] {
	return chunk
		.normalize('NFC')
		.split(wordBreakRe)
		.map(foldWord)
		.filter((part) => part !== '');
}

/** Every word by which a chunk can be found: its parts, its humps, and all in one where a part alone says little (`GPT-4`). */
export function wordsOf(chunk: string): string[] {
	const parts = partsOf(chunk);
	const humps = chunk.split(wordBreakRe).flatMap((part) => part.split(humpRe).map(foldWord));
	const whole = foldWord(chunk);
	const needsWhole =
		!isAddress(chunk) && parts.some((part) => part.length < 2 || digitRe.test(part));
	const long = humps.filter((hump) => hump.length > 2);
	const words = [...parts, ...long, ...(needsWhole ? [whole] : [])];
	return [...new Set(words)].filter((word) => word.length > 1 && word.length <= longestWord);
}

// `transformers`, not `loss`
const pluralRe = /[^s]s$/;

/** What a word is the plural of, if it is one: `transformers` of `transformer`. The index takes both for one. */
export function singularOf(word: string): string | undefined {
	return word.length > 4 && pluralRe.test(word) ? word.slice(0, -1) : undefined;
}

// `ation` of `transformation`
const endingRe = /(?:ing|ed|e?s|ly|er|ation|ions?|e|ies|y|al|ive|ity)$/;

/** A word without its ending, so that `transforming` and `transforms` are one. */
export function stemOf(word: string): string {
	let stem = word;
	for (let before = ''; before !== stem && stem.length > 5;) {
		before = stem;
		const shorter = stem.replace(endingRe, '');
		if (shorter.length >= 4) stem = shorter;
	}
	return stem;
}
