import type { Lexicon } from '../../model/restoration.ts';
import { candidate, type Candidate } from './candidate.ts';
import { isCoined } from './is-coined.ts';
import { introduces, mentions, usesAsName } from './mentions.ts';

// `LMUFormer` of `LMUFormer: Low Complexity …`
const headRe = /^(?:The |A )?([^:?!]{2,48}?) ?: /;
// `Clinical-Longformer and Clinical-BigBird: …` introduces two; the first stands for both.
const secondRe = / (?:and|&) .*/;
// `AlphaCode` of `… with AlphaCode`
const tailRe = / (?:with|via|by) ((?:[A-Z][\w-]+ ?){1,4})$/;
// `Lawma`, which may be a word as well
const plainRe = /^[A-Z][a-z]{3,}$/;
const capitalRe = /^[A-Z][\w-]+$/;
// What a title calls what its head names.
const thingRe =
	/^(?:An?|The) (?:[\w-]+ ){0,5}?(?:Algorithm|Approach|Architecture|Benchmark|Corpus|Dataset|Framework|Library|Method|Model|Optimizer|Platform|Suite|System|Toolkit)s?\b/;
// What makes a word of another: `Tokenization`.
const derivedRe = /(?:ing|tion|ment|ity|ism|ness|ers?|ors?|ics|als?|ive|able|less|ed|ly)s?$/;
// `v2` of `RetroMAE v2`
const versionRe = /^[vV]?\d/;

/** The title's words before a colon, where they are a name; or all of it, or its end. */
export function titleHead(title: string, abstract: string, lexicon: Lexicon): Candidate[] {
	const head = headRe.exec(title)?.[1]?.replace(secondRe, '');
	if (head === undefined) return wholeOrTail(title, abstract);
	if (head.includes(' ')) return headOfWords(head, abstract);
	const isName =
		isCoined(head) ||
		(head.includes('-') && abstract.includes(head)) ||
		isUnheard(head, abstract, lexicon) ||
		isSaidToBeThing(head, title) ||
		usesAsName(abstract, head);
	return isName ? [candidate(head, 20)] : [];
}

/** `Lawma: …`, which no list of words has, and which is made of none, or is in the abstract. */
function isUnheard(head: string, abstract: string, lexicon: Lexicon): boolean {
	return (
		plainRe.test(head) &&
		!lexicon.has(head.toLowerCase()) &&
		(abstract.includes(head) || !derivedRe.test(head))
	);
}

/** `Duo-LLM: A Framework for …` */
function isSaidToBeThing(head: string, title: string): boolean {
	return capitalRe.test(head) && thingRe.test(title.slice(title.indexOf(': ') + 2));
}

function headOfWords(head: string, abstract: string): Candidate[] {
	const [first = '', second = '', ...others] = head.split(' ');
	const isPair = others.length === 0 && isCoined(first);
	return [
		...(others.length <= 2 && usesAsName(abstract, head) ? [candidate(head, 18)] : []),
		// `RetroMAE v2: …`
		...(isPair && versionRe.test(second) ? [candidate(head, 18, [first])] : []),
		...(isPair && mentions(abstract, first) ? [candidate(first, 17, [head])] : []),
	];
}

/** `Music Transformer` is all of a title, `AlphaCode` its end. */
function wholeOrTail(title: string, abstract: string): Candidate[] {
	const words = title.split(' ');
	const isShort = words.length === 2 || words.length === 3;
	const isName = isShort && words.every((word) => /^[A-Z]/.test(word));
	const tail = tailRe.exec(title)?.[1];
	const isIntroduced =
		tail !== undefined && introduces(abstract, tail) && usesAsName(abstract, tail);
	return [
		...(isName && usesAsName(abstract, title) ? [candidate(title, 8)] : []),
		...(isIntroduced ? [candidate(tail, 7)] : []),
	];
}
