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
	const best = [...scorePapers(wanted)].toSorted(([, a], [, b]) => b.score - a.score);
	const having = (isWanted: (matched: number) => boolean) =>
		best.filter(([, { matched }]) => isWanted(matched)).map(([paper]) => paper);
	const complete = having((matched) => matched === length);
	const most = best.reduce((sum, [, { matched }]) => Math.max(sum, matched), 0);
	const least = Math.min(most, Math.floor(length / 2) + 1);
	const others =
		complete.length < fewestComplete
			? having((matched) => matched >= least && matched < length)
			: [];
	return { papers: [...complete, ...others], complete: complete.length, least };
}

interface Score {
	/** How many of the words a paper has. */
	matched: number;
	score: number;
}

function scorePapers(wanted: Wanted): ReadonlyMap<number, Score> {
	const { slots, extras, inOrder, total } = wanted;
	const scores = new Map<number, Score>();
	for (const paper of candidatesOf(wanted)) scores.set(paper, { matched: 0, score: 0 });
	const add = ({ papers }: Slot, matched: number) => {
		const rarity = rarityOf(papers.size, total);
		for (const [paper, { strength }] of papers) {
			const known = scores.get(paper);
			if (!known) continue;
			known.matched += matched;
			known.score += rarity * strength;
		}
	};
	for (const slot of slots) add(slot, 1);
	for (const slot of extras) add(slot, 0);
	for (const [paper, score] of scores) score.score += titleBonus(paper, inOrder, total);
	return scores;
}

/** The papers that may be meant: those with any of the words or, without words, all. */
function candidatesOf({ slots, within, excluded, total }: Wanted): number[] {
	const all =
		slots.length > 0
			? new Set(slots.flatMap(({ papers }) => [...papers.keys()]))
			: Array.from({ length: total }, (_, paper) => paper);
	return [...all].filter(
		(paper) => !excluded.has(paper) && within.every((papers) => papers.has(paper)),
	);
}

// In units of a word's rarity, and beside the scores of words, which are some three times that.
const ofPair = 3;
const ofWhole = 4;
const ofEdge = 4;

/** For words that follow one another in a title as they do in the query; more if all do; and more if they begin or end it. */
function titleBonus(paper: number, words: readonly Slot[], total: number): number {
	const titles = words.map(({ papers }) => papers.get(paper)?.title);
	const pairs = words.slice(1).map((word, at) => {
		const [before, title] = [titles[at], titles[at + 1]];
		if (!before || !title) return 0;
		const distance = word.offset - words[at]!.offset;
		const step = title.place - before.place;
		if (step !== distance && step !== 0) return 0;
		return Math.min(...[word, words[at]!].map(({ papers }) => rarityOf(papers.size, total)));
	});
	const bonus = ofPair * pairs.reduce((sum, pair) => sum + pair, 0);
	if (titles[0] === undefined || pairs.includes(0)) return bonus;
	const isEdge = titles[0].place === 0 || titles.at(-1)!.isLast;
	return bonus + ofWhole + (isEdge ? ofEdge : 0);
}
