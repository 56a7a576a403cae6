import type { WeighedPapers } from './weigh-terms.ts';

/** Which papers have each term, by their places in the archive. */
export interface TermIndex {
	/** Where the holders of each row begin; behind the last row, where they end. */
	readonly starts: Int32Array;
	readonly holders: Int32Array;
	/** What the term weighs in each of its holders. */
	readonly weights: Uint16Array;
}

/** Index papers by their terms. */
export function indexTerms({ keys, ends, rows, ...papers }: WeighedPapers): TermIndex {
	const starts = new Int32Array(keys.length + 1);
	for (const row of rows) starts[row + 1]!++;
	for (let row = 0; row < keys.length; row++) starts[row + 1]! += starts[row]!;
	const next = starts.slice();
	const holders = new Int32Array(rows.length);
	const weights = new Uint16Array(rows.length);
	let at = 0;
	ends.forEach((end, place) => {
		for (; at < end; at++) {
			const entry = next[rows[at]!]!++;
			holders[entry] = place;
			weights[entry] = papers.weights[at]!;
		}
	});
	return { starts, holders, weights };
}
