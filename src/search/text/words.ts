import { isAddress } from './chunks.ts';

// `long-context`, `github.com`; not `3.5` or `don’t`
const wordBreakRe = /[^\p{L}\p{N}\p{M}.,'’]+|[.,](?!\p{N})|(?<!\p{N})[.,]/u;
// `LMUFormer` is `LMU` and `Former` too, `Llama3` is `Llama` and `3`
const humpRe = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L}{2})(?=\p{N})/u;

// `-` of `GPT-4`
const unwrittenRe = /[^\p{L}\p{N}]/gu;
const digitRe = /\p{N}/u;
/** What has more letters is no word. */
export const longestWord = 35;
// A part so short says little by itself: `R1` of `UI-R1`.
const shortPart = 3;

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
		.filter((part) => part !== '' && part.length <= longestWord);
}

/** What else a chunk can be found by, beside its parts: its humps, and all in one where a part says little. */
export function otherWordsOf(chunk: string): string[] {
	const parts = partsOf(chunk);
	const humps = chunk.split(wordBreakRe).flatMap((part) => part.split(humpRe).map(foldWord));
	const others = humps.filter(
		(hump) => hump.length <= longestWord && (hump.length > 2 || digitRe.test(hump)),
	);
	const whole = wholeOf(chunk);
	if (whole !== undefined) others.push(whole);
	return [...new Set(others)].filter((word) => !parts.includes(word));
}

/** A compound in one word where a part of it says little: `uir1` of `UI-R1`; none of `long-context`. */
export function wholeOf(chunk: string): string | undefined {
	const parts = partsOf(chunk);
	const whole = parts.join('');
	const isTelling = parts.some((part) => part.length <= shortPart || digitRe.test(part));
	return parts.length > 1 && isTelling && whole.length <= longestWord && !isAddress(chunk)
		? whole
		: undefined;
}

// `3`, `R1`, `2.5`, `4o`, `V2`
const versionRe = /^[A-Za-z]?\d[\d.]*[A-Za-z]?$/;
const capitalRe = /^\p{Lu}/u;

/** A name and its version, which may stand apart, in one word: `deepseekr1` of `DeepSeek R1`. */
export function versionedName(name: string, version: string): string | undefined {
	const isName = capitalRe.test(name) && !digitRe.test(name);
	return isName && versionRe.test(version) ? foldWord(name) + foldWord(version) : undefined;
}

const latinRe = /^[a-z]{4,}$/;
// Each ending, what stands in its place, and how many letters must be left. The first that leaves them is
// taken away: `quantization` and `quantized` are `quantiz`, `studies` is `study`. An `er` stays: a transformer is
// not what transforms.
const endings: readonly (readonly [RegExp, string, number])[] = [
	[/(?:ization|isation)s?$/, 'iz', 4],
	[/is(?:e[sd]?|ing)$/, 'iz', 4],
	[/ies$/, 'y', 4],
	[/(?:ion|ive)s?$/, '', 4],
	[/(?:ed|ings?)$/, '', 4],
	[/(?<=ss|x|z|ch|sh)es$/, '', 3],
	[/(?<![su])s$/, '', 3],
];
// `nn` of `planning`, `ll` of `modelling`; not `ss` of `passing`, `ll` of `calling`
const doubledRe = /([bdgmnprt])\1$|(?<=.{4}l)l$/;
// `generate` is `generat`, as `generation` is.
const lastERe = /(?<=.{4})e$/;

/** What the forms of a word have in common: `model` of `models` and `modeling`. */
export function stemOf(word: string): string {
	if (!latinRe.test(word)) return word;
	for (const [ending, instead, shortest] of endings) {
		const stem = word.replace(ending, instead);
		if (stem === word || stem.length < shortest) continue;
		return stem.replace(doubledRe, '$1').replace(lastERe, '');
	}
	return word.replace(lastERe, '');
}

/** A name in any of its forms: `worldmodel` for `World Models` and `world-model`. */
export function nameKey(name: string): string {
	return partsOf(name).map(stemOf).join('');
}
