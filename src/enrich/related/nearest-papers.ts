import type { TermIndex, WeighedTerms } from './term-index.ts';

// So many entries of the index are read for a paper, its rarest terms first: the work stays linear.
const mostRead = 10_000;
// What was read chooses so many papers, which are then compared in full.
const mostCompared = 32;

/**
 * The papers nearest to each by the cosine of their terms, by their places, nearest first. Reading stops
 * where it grows long, as in Moffat and Zobel's “Self-Indexing Inverted Files” (1996): the terms that are
 * left are in many papers, and hardly change which may be near.
 */
export function nearestPapers(index: TermIndex, count: number): number[][] {
	const own = new Uint16Array(index.starts.length);
	const sums = new Int32Array(index.papers.length);
	return index.papers.map(({ rows, weights }, place) => {
		for (let at = 0; at < rows.length; at++) own[rows[at]!] = weights[at]!;
		const reached = addUp(index, place, own, sums);
		const scores = new Map<number, number>();
		for (const other of largest(reached, sums, mostCompared))
			scores.set(other, product(index.papers[other]!, own));
		for (const other of reached) sums[other] = 0;
		for (const row of rows) own[row] = 0;
		return Array.from(scores.keys())
			.sort((a, b) => scores.get(b)! - scores.get(a)! || a - b)
			.slice(0, count);
	});
}

/** How many of a paper's rows are read, its first: as many as stay within bounds. */
export function rowsToRead({ papers, starts }: TermIndex, place: number): number {
	let read = 0;
	const beyond = papers[place]!.rows.findIndex(
		(row) => (read += starts[row + 1]! - starts[row]!) > mostRead,
	);
	return beyond < 0 ? papers[place]!.rows.length : beyond;
}

/** Add to each paper's sum what its terms give together with one's own, and list those that have a sum. */
function addUp(index: TermIndex, place: number, own: Uint16Array, sums: Int32Array): number[] {
	const { papers, starts, holders, weights } = index;
	const reached: number[] = [];
	for (const row of papers[place]!.rows.subarray(0, rowsToRead(index, place))) {
		const weight = own[row]!;
		for (let at = starts[row]!; at < starts[row + 1]!; at++) {
			const other = holders[at]!;
			if (other === place) continue;
			if (sums[other] === 0) reached.push(other);
			sums[other]! += weight * weights[at]!;
		}
	}
	return reached;
}

/** The places of the largest sums. */
function largest(reached: readonly number[], sums: Int32Array, count: number): number[] {
	const places: number[] = [];
	let least = 0;
	for (const place of reached) {
		const sum = sums[place]!;
		if (sum <= least) continue;
		let rank = places.length;
		while (rank > 0 && sums[places[rank - 1]!]! < sum) rank--;
		places.splice(rank, 0, place);
		if (places.length > count) places.pop();
		if (places.length === count) least = sums[places[count - 1]!]!;
	}
	return places;
}

function product({ rows, weights }: WeighedTerms, own: Uint16Array): number {
	let sum = 0;
	for (let at = 0; at < rows.length; at++) sum += own[rows[at]!]! * weights[at]!;
	return sum;
}
