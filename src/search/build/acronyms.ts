import type { PaperTexts } from '../../model/paper-view.ts';
import { partsOf, stemOf } from '../text/words.ts';

/** What papers explain in brackets, as terms: `moe` stands for `mixtur`, `of`, `expert`. */
export type Acronyms = ReadonlyMap<string, readonly string[]>;

// Two letters may be much by chance, so that more papers than one must explain them.
const shortAcronym = 2;
// Of the papers that explain an acronym, so many must do it the same way.
const leastShare = 0.6;

/** An acronym that a paper explains, with its words, as terms. */
export type Explanation = readonly [short: string, phrase: string];

/** What a paper explains, each acronym once. */
export function explanationsOf({ title, abstract }: PaperTexts): readonly Explanation[] {
	return [...new Map(explanationsIn(`${title}. ${abstract}`))];
}

/** The acronyms that papers explain, most of those that do in one way. */
export function acronymsOf(papers: Iterable<readonly Explanation[]>): Acronyms {
	const meanings = new Map<string, Map<string, number>>();
	for (const explained of papers) {
		for (const [short, phrase] of explained) {
			const counts = meanings.get(short) ?? new Map<string, number>();
			meanings.set(short, counts.set(phrase, (counts.get(phrase) ?? 0) + 1));
		}
	}
	return new Map([...meanings].flatMap(([short, counts]) => usualMeaning(short, counts)));
}

function usualMeaning(
	short: string,
	counts: ReadonlyMap<string, number>,
): [string, readonly string[]][] {
	const [phrase, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
	const all = [...counts.values()].reduce((sum, number) => sum + number, 0);
	const isChance = short.length <= shortAcronym && count < 2;
	return isChance || count < all * leastShare ? [] : [[short, phrase.split(' ')]];
}

// ` (MoE)`, ` (LLMs)`, ` (Mamba)`
const bracketRe = / \((\p{Lu}\p{L}{1,11}?)s?\)/gu;
// `MoE`, not `Mamba`
const acronymRe = /\p{Lu}.*\p{Lu}/u;
const mostWords = 8;
// Enough for as many words.
const longestPhrase = 120;

/** Every acronym that a text explains, with its words before the bracket, as terms. */
function explanationsIn(text: string): Explanation[] {
	return Array.from(text.matchAll(bracketRe)).flatMap((found): Explanation[] => {
		const { 1: short, index } = found;
		if (!acronymRe.test(short!)) return [];
		const words = partsOf(text.slice(Math.max(0, index - longestPhrase), index));
		const letters = short!.toLowerCase();
		for (let count = 2; count <= Math.min(mostWords, words.length); count++) {
			const phrase = words.slice(-count);
			if (isMadeOf(letters, phrase)) return [[stemOf(letters), phrase.map(stemOf).join(' ')]];
		}
		return [];
	});
}

const passedOver: ReadonlySet<string> = new Set('a and for in of on the to via with'.split(' '));
// `Lo` of `Low`
const longestBeginning = 2;

/** Whether letters are the beginnings of some words, of which the small ones may be passed over: `lora` of `low rank adaptation`. */
function isMadeOf(letters: string, words: readonly string[], isFirst = true): boolean {
	const [word, ...others] = words;
	if (word === undefined || letters === '') return words.length === 0 && letters === '';
	for (let length = 1; length <= longestBeginning; length++) {
		const isBeginning = letters.startsWith(word.slice(0, length)) && word.length >= length;
		if (isBeginning && isMadeOf(letters.slice(length), others, false)) return true;
	}
	return !isFirst && passedOver.has(word) && isMadeOf(letters, others, false);
}
