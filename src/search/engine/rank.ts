import { rarityOf, type Slot } from './slots.ts';

/** What papers are found by. */
export interface Wanted {
	/** Every word that is asked for. */
	readonly slots: readonly Slot[];
	/** What makes a paper likelier, and may be missing. */
	readonly extras: readonly Slot[];
	/** All words in the order of the query. */
	readonly inOrder: readonly Slot[];
	/** Papers that every one of them has: phrases and formulas. */
	readonly within: readonly ReadonlySet<number>[];
	readonly excluded: ReadonlySet<number>;
	/** How many papers there are. */
	readonly total: number;
}

/** Papers, best first. */
export interface Ranking {
	readonly papers: readonly number[];
	/** How many have all of the words: the first so many. */
	readonly complete: number;
	/** How many of the words the others have at least. */
	readonly least: number;
}

// Fewer are no answer to a query of several words.
const fewestComplete = 3;

/** The papers that have all words; where they are few, those that have most of them behind, or as many as any has. */
export function rankPapers(wanted: Wanted): Ranking {
	const { length } = wanted.slots;
	const matched = matchedWords(wanted);
	const candidates = candidatesOf(wanted, matched);
	const complete = candidates.filter((paper) => matched[paper] === length);
	const most = candidates.reduce((sum, paper) => Math.max(sum, matched[paper]!), 0);
	const least = Math.min(most, Math.floor(length / 2) + 1);
	const others =
		complete.length < fewestComplete
			? candidates.filter((paper) => matched[paper]! >= least && matched[paper]! < length)
			: [];
	return {
		papers: [...sortByScore(complete, wanted), ...sortByScore(others, wanted)],
		complete: complete.length,
		least,
	};
}

/** How many of the words each paper has. */
function matchedWords({ slots, total }: Wanted): Uint16Array {
	const matched = new Uint16Array(total);
	// An iterator would make a pair for each paper.
	for (const { strengths } of slots)
		for (let paper = 0; paper < strengths.length; paper++)
			if (strengths[paper]! > 0) matched[paper]!++;
	return matched;
}

/** The papers that may be meant: those with any of the words or, without words, all. */
function candidatesOf({ slots, within, excluded }: Wanted, matched: Uint16Array): number[] {
	const candidates: number[] = [];
	for (let paper = 0; paper < matched.length; paper++)
		if (
			(matched[paper]! > 0 || slots.length === 0) &&
			!excluded.has(paper) &&
			within.every((papers) => papers.has(paper))
		)
			candidates.push(paper);
	return candidates;
}

/** Best first, and of equals the one that came last. */
function sortByScore(
	papers: readonly number[],
	{ slots, extras, inOrder, total }: Wanted,
): readonly number[] {
	const scores = new Float64Array(total);
	for (const { having, strengths } of [...slots, ...extras]) {
		const rarity = rarityOf(having, total);
		for (const paper of papers) scores[paper]! += rarity * (strengths[paper] ?? 0);
	}
	const words = inOrder.map((slot): TitleWord => {
		return { ...slot, rarity: rarityOf(slot.having, total) };
	});
	for (const paper of papers) scores[paper]! += titleBonus(paper, words);
	return papers.toSorted((a, b) => scores[b]! - scores[a]! || b - a);
}

// In units of a word's rarity, and beside the scores of words, which are some three times that.
const ofPair = 3;
const ofWhole = 4;
const ofEdge = 4;

interface TitleWord extends Pick<Slot, 'offset' | 'titles'> {
	readonly rarity: number;
}

/** For words that follow one another in a title as they do in the query; more if all do; and more if they begin or end it. */
function titleBonus(paper: number, words: readonly TitleWord[]): number {
	const first = words[0]?.titles[paper];
	let isWhole = first !== undefined;
	let bonus = 0;
	for (let at = 1; at < words.length; at++) {
		const [before, word] = [words[at - 1]!, words[at]!];
		if (isPair(paper, before, word)) bonus += ofPair * Math.min(before.rarity, word.rarity);
		else isWhole = false;
	}
	if (!isWhole) return bonus;
	const isEdge = first!.place === 0 || words.at(-1)!.titles[paper]!.isLast;
	return bonus + ofWhole + (isEdge ? ofEdge : 0);
}

/** Whether a title has two words as far apart as a query does, or in one compound. */
function isPair(paper: number, before: TitleWord, word: TitleWord): boolean {
	const [start, end] = [before.titles[paper], word.titles[paper]];
	if (!start || !end) return false;
	const step = end.place - start.place;
	return step === 0 || step === word.offset - before.offset;
}
