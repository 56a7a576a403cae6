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
	const steps = words.slice(1).map(({ term, offset }, at): Step => ({
		distance: offset - words[at]!.offset,
		isRepeated: term === words[at]!.term,
	}));
	const papers = inAll(places).filter(([, at]) => {
		const [starts, ...others] = at.map((own, word) => places[word]!.of(own));
		return starts!.some((start) => goesOn(start, others, steps));
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

/** How a word follows the one before. */
interface Step {
	readonly distance: number;
	readonly isRepeated: boolean;
}

function goesOn(
	start: number,
	words: readonly (readonly number[])[],
	steps: readonly Step[],
): boolean {
	let place = start;
	return words.every((own, at) => {
		const { distance, isRepeated } = steps[at]!;
		if (own.includes(place + distance)) place += distance;
		// `flash` and `attention` of `FlashAttention`; the same place is no second `attention`
		else if (isRepeated || !own.includes(place)) return false;
		return true;
	});
}
