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
	const places = await Promise.all(words.map(({ term }) => store.places(term)));
	const distances = words.slice(1).map(({ offset }, at) => offset - words[at]!.offset);
	const papers = inAll(places).filter(([, at]) => {
		const [starts, ...others] = at.map((own, word) => places[word]!.of(own));
		return starts!.some((start) => goesOn(start, others, distances));
	});
	return new Set(papers.map(([paper]) => paper));
}

/** The papers of all lists, and at which place of each list they are. */
function inAll(lists: readonly Places[]): (readonly [paper: number, at: readonly number[]])[] {
	const next = lists.map(() => 0);
	return (lists[0]?.papers ?? []).flatMap((paper) => {
		for (const [list, { papers }] of lists.entries())
			while (papers[next[list]!]! < paper) next[list]!++;
		return lists.every(({ papers }, list) => papers[next[list]!] === paper)
			? [[paper, [...next]] as const]
			: [];
	});
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
	start: number,
	words: readonly (readonly number[])[],
	distances: readonly number[],
): boolean {
	let place = start;
	return words.every((own, at) => {
		const next = place + distances[at]!;
		if (own.includes(next)) place = next;
		// `flash` and `attention` of `FlashAttention`
		else if (!own.includes(place)) return false;
		return true;
	});
}
