function setOf(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}

// `Instruct`, `Verified`: how a thing was trained or checked
const trainedWords = setOf('base chat distill hf instruct it preview sft thinking verified');
// `Small`, behind what is a name by itself or has a version
const sizeWords = setOf('large lite medium mini nano small tiny xl xxl');
// `Pro`, behind a version only: `Gemini 2.5 Pro` is of Gemini 2.5, and MMLU-Pro is not of MMLU
const tierWords = setOf(
	'dev exp fast flash haiku high instant latest low max opus pro sonnet turbo ultra',
);
// `7B`, `0.5b`, `8x7B`, `A3B`, `130K`
const sizeRe = /^(?:\d+x)?a?\d+(?:\.\d+)?[bkm]$/i;
// `2024`, `2507`, `0613`, `20250101`: when it came out
const dateRe = /^(?:20[12]\d(?:\d{4})?|2[3-7](?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[0-3]\d)$/;
// `256`, `512x512`
const resolutionRe = /^(?:64|128|256|512|1024)(?:[x×]\d+)?$/;
// `fp8`, `4bit`, `W4A16`, `AWQ`
const quantisedRe = /^(?:fp\d+|int\d|\d-?bit|w\d+a\d+|awq|gptq|gguf)$/i;
// `2.5`, `v2`, `4o`
const versionRe = /^v?\d+(?:\.\d+)*[a-z]?$/i;
// `GPT-4o`, `Gemini 2.5`
const versionedRe = /\d\p{Ll}?$/u;

/** Whether a part of a name tells a variant of a thing, not another thing. */
export function isVariant(part: string): boolean {
	const word = part.toLowerCase();
	return trainedWords.has(word) || sizeWords.has(word) || tierWords.has(word) || isMeasured(part);
}

/** Whether a part of a name is a version, or a variant of one. */
export function isVersion(part: string): boolean {
	return versionRe.test(part) || isVariant(part);
}

function isMeasured(part: string): boolean {
	return sizeRe.test(part) || quantisedRe.test(part);
}

// `AIME24`, `AIME'25`, `AIME 2025`
const yearRe = /^(\p{Lu}{3,})[ -]?['’]?(?:20)?2[0-7]$/u;
// `ViT-B/16`, `SphereAR-H`
const letterRe = /^(?:[BGHLMS]|XL|XXL)(?:\/\d+)?$/;

/** What is known of names when families are told. */
export interface KnownNames {
	readonly isName: (name: string) => boolean;
	/** Whether it is a thing of its own: a paper of the archive introduces it, or a person listed it. */
	readonly isOwnThing: (name: string) => boolean;
	/** Whether a word is the name of who makes systems, or of another thing that is none. */
	readonly isRefused: (word: string) => boolean;
}

/**
 * The name of the family that a name belongs to: `Qwen3` of `Qwen3-8B`, `AIME` of `AIME 2024`. What
 * could be part of the name as well goes only where what is left is known.
 */
export function familyOf(name: string, known: KnownNames): string {
	let family = withoutMaker(name, known);
	for (;;) {
		const year = yearRe.exec(family)?.[1];
		if (year !== undefined && known.isName(year)) return year;
		const at = Math.max(family.lastIndexOf(' '), family.lastIndexOf('-'));
		const rest = family.slice(0, at);
		if (at < 2 || !isTail(family.slice(at + 1), rest, family, known)) return family;
		family = rest;
	}
}

/** `o3` of `OpenAI o3` */
function withoutMaker(name: string, { isName, isRefused }: KnownNames): string {
	const at = name.indexOf(' ');
	const rest = name.slice(at + 1);
	return at > 0 && isName(rest) && isRefused(name.slice(0, at)) ? rest : name;
}

function isTail(
	tail: string,
	rest: string,
	family: string,
	{ isName, isOwnThing }: KnownNames,
): boolean {
	if (isMeasured(tail) || (resolutionRe.test(tail) && isName(rest))) return true;
	if (isOwnThing(family)) return false;
	const word = tail.toLowerCase();
	if (dateRe.test(tail) || trainedWords.has(word)) return true;
	if (tierWords.has(word)) return versionedRe.test(rest);
	return (
		(sizeWords.has(word) && versionedRe.test(rest)) ||
		((sizeWords.has(word) || letterRe.test(tail)) && isName(rest))
	);
}
