/** A part of a list that is too long for one page. */
export interface Part<Item> {
	/** Counted from 1. */
	readonly number: number;
	/** How many parts the list has. */
	readonly of: number;
	readonly items: readonly Item[];
}

/** As many rows as fill some eleven screens of a phone. */
export const mostRows = {
	titles: 65,
	/** Titles with what they link. */
	links: 50,
	/** Titles with the sentences that name a system. */
	mentions: 18,
	names: 200,
} as const;

/** A list in parts of at most `size`; an empty list is one empty part. */
export function partsOf<Item>(items: readonly Item[], size: number): Part<Item>[] {
	const of = Math.max(1, Math.ceil(items.length / size));
	return Array.from({ length: of }, (_, index) => ({
		number: index + 1,
		of,
		items: items.slice(index * size, (index + 1) * size),
	}));
}
