import { vectorLength, type TermIndex } from './term-index.ts';

/** Another paper, by its place in the archive, and how near it is, up to `wholeScore`. */
export interface Neighbour {
	readonly place: number;
	readonly score: number;
}

/** The papers nearest to one, nearest first. */
export interface Nearest {
	readonly ofAll: readonly Neighbour[];
	/** Of those that were counted, which stay the same for many dumps. */
	readonly ofCounted: readonly Neighbour[];
}

/** The score of two papers that are the same. */
export const wholeScore = 2 ** 14;

const mostNearest = 20;
// So many places of the index are read of a paper, its rarest terms first: the work stays near to linear.
const mostRead = 30_000;
// Where not all was read, so many papers are compared in full.
const mostCompared = 50;

/**
 * The papers nearest to each by the cosine of their terms. Reading stops where it grows long, as in Moffat
 * and Zobel's “Self-Indexing Inverted Files” (1996): the terms that are left are in many papers, and
 * hardly change which are near.
 */
export function nearestPapers(index: TermIndex): Nearest[] {
	const { papers, counted, starts } = index;
	const sums = new Int32Array(papers.length);
	const own = new Uint16Array(starts.length);
	return papers.map((_, place) => {
		sums.fill(0);
		const isWhole = addUp(index, place, sums);
		sums[place] = 0;
		const nearestAmong = (size: number): Neighbour[] => {
			const among = sums.subarray(0, size);
			if (isWhole) return neighbours(largest(among, mostNearest), sums);
			const others = largest(among, mostCompared);
			compareInFull(index, place, { sums, own, others });
			return neighbours(others, sums).slice(0, mostNearest);
		};
		return { ofAll: nearestAmong(papers.length), ofCounted: nearestAmong(counted) };
	});
}

/** Add to each paper's sum what its terms give together with one's. Whether all of them were read. */
function addUp(
	{ papers, starts, holders, weights }: TermIndex,
	place: number,
	sums: Int32Array,
): boolean {
	const { rows, weights: own } = papers[place]!;
	const sizeOf = (row: number) => starts[row + 1]! - starts[row]!;
	const order = Array.from(rows.keys()).sort(
		(a, b) => sizeOf(rows[a]!) - sizeOf(rows[b]!) || a - b,
	);
	let read = 0;
	for (const index of order) {
		const row = rows[index]!;
		const weight = own[index]!;
		read += sizeOf(row);
		if (read > mostRead) return false;
		for (let at = starts[row]!; at < starts[row + 1]!; at++)
			sums[holders[at]!]! += weight * weights[at]!;
	}
	return true;
}

/** The places of the largest sums above nothing, largest first, then in order. */
function largest(sums: Int32Array, count: number): number[] {
	const places: number[] = [];
	let least = 0;
	for (let place = 0; place < sums.length; place++) {
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

/** Make the sums of some papers whole. */
function compareInFull(
	{ papers }: TermIndex,
	place: number,
	work: {
		readonly sums: Int32Array;
		/** By row; zero, and zero again afterwards. */
		readonly own: Uint16Array;
		readonly others: readonly number[];
	},
): void {
	const { sums, own, others } = work;
	const { rows, weights } = papers[place]!;
	for (let at = 0; at < rows.length; at++) own[rows[at]!] = weights[at]!;
	for (const other of others) {
		const { rows: otherRows, weights: otherWeights } = papers[other]!;
		let sum = 0;
		for (let at = 0; at < otherRows.length; at++)
			sum += own[otherRows[at]!]! * otherWeights[at]!;
		sums[other] = sum;
	}
	for (const row of rows) own[row] = 0;
}

function neighbours(places: readonly number[], sums: Int32Array): Neighbour[] {
	return places
		.map((place) => ({
			place,
			score: Math.round((sums[place]! / vectorLength ** 2) * wholeScore),
		}))
		.sort((a, b) => b.score - a.score || a.place - b.place);
}
