/** What the search page needs to know before it fetches terms, as the file that a build writes and a browser reads. */
export interface TermTable {
	/** How many papers there are. */
	readonly papers: number;
	/** Names the folder of the blocks, so that those of another build are never taken for these. */
	readonly version: string;
	/** The first term of each block. */
	readonly starts: readonly string[];
	/** Short terms that most papers have, so that they say nothing: `the`. */
	readonly common: readonly string[];
	/**
	 * Blocks with so many places that they are fetched for a phrase, and not for the order of what is found. An index
	 * that a browser kept for reading without a network may be of a build that did not say.
	 */
	readonly wide?: readonly number[];
}

/** A stretch of the terms in their order, each with its papers. */
export type TermBlock = readonly TermRow[];

/**
 * A term, the numbers of its papers, packed as steps, and for each paper a digit that says how often its abstract
 * has the term, and a letter that says where its title first has it; see `titleLetter`. Letters are left out where
 * no title has the term, and digits where so many papers have it that how often tells none from another.
 */
export type TermRow = readonly [term: string, papers: string, counts: string, titles: string];

/** For each row of a block, and each of its papers, how often it has the term, and where, as steps; packed. */
export type PlacesBlock = readonly string[];

/** Between the last word of a title and the first of its abstract, so that no phrase goes over both. */
export const titleGap = 8;

/** Where a title has a word. */
export interface TitlePlace {
	readonly place: number;
	readonly isLast: boolean;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
export const noPlace = '-';

/** A place in a title as a letter: `a` for its first word, `D` for its fourth if it is the last, `-` for none. */
export function titleLetter(found: TitlePlace | undefined): string {
	if (!found) return noPlace;
	const letter = letters[found.place] ?? letters.at(-1)!;
	return found.isLast ? letter.toUpperCase() : letter;
}

const placesByLetter: ReadonlyMap<string, TitlePlace> = new Map(
	Array.from(letters, (letter, place): [string, TitlePlace][] => [
		[letter, { place, isLast: false }],
		[letter.toUpperCase(), { place, isLast: true }],
	]).flat(),
);

/** The place that a letter stands for; none where the title has not the term. */
export function letterPlace(letter = noPlace): TitlePlace | undefined {
	return placesByLetter.get(letter);
}
