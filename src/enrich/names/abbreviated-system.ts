import { singularName, withoutHyphens } from '../../text/words.ts';
import {
	abbreviations,
	expansionOf,
	hasInitials,
	plainWords,
	type Abbreviation,
} from './abbreviations.ts';
import type { IntroducedSystem } from './candidate.ts';
import { genericNames } from './generic-names.ts';
import { isCoined } from './is-coined.ts';

/** What stands before a noun and is no part of it. */
export const articleRe = /^(?:the|an?|our|this|new|novel) /i;

// What is introduced begins within so many characters.
const nearest = 60;
// Of letters from anywhere, fewer could be those of any words.
const shortestProper = 5;
// What ends a noun before its abbreviation.
const partingRe = /[,.;:]/;
// `a novel training method, Bidirectional … Optimization (BICO)`
const apposedRe = /^[^,.;:]+, $/;
// `a method that uses …`: what follows is of what is introduced, not that.
const relativeRe = /\b(?:that|which|for|by|to|on|of|using)\b/;

/** `Edit-Invariant Sequence Loss (EISL)`, near the beginning of what was introduced. */
export function abbreviatedSystem(noun: string): IntroducedSystem | undefined {
	for (const abbreviation of abbreviations(noun)) {
		if (!isNear(noun, abbreviation)) return undefined;
		const system = systemOf(noun, abbreviation);
		if (system) return system;
	}
	return undefined;
}

function isNear(noun: string, { words, index }: Abbreviation): boolean {
	const before = noun.slice(0, index);
	const isApposed = apposedRe.test(before) && /^[A-Z]/.test(words);
	return index <= nearest && (isApposed || !partingRe.test(before));
}

function systemOf(
	noun: string,
	{ words, short, index }: Abbreviation,
): IntroducedSystem | undefined {
	const name = singularName(short);
	if (!isCoined(name)) return undefined;
	const full = plainWords(words.replace(articleRe, ''));
	const phrase = expansionOf(full, name);
	// `Knowledge-Intensive Compressed LLM BenchmarK (LLM-KICK)`: letters from anywhere, but the words are one name.
	const isProper =
		name.length >= shortestProper && full.split(' ').every((word) => /^[A-Z]/.test(word));
	if (phrase === undefined && !isProper) return undefined;
	const start = phrase === undefined ? 0 : words.lastIndexOf(phrase);
	const before = noun.slice(0, index) + words.slice(0, start);
	return relativeRe.test(before) ? undefined : { name, aliases: [phrase ?? full] };
}

/** The abbreviation behind a name in brackets: `GLA` of `Gated Linear Attention (GLA)`. */
export function abbreviationOf(name: string, abstract: string): string | undefined {
	if (!/[ -]/.test(name)) return undefined;
	const at = withoutHyphens(abstract).indexOf(`${withoutHyphens(name)} (`);
	const short =
		at === -1 ? undefined : /^[^(]*\(([A-Z][\w+-]{1,9})\)/.exec(abstract.slice(at))?.[1];
	if (short === undefined || genericNames.has(short.toLowerCase())) return undefined;
	const singular = singularName(short);
	return hasInitials(name, singular) ? singular : undefined;
}
