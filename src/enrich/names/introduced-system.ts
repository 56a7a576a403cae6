import type { Lexicon } from '../../model/restoration.ts';
import { sentences } from '../../text/sentences.ts';
import { singularAbbreviation, singularName, withoutHyphens } from '../../text/words.ts';
import { genericNames } from './generic-names.ts';
import { ownTitlePhrase } from './title-phrase.ts';

/** What a paper calls what it makes: a model, a method, a data set, a benchmark. */
export interface IntroducedSystem {
	readonly name: string;
	/** Other forms of it, e.g. what an abbreviation stands for. */
	readonly aliases: readonly string[];
}

const name =
	'[A-Z][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*\\+{0,2}|[a-z]+[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*';
// `We then propose`, `this paper introduces`, `our work presents`
const introductionRe =
	/\b(?:and (?=(?:propose|present|introduce|develop)[sd]? )|(?:[Ww]e|[Pp]aper|[Ww]ork|[Ss]tudy|[Aa]rticle|[Rr]eport|[Aa]uthors)(?: (?:also|then|first|further|thus|therefore|additionally|finally|here|now|have|hence|next|further|newly|formally|jointly|successfully))* )(?:propos|introduc|present|develop|design|releas|construct|build|buil|creat|describ|implement|unveil|contribut|devis)\w*,? (?!to\b|that\b)/g;
// `an algorithm called LintSeq`, `namely PEARL`, `We call this architecture a Pointer Net`
const namingRe = new RegExp(
	`\\b(?:called|named|dubbed|termed|coined|namely|denoted as|abbreviated as|referred to as|which we (?:call|name|term|dub)|[Ww]e (?:call|name|term|dub) (?:this|the|our|it)(?: resulting)?(?: \\w+){0,3}?)[:,]? (?:the |an? |our )?["“]?(${name})`,
	'g',
);
// `we call this architecture a Pointer Net (Ptr-Net)`
const properNamingRe =
	/\b(?:which we|[Ww]e) (?:call|name|term|dub) (?:(?:this|the|our|it)(?: \w+){0,3}? )?(?:an? |the )["“]?((?:[A-Z][a-z]+ ?){2,4})(?=\W)/g;
// `we term in context language learning (ICLL)`, `namely Parallel … Length (PEARL)`
const abbreviatedNamingRe =
	/\b(?:namely|called|named|dubbed|termed|[Ww]e (?:call|name|term|dub))[:,]? (?=[^.,;]{3,90}\([A-Z])/g;
// `Our final model, ProLong-8B, which`
const ownRe = new RegExp(
	`\\b[Oo]ur (?:\\w+ ){0,2}(?:model|method|approach|framework|system|benchmark|dataset|algorithm),? (${name})(?=[, ])`,
	'g',
);
// `a novel framework, named Recformer, which`
const madeUpNamingRe =
	/\b(?:called|named|dubbed|termed|namely|which we (?:call|name|term|dub))[:,]? ["“]?([A-Z][a-z]{3,})(?=[,.;”"]| (?:that|which|to|for|an?)\b)/g;
// `by introducing Positional Integrity Encoding (PIE)`
const byIntroducingRe = /\bby (?:introduc|propos|present)ing (?=[^.,;]{3,90}\([A-Z])/g;
/** The size of a model, which is no part of its name: `ProLong-8B`. */
export const sizeRe = /-\d+(?:\.\d+)?[BMbm]$/;
// What ends the noun that was introduced.
const boundaryRe =
	/[.;:]|,(?! (?:flexible|simple|general|efficient|effective|scalable|portable|fast|novel|lightweight|and )\b)| (?:that|which|by|for|to|in|on|with|using|based|where|whose|from|as|via|through|of|at|consisting|leveraging|capable|aimed|designed|combining|between|across|among|and(?! (?:effective|efficient|fast|flexible|general|lightweight|novel|practical|scalable)\b))\b/;
const coinedRe = new RegExp(`^(?:${name})$`);
const nameRe = new RegExp(name, 'g');
// `Structured State Space sequence model (S4)`
const abbreviationRe = / \(([A-Za-z][\w+-]{1,14})\)/g;
const wordsBeforeRe = /[A-Za-z][\w’'-]*(?:[ ~][A-Za-z][\w’'/-]*){0,9}[”"]?$/;
// Longer than ten words are; what was looked for from every word of a text would take the square of its length.
const longestWords = 200;
// What is introduced is named within so many characters.
const longestNoun = 400;
const articleRe = /^(?:the|an?|our|this|new|novel) /i;

/**
 * The system that a paper introduces, by its title's head (`LMUFormer: …`), or by its abstract's
 * words for it (“we propose LMUFormer”). None where that is not certain.
 */
export function introducedSystem(
	title: string,
	abstract: string,
	lexicon: Lexicon,
): IntroducedSystem | undefined {
	const candidates = [
		...headOf(title, abstract, lexicon),
		...introduced(abstract, lexicon),
		...named(abstract, lexicon),
		...ownPhrase(title, abstract),
	];
	const best = candidates
		.map((candidate) => {
			const isInTitle = [candidate.name, ...candidate.aliases].some((form) =>
				mentions(title, form),
			);
			return { ...candidate, score: candidate.score + (isInTitle ? 3 : 0) };
		})
		.filter(({ score }) => score >= certain)
		.reduce<Candidate | undefined>(
			(best, next) => (best && best.score >= next.score ? best : next),
			undefined,
		);
	if (!best) return undefined;
	const abbreviation = abbreviationOf(best.name, abstract);
	return abbreviation === undefined
		? { name: best.name, aliases: best.aliases }
		: { name: abbreviation, aliases: [best.name, ...best.aliases] };
}

// `GPT-4`, `CIFAR-10`; not `ICLR-2023`
const versionRe = /^[A-Z][A-Za-z]{2,}-\d{1,3}(?:\.\d+)?[a-z]?$/;

// What a title calls what its head names.
const thingRe =
	/^(?:An?|The) (?:[\w-]+ ){0,5}?(?:Algorithm|Approach|Architecture|Benchmark|Corpus|Dataset|Framework|Library|Method|Model|Optimizer|Platform|Suite|System|Toolkit)s?\b/;

// What makes a word of another: `Tokenization`.
const derivedRe = /(?:ing|tion|ment|ity|ism|ness|ers?|ors?|ics|als?|ive|able|less|ed|ly)s?$/;

// Less is a guess.
const certain = 8;

interface Candidate extends IntroducedSystem {
	readonly score: number;
}

/** The title's words before a colon, where they are a name. */
function* headOf(title: string, abstract: string, lexicon: Lexicon): Generator<Candidate> {
	// `Clinical-Longformer and Clinical-BigBird: …` introduces two; the first stands for both.
	const head = /^(?:The |A )?([^:?!]{2,48}?) ?: /.exec(title)?.[1]?.replace(/ (?:and|&) .*/, '');
	if (head === undefined) {
		// `Music Transformer` is all of a title; `… with AlphaCode` its end.
		const words = title.split(' ');
		if (
			words.length <= 3 &&
			words.length > 1 &&
			words.every((word) => /^[A-Z]/.test(word)) &&
			isNamedIn(abstract, title)
		)
			yield { name: title, aliases: [], score: 8 };
		const last = / (?:with|via|by) ((?:[A-Z][\w-]+ ?){1,4})$/.exec(title)?.[1];
		if (last !== undefined && isIntroduced(abstract, last) && isNamedIn(abstract, last))
			yield { name: last, aliases: [], score: 7 };
		return;
	}
	const words = head.split(' ');
	const rest = title.slice(title.indexOf(': ') + 2);
	if (words.length === 1) {
		const isCertain = isCoined(head, lexicon) || (/-/.test(head) && abstract.includes(head));
		const isMadeUp =
			/^[A-Z][a-z]{3,}$/.test(head) &&
			!lexicon.has(head.toLowerCase()) &&
			abstract.includes(head);
		// `Duo-LLM: A Framework for …`
		const isSaid = /^[A-Z][\w-]+$/.test(head) && thingRe.test(rest);
		// `Lawma: …`, which no list of words has
		const isUnheard =
			/^[A-Z][a-z]{3,}$/.test(head) &&
			!lexicon.has(head.toLowerCase()) &&
			!derivedRe.test(head);
		if (isCertain || isMadeUp || isSaid || isUnheard || isNamedIn(abstract, head))
			yield { name: head, aliases: [], score: 20 };
		return;
	}
	if (words.length <= 4 && isNamedIn(abstract, head))
		yield { name: head, aliases: [], score: 18 };
	const [first] = words;
	// `RetroMAE v2: …`
	if (words.length === 2 && isCoined(first!, lexicon) && /^[vV]?\d/.test(words[1]!))
		yield { name: head, aliases: [first!], score: 18 };
	if (words.length === 2 && isCoined(first!, lexicon) && mentions(abstract, first!)) {
		yield { name: first!, aliases: [head], score: 17 };
	}
}

/** A phrase of the title. What a paper makes may have a name of its own, which is surer than what it is of. */
function* ownPhrase(title: string, abstract: string): Generator<Candidate> {
	const own = ownTitlePhrase(title, abstract);
	if (own) yield { name: own.phrase, aliases: [], score: own.isNaming ? 7 : 5.5 };
}

/** What follows “we propose”: a coined word, or words with their abbreviation. */
function* introduced(abstract: string, lexicon: Lexicon): Generator<Candidate> {
	for (const sentence of sentences(abstract)) {
		for (const match of sentence.matchAll(introductionRe)) {
			const start = match.index + match[0].length;
			const rest = sentence.slice(start, start + longestNoun).replace(/^\(?\d\)? ?/, '');
			if (/^[a-z]+ing\b/.test(rest)) continue;
			const abbreviated = firstAbbreviation(rest, lexicon);
			if (abbreviated) yield { ...abbreviated, score: 9 };
			const noun = rest
				.slice(0, boundaryRe.exec(rest)?.index ?? rest.length)
				.replace(articleRe, '');
			const coined = coinedIn(noun, /^an? /i.test(rest), lexicon);
			if (coined !== undefined) yield { name: singularName(coined), aliases: [], score: 9 };
			// `we introduce a simple variant of the model, RETRO++, which`
			const apposed = new RegExp(`^[^.;:()]{0,90}?, (${name}),(?! (?:and|or)\\b)`).exec(
				rest,
			)?.[1];
			if (apposed !== undefined && isCoined(apposed, lexicon))
				yield { name: apposed, aliases: [], score: 8 };
			const quoted = /^(?:the |an? )?["“]([A-Z][\w-]*(?: [A-Z][\w-]*){0,3}),?["”]/.exec(
				rest,
			)?.[1];
			if (quoted !== undefined) yield { name: quoted, aliases: [], score: 9 };
			// `we introduce Scylla, a dynamic evaluation framework`
			const proper = /^([A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}),? (?:an?|the|which|that)\b/.exec(
				rest,
			)?.[1];
			if (proper !== undefined && !/^(?:The|This|A|An|In|Two|Our)\b/.test(proper))
				yield { name: proper, aliases: [], score: 8 };
		}
	}
}

/** The coined word of a noun: at its beginning or end, or so long within it that it is no kind of thing. */
function coinedIn(noun: string, isIndefinite: boolean, lexicon: Lexicon): string | undefined {
	return [...noun.matchAll(nameRe)].find(({ 0: word, index }) => {
		const isAtEdge =
			(index === 0 && !isIndefinite) || index + word.length === noun.trimEnd().length;
		return isCoined(word, lexicon) && (isAtEdge || word.length > 3);
	})?.[0];
}

function* named(abstract: string, lexicon: Lexicon): Generator<Candidate> {
	for (const { 0: words, index } of abstract.matchAll(abbreviatedNamingRe)) {
		const abbreviated = firstAbbreviation(
			abstract.slice(index + words.length, index + words.length + 160),
			lexicon,
		);
		if (abbreviated && abbreviated.name.length > 2) yield { ...abbreviated, score: 10 };
	}
	for (const { 0: words, index } of abstract.matchAll(byIntroducingRe)) {
		const start = index + words.length;
		const abbreviated = firstAbbreviation(abstract.slice(start, start + 160), lexicon);
		if (abbreviated && /^[A-Z]/.test(abstract.slice(start))) yield { ...abbreviated, score: 8 };
	}
	for (const { words, short, end } of abbreviations(abstract)) {
		if (!/^ (?:is|are) (?:proposed|introduced|presented)\b/.test(abstract.slice(end, end + 24)))
			continue;
		const name = singularName(short);
		const phrase = hasInitials(words, name) ? phraseOf(words, name) : undefined;
		if (phrase !== undefined && isCoined(name, lexicon))
			yield { name, aliases: [phrase], score: 9 };
	}
	for (const { 1: word } of abstract.matchAll(madeUpNamingRe)) {
		if (!lexicon.has(word!.toLowerCase())) yield { name: word!, aliases: [], score: 9 };
	}
	for (const { 1: words } of abstract.matchAll(properNamingRe)) {
		yield { name: words!.trim(), aliases: [], score: 9 };
	}
	for (const { 1: word } of abstract.matchAll(ownRe)) {
		if (isCoined(word!, lexicon))
			yield { name: word!.replace(sizeRe, ''), aliases: [], score: 8 };
	}
	for (const { 1: word } of abstract.matchAll(namingRe)) {
		if (isCoined(word!, lexicon)) yield { name: singularName(word!), aliases: [], score: 10 };
	}
}

/** `Edit-Invariant Sequence Loss (EISL)`, near the beginning of what was introduced. */
function firstAbbreviation(rest: string, lexicon: Lexicon): IntroducedSystem | undefined {
	for (const { words, short, index } of abbreviations(rest)) {
		// `a novel training method, Bidirectional … Optimization (BICO)`
		const isApposed = /^[^,.;:]+, $/.test(rest.slice(0, index)) && /^[A-Z]/.test(words);
		if (index > 60 || (!isApposed && /[,.;:]/.test(rest.slice(0, index)))) return undefined;
		const full = words
			.replace(articleRe, '')
			.replace(/[”"]$/, '')
			.replace(/~/g, ' ');
		const name = singularName(short);
		if (!isCoined(name, lexicon)) continue;
		const phrase = hasInitials(full, name) ? phraseOf(full, name) : undefined;
		// `Knowledge-Intensive Compressed LLM BenchmarK (LLM-KICK)`: letters from anywhere, but the words are one name.
		const isProper = full.split(' ').every((word) => /^[A-Z]/.test(word));
		if (phrase === undefined && !(isProper && name.length > 4)) continue;
		const before =
			rest.slice(0, index) +
			(phrase === undefined ? '' : words.slice(0, words.lastIndexOf(phrase)));
		if (/\b(?:that|which|for|by|to|on|of|using)\b/.test(before)) continue;
		return { name, aliases: [phrase ?? full] };
	}
	return undefined;
}

/** The abbreviation behind a name in brackets: `GLA` of `Gated Linear Attention (GLA)`. */
function abbreviationOf(name: string, abstract: string): string | undefined {
	if (!name.includes(' ') && !name.includes('-')) return undefined;
	const at = withoutHyphens(abstract).indexOf(`${withoutHyphens(name)} (`);
	const alike =
		at === -1 ? undefined : /^[^(]*\(([A-Z][\w+-]{1,9})\)/.exec(abstract.slice(at))?.[1];
	if (alike === undefined || genericNames.has(alike.toLowerCase())) return undefined;
	return hasInitials(name, singularName(alike)) ? singularName(alike) : undefined;
}

/** Whether a word is made up: capitals within, digits, and in no list of common words. */
export function isCoined(word: string, lexicon: Lexicon): boolean {
	if (word.length < 2 || !coinedRe.test(word)) return false;
	const plain = singularName(word);
	const lower = plain.toLowerCase();
	if (genericNames.has(lower) || genericNames.has(word.toLowerCase())) return false;
	if (versionRe.test(plain)) return true;
	const parts = plain.split(/[-/]/);
	return parts.some((part) => {
		const isMixed = /[a-z][A-Z]|[A-Z]{2}|[A-Za-z]\d|\d[A-Za-z]|\+$/.test(part);
		return (
			isMixed &&
			!genericNames.has(part.toLowerCase()) &&
			!(lexicon.has(part.toLowerCase()) && /^[A-Z]?[a-z]+$/.test(part))
		);
	});
}

/** Whether a text says that it introduces something of this name. */
function isIntroduced(text: string, name: string): boolean {
	const at = withoutHyphens(text).indexOf(withoutHyphens(name));
	return (
		at !== -1 &&
		/(?:propos|introduc|present|develop|design)\w* [^.]{0,60}$/.test(
			text.slice(Math.max(0, at - 90), at),
		)
	);
}

function mentions(text: string, name: string): boolean {
	return withoutHyphens(text).includes(withoutHyphens(name));
}

/** Whether a text uses words as a name: with capitals, elsewhere than at a sentence's beginning. */
function isNamedIn(text: string, name: string): boolean {
	const words = name.trim().split(/[- ]/).map(RegExp.escape);
	return new RegExp(`(?<![.!?] |^)(?<![\\w-])${words.join('[- ]')}(?![a-z])`).test(text);
}

interface Abbreviation {
	/** Up to ten words before it. */
	readonly words: string;
	readonly short: string;
	/** Where the words begin, and where the bracket ends. */
	readonly index: number;
	readonly end: number;
}

/** Every `words (short)` of a text. */
function* abbreviations(text: string): Generator<Abbreviation> {
	for (const { 0: bracket, 1: short, index } of text.matchAll(abbreviationRe)) {
		const start = Math.max(0, index - longestWords);
		const before = text.slice(start, index);
		const words = wordsBeforeRe.exec(before);
		const end = index + bracket.length;
		if (words) yield { words: words[0], short: short!, index: start + words.index, end };
	}
}

/** The abbreviations that a text explains, each with what it stands for: `MoE` for `mixture of experts`. */
export function* explainedAbbreviations(text: string): Generator<{ short: string; words: string }> {
	for (const { words, short } of abbreviations(text)) {
		const name = singularAbbreviation(short);
		const full = words.replace(/[”"]$/, '').replace(/~/g, ' ');
		const phrase = hasInitials(full, name) ? phraseOf(full, name) : undefined;
		if (phrase?.includes(' ') && /^[A-Z][A-Za-z]*[A-Z]/.test(name))
			yield { short: name, words: phrase };
	}
}

/** Whether the letters of an abbreviation come in order from its words, the first from the beginning of one. */
function hasInitials(words: string, short: string): boolean {
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

/** The last words that the abbreviation stands for. */
function phraseOf(words: string, short: string): string | undefined {
	const all = words.split(' ');
	for (let count = 1; count <= all.length; count++) {
		const phrase = all.slice(-count).join(' ');
		if (phrase[0]!.toLowerCase() === short[0]!.toLowerCase() && hasInitials(phrase, short))
			return phrase;
	}
	return undefined;
}
