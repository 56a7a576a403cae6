import { indexTerms, type TermIndex } from './term-index.ts';
import type { WeighedPapers } from './weigh-terms.ts';

/** The papers nearest to each, and what tells whether another comes among them: plain, to be kept. */
export interface NearestPapers {
	/** By their places, nearest first. */
	readonly nearest: readonly (readonly number[])[];
	/** Of each paper, the sum that the last one had which was compared with it in full; 0 where none was left out. */
	readonly least: Int32Array;
}

// So many entries of the index are read for a paper, those of its rarest terms: the work stays linear. The
// counted papers alone say how many a term has, so that no other paper changes what is read; with these there
// are two fifths more at most.
const mostRead = 7_000;
// What was read chooses so many papers, which are then compared in full.
const mostCompared = 48;

/**
 * The papers nearest to each by the cosine of their terms. Reading stops where it grows long, as in Moffat
 * and Zobel's “Self-Indexing Inverted Files” (1996): the terms that are left are in many papers, and hardly
 * change which may be near. What is `known` of the first papers stays, but where a new one may come in.
 */
export function nearestPapers(
	papers: WeighedPapers,
	count: number,
	known: NearestPapers = { nearest: [], least: new Int32Array() },
): NearestPapers {
	const index = indexTerms(papers);
	const firstRows = Array.from(papers.ends, (_, place) => firstRowRead(papers, place));
	const entered = enteredLists(papers, index, firstRows, known);
	const compare = comparerOf(papers, index, firstRows);
	const least = new Int32Array(papers.ends.length);
	const nearest = Array.from(papers.ends, (_, place) => {
		const list = known.nearest[place];
		const isKnown = list && !entered.has(place);
		const found = isKnown ? { list, least: known.least[place]! } : compare(place, count);
		least[place] = found.least;
		return found.list;
	});
	return { nearest, least };
}

/** Of a paper's rows those from this one on are read: as many of its last as stay within bounds. */
export function firstRowRead(papers: WeighedPapers, place: number): number {
	const rows = rowsOf(papers, place);
	let read = 0;
	const beyond = rows.findLastIndex((row) => (read += papers.holders[row] ?? 0) > mostRead);
	return beyond < 0 ? 0 : rows[beyond]! + 1;
}

function rowsOf({ rows, ends }: WeighedPapers, place: number): Int32Array {
	return rows.subarray(ends[place - 1] ?? 0, ends[place]);
}

function weightsOf({ weights, ends }: WeighedPapers, place: number): Uint16Array {
	return weights.subarray(ends[place - 1] ?? 0, ends[place]);
}

/** The papers that are known whose lists a new one may come into: the sum that it has with them is large enough. */
function enteredLists(
	papers: WeighedPapers,
	{ starts, holders, weights }: TermIndex,
	firstRows: readonly number[],
	{ nearest: { length: before }, least }: NearestPapers,
): ReadonlySet<number> {
	const entered = new Set<number>();
	const sums = new Int32Array(before);
	if (before === 0) return entered;
	for (let place = before; place < papers.ends.length; place++) {
		const own = weightsOf(papers, place);
		rowsOf(papers, place).forEach((row, index) => {
			for (let at = starts[row]!; holders[at]! < before && at < starts[row + 1]!; at++)
				if (row >= firstRows[holders[at]!]!)
					sums[holders[at]!]! += own[index]! * weights[at]!;
		});
		sums.forEach((sum, other) => sum > least[other]! && entered.add(other));
		sums.fill(0);
	}
	return entered;
}

/** Finds the papers nearest to one among all. */
function comparerOf(papers: WeighedPapers, index: TermIndex, firstRows: readonly number[]) {
	const own = new Uint16Array(papers.keys.length);
	const sums = new Int32Array(papers.ends.length);
	return (place: number, count: number) => {
		const rows = rowsOf(papers, place);
		const weights = weightsOf(papers, place);
		for (let at = 0; at < rows.length; at++) own[rows[at]!] = weights[at]!;
		const reached = addUp(
			index,
			place,
			own,
			sums,
			rows.filter((row) => row >= firstRows[place]!),
		);
		const chosen = largest(reached, sums, mostCompared);
		const least = chosen.length < mostCompared ? 0 : sums[chosen.at(-1)!]!;
		const scores = new Map(chosen.map((other) => [other, product(papers, other, own)]));
		for (const other of reached) sums[other] = 0;
		for (const row of rows) own[row] = 0;
		const list = Array.from(scores.keys())
			.sort((a, b) => scores.get(b)! - scores.get(a)! || a - b)
			.slice(0, count);
		return { list, least };
	};
}

/** Add to each paper's sum what its terms give together with one's own, and list those that have a sum. */
function addUp(
	{ starts, holders, weights }: TermIndex,
	place: number,
	own: Uint16Array,
	sums: Int32Array,
	rows: Int32Array,
): number[] {
	const reached: number[] = [];
	for (const row of rows) {
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

function product(papers: WeighedPapers, place: number, own: Uint16Array): number {
	const rows = rowsOf(papers, place);
	const weights = weightsOf(papers, place);
	let sum = 0;
	for (let at = 0; at < rows.length; at++) sum += own[rows[at]!]! * weights[at]!;
	return sum;
}
