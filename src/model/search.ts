/**
 * Papers to a part of the search index, in the order of the ledger. Indexing takes memory and time
 * by the size of a part (4,000 papers: some 0.6 GB), and a full part changes only when one of its
 * papers is seen again; a browser pays some 13 KB for each part after the first.
 */
export const shardSize = 4_000;

/** In how many parts the index of so many papers is made: at least one. */
export function shardCount(papers: number): number {
	return Math.max(1, Math.ceil(papers / shardSize));
}

/** Where a part lies, from the folder of the first: part 1 is the folder itself. */
export function shardFolder(number: number): string {
	return number === 1 ? '' : `${number}/`;
}
