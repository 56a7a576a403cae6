import type { PaperView } from '../../model/paper-view.ts';
import { termPlaces, type TermPlace } from './paper-terms.ts';
import { vectorLength, type TermIndex, type WeighedTerms } from './term-index.ts';

const mostWords = 2;
// So much of a cosine a word has to bring.
const leastGain = 0.012 * vectorLength ** 2;
// A pair says more than a word of it that counts a little more.
const pairGain = 1.5;

/** A word or pair that two papers share, as one of them has it. */
interface SharedWord {
	readonly text: string;
	readonly parts: readonly number[];
	readonly gain: number;
}

/** The words that bring another paper near, at most two, as this one's text has them: `song generation`. */
export function sharedWords(
	{ title, abstract }: Pick<PaperView, 'title' | 'abstract'>,
	[own, other]: readonly [WeighedTerms, WeighedTerms],
	rowOf: TermIndex['rowOf'],
): string[] {
	const gains = gainsOf(own, other);
	const found = new Map<number, SharedWord>();
	for (const text of [abstract, title]) {
		for (const place of termPlaces(text)) {
			const word = readWord(place, gains, rowOf);
			const known = found.get(place.term);
			if (word && (!known || (hasCapital(known.text) && !hasCapital(word.text))))
				found.set(place.term, word);
		}
	}
	const chosen: SharedWord[] = [];
	for (const word of [...found.values()].sort((a, b) => b.gain - a.gain)) {
		const overlaps = chosen.some(({ parts }) => parts.some((part) => word.parts.includes(part)));
		if (!overlaps && chosen.length < mostWords) chosen.push(word);
	}
	return chosen.map(({ text }) => text);
}

/** What each row that two papers share brings to their product. */
function gainsOf(own: WeighedTerms, other: WeighedTerms): Map<number, number> {
	const weights = new Map<number, number>();
	own.rows.forEach((row, index) => weights.set(row, own.weights[index]!));
	const gains = new Map<number, number>();
	other.rows.forEach((row, index) => {
		const weight = weights.get(row);
		if (weight !== undefined) gains.set(row, weight * other.weights[index]!);
	});
	return gains;
}

function readWord(
	place: TermPlace,
	gains: ReadonlyMap<number, number>,
	rowOf: TermIndex['rowOf'],
): SharedWord | undefined {
	const { term, words } = place;
	const row = rowOf.get(term);
	const gain = (row === undefined ? 0 : (gains.get(row) ?? 0)) * (words ? pairGain : 1);
	// `crucial role` has a word that tells nothing.
	const isTelling = words?.every((word) => rowOf.has(word)) ?? true;
	if (gain < leastGain || !isTelling) return undefined;
	return { text: wholeWords(place), parts: words ?? [term], gain };
}

const edgeRe = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** With all of the compounds that it begins or ends within: `on-policy self-distillation` of `policy self`. */
function wholeWords({ clause, start, end }: TermPlace): string {
	const space = clause.indexOf(' ', end);
	const whole = clause.slice(
		clause.lastIndexOf(' ', start) + 1,
		space < 0 ? clause.length : space,
	);
	return whole.replace(edgeRe, '');
}

function hasCapital(text: string): boolean {
	return text !== text.toLowerCase();
}
