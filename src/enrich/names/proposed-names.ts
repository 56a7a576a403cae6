import { sentences } from '../../text/sentences.ts';
import { singularName } from '../../text/words.ts';
import { abbreviatedSystem, articleRe } from './abbreviated-system.ts';
import { candidate, type Candidate } from './candidate.ts';
import { isCoined, namePattern } from './is-coined.ts';

// `We then propose`, `this paper introduces`, `our work presents`
const proposingRe =
	/\b(?:and (?=(?:propose|present|introduce|develop)[sd]? )|(?:[Ww]e|[Pp]aper|[Ww]ork|[Ss]tudy|[Aa]rticle|[Rr]eport|[Aa]uthors)(?: (?:also|then|first|further|thus|therefore|additionally|finally|here|now|have|hence|next|further|newly|formally|jointly|successfully))* )(?:propos|introduc|present|develop|design|releas|construct|build|buil|creat|describ|implement|unveil|contribut|devis)\w*,? (?!to\b|that\b)/g;
// `1) a model`: the number of an item
const itemRe = /^\(?\d\)? ?/;
// `using …`, which is how, not what
const participleRe = /^[a-z]+ing\b/;
// What is introduced is named within so many characters.
const longestNoun = 400;
// What ends the noun that was introduced.
const boundaryRe =
	/[.;:]|,(?! (?:flexible|simple|general|efficient|effective|scalable|portable|fast|novel|lightweight|and )\b)| (?:that|which|by|for|to|in|on|with|using|based|where|whose|from|as|via|through|of|at|consisting|leveraging|capable|aimed|designed|combining|between|across|among|and(?! (?:effective|efficient|fast|flexible|general|lightweight|novel|practical|scalable)\b))\b/;
const nameRe = new RegExp(namePattern, 'g');
const indefiniteRe = /^an? /i;
// `a simple variant of the model, RETRO++, which`
const apposedRe = new RegExp(`^[^.;:()]{0,90}?, (${namePattern}),(?! (?:and|or)\\b)`);
// `“Chain of Thought,” a method`
const quotedRe = /^(?:the |an? )?["“]([A-Z][\w-]*(?: [A-Z][\w-]*){0,3}),?["”]/;
// `Scylla, a dynamic evaluation framework`
const properRe = /^([A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}),? (?:an?|the|which|that)\b/;
const pronounRe = /^(?:The|This|A|An|In|Two|Our)\b/;

/** What follows “we propose”: a coined word, or words with their abbreviation. */
export function proposedNames(abstract: string): Candidate[] {
	return sentences(abstract)
		.flatMap(nounsProposed)
		.flatMap((noun) => ways.map((way) => way(noun)))
		.filter((found) => found !== undefined);
}

/** What a sentence has behind each “we propose”. */
function nounsProposed(sentence: string): string[] {
	return Array.from(sentence.matchAll(proposingRe), ({ 0: words, index }) => {
		const start = index + words.length;
		return sentence.slice(start, start + longestNoun).replace(itemRe, '');
	}).filter((noun) => !participleRe.test(noun));
}

/** How what is proposed may be named. */
const ways: readonly ((noun: string) => Candidate | undefined)[] = [
	(noun) => {
		const system = abbreviatedSystem(noun);
		return system && candidate(system.name, 9, system.aliases);
	},
	(noun) => {
		const coined = coinedIn(noun);
		return coined === undefined ? undefined : candidate(singularName(coined), 9);
	},
	(noun) => {
		const name = apposedRe.exec(noun)?.[1];
		return name !== undefined && isCoined(name) ? candidate(name, 8) : undefined;
	},
	(noun) => {
		const name = quotedRe.exec(noun)?.[1];
		return name === undefined ? undefined : candidate(name, 9);
	},
	(noun) => {
		const name = properRe.exec(noun)?.[1];
		return name !== undefined && !pronounRe.test(name) ? candidate(name, 8) : undefined;
	},
];

/** The coined word of a noun: at its beginning or end, or so long within it that it is no kind of thing. */
function coinedIn(rest: string): string | undefined {
	const noun = rest.slice(0, boundaryRe.exec(rest)?.index ?? rest.length).replace(articleRe, '');
	const isDefinite = !indefiniteRe.test(rest);
	return [...noun.matchAll(nameRe)].find(({ 0: word, index }) => {
		const isAtEdge =
			(index === 0 && isDefinite) || index + word.length === noun.trimEnd().length;
		return isCoined(word) && (isAtEdge || word.length > 3);
	})?.[0];
}
