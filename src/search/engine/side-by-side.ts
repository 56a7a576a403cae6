import { stemOf } from '../text/words.ts';
import type { Places, TermStore } from './term-store.ts';

/** A word, and which word of a phrase it is. */
export interface PhraseWord {
	readonly term: string;
	readonly offset: number;
}

/** The papers that have some words side by side, as far apart as their offsets say, or in one compound. */
export async function findSideBySide(
	words: readonly PhraseWord[],
	store: TermStore,
): Promise<ReadonlySet<number>> {
	const [first, ...others] = await Promise.all(words.map(({ term }) => store.places(term)));
	const distances = words.slice(1).map(({ offset }, at) => offset - words[at]!.offset);
	const papers = [...(first ?? [])].filter(([paper, starts]) =>
		starts.some((start) => goesOn(paper, start, others, distances)),
	);
	return new Set(papers.map(([paper]) => paper));
}

/** The papers that have a phrase, in any form of its words. */
export function findPhrase(
	words: readonly string[],
	store: TermStore,
): Promise<ReadonlySet<number>> {
	return findSideBySide(
		words.map((word, offset) => ({ term: stemOf(word), offset })),
		store,
	);
}

function goesOn(
	paper: number,
	start: number,
	words: readonly Places[],
	distances: readonly number[],
): boolean {
	let place = start;
	return words.every((places, at) => {
		const own = places.get(paper) ?? [];
		const next = place + distances[at]!;
		if (own.includes(next)) place = next;
		// `flash` and `attention` of `FlashAttention`
		else if (!own.includes(place)) return false;
		return true;
	});
}
