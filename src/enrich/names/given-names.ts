import type { Lexicon } from '../../model/restoration.ts';
import { singularName } from '../../text/words.ts';
import { abbreviatedSystem } from './abbreviated-system.ts';
import { abbreviations, expansionOf } from './abbreviations.ts';
import { candidate, type Candidate, type IntroducedSystem } from './candidate.ts';
import { isCoined, namePattern, withoutSize } from './is-coined.ts';

// `we term in context language learning (ICLL)`, `namely Parallel … Length (PEARL)`
const abbreviatedNamingRe =
	/\b(?:namely|called|named|dubbed|termed|[Ww]e (?:call|name|term|dub))[:,]? (?=[^.,;]{3,90}\([A-Z])/g;
// `by introducing Positional Integrity Encoding (PIE)`
const byIntroducingRe = /\bby (?:introduc|propos|present)ing (?=[^.,;]{3,90}\([A-Z])/g;
// `Continual Inference Networks (CINs) is proposed`
const isProposedRe = /^ (?:is|are) (?:proposed|introduced|presented)\b/;
// `a novel framework, named Recformer, which`
const madeUpNamingRe =
	/\b(?:called|named|dubbed|termed|namely|which we (?:call|name|term|dub))[:,]? ["“]?([A-Z][a-z]{3,})(?=[,.;”"]| (?:that|which|to|for|an?)\b)/g;
// `we call this architecture a Pointer Net (Ptr-Net)`
const properNamingRe =
	/\b(?:which we|[Ww]e) (?:call|name|term|dub) (?:(?:this|the|our|it)(?: \w+){0,3}? )?(?:an? |the )["“]?((?:[A-Z][a-z]+ ?){2,4})(?=\W)/g;
// `Our final model, ProLong-8B, which`
const ownRe = new RegExp(
	`\\b[Oo]ur (?:\\w+ ){0,2}(?:model|method|approach|framework|system|benchmark|dataset|algorithm),? (${namePattern})(?=[, ])`,
	'g',
);
// `an algorithm called LintSeq`, `namely PEARL`, `We call this architecture a Pointer Net`
const namingRe = new RegExp(
	`\\b(?:called|named|dubbed|termed|coined|namely|denoted as|abbreviated as|referred to as|which we (?:call|name|term|dub)|[Ww]e (?:call|name|term|dub) (?:this|the|our|it)(?: resulting)?(?: \\w+){0,3}?)[:,]? (?:the |an? |our )?["“]?(${namePattern})`,
	'g',
);
// So much behind “we call” may be words with their abbreviation.
const longestNaming = 160;

/** What an abstract says that something is called, is by name, or is proposed as. */
export function givenNames(abstract: string, lexicon: Lexicon): Candidate[] {
	const wordsOf = (re: RegExp): string[] =>
		Array.from(abstract.matchAll(re), ([, word]) => word!);
	return [
		...abbreviatedBehind(abstract, abbreviatedNamingRe)
			.filter(({ name }) => name.length > 2)
			.map(({ name, aliases }) => candidate(name, 10, aliases)),
		...abbreviatedBehind(abstract, byIntroducingRe, /^[A-Z]/).map(({ name, aliases }) =>
			candidate(name, 8, aliases),
		),
		...proposedAbbreviations(abstract),
		...wordsOf(madeUpNamingRe)
			.filter((word) => !lexicon.has(word.toLowerCase()))
			.map((word) => candidate(word, 9)),
		...wordsOf(properNamingRe).map((words) => candidate(words.trim(), 9)),
		...wordsOf(ownRe)
			.filter(isCoined)
			.map((word) => candidate(withoutSize(word), 8)),
		...wordsOf(namingRe)
			.filter(isCoined)
			.map((word) => candidate(singularName(word), 10)),
	];
}

/** Words with their abbreviation behind each match of an expression, where they begin as they must. */
function abbreviatedBehind(abstract: string, re: RegExp, beginningRe = /^/): IntroducedSystem[] {
	return [...abstract.matchAll(re)].flatMap(({ 0: words, index }) => {
		const start = index + words.length;
		const noun = abstract.slice(start, start + longestNaming);
		return beginningRe.test(noun) ? (abbreviatedSystem(noun) ?? []) : [];
	});
}

/** `The concept of Continual Inference Networks (CINs) is proposed` */
function proposedAbbreviations(abstract: string): Candidate[] {
	return [...abbreviations(abstract)].flatMap(({ words, short, end }) => {
		if (!isProposedRe.test(abstract.slice(end, end + 24))) return [];
		const name = singularName(short);
		const phrase = expansionOf(words, name);
		return phrase !== undefined && isCoined(name) ? candidate(name, 9, [phrase]) : [];
	});
}
