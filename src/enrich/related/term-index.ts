import type { PaperTerms } from './paper-terms.ts';
import { termWeight, type TermTally } from './term-weight.ts';

/** A paper's terms by their rows in the index, and what each weighs in it. */
export interface WeighedTerms {
	readonly rows: Int32Array;
	readonly weights: Uint16Array;
}

/** Which papers have a term, by their places in the archive: those of a row stand from its start to the next one's. */
export interface TermIndex {
	readonly papers: readonly WeighedTerms[];
	/** So many of the papers, the first, were counted. */
	readonly counted: number;
	readonly rowOf: ReadonlyMap<number, number>;
	readonly starts: Int32Array;
	readonly holders: Int32Array;
	/** What the term weighs in each of its holders. */
	readonly weights: Uint16Array;
}

/** The length of a paper's weights as a vector. Products of whole numbers add up to the same in any order. */
export const vectorLength = 8192;

/**
 * Index papers by the terms that two of them share. A term weighs in a paper what it tells in the archive,
 * and more the more often the paper has it, up to a bound, as in BM25 (Robertson and Zaragoza, “The
 * Probabilistic Relevance Framework”, 2009). A paper's weights are scaled to one length, so that the
 * products of two are cosines.
 *
 * What a term tells is counted over the archive's first papers, as many as `countedOf` says, so that the
 * weights of all papers stay as they are for many dumps.
 */
export function indexTerms(papers: readonly PaperTerms[]): TermIndex {
	const counted = countedOf(papers.length);
	const tallies = tallyTerms(papers, counted);
	const tells = new Map<number, number>();
	for (const [term, tally] of tallies) tells.set(term, termWeight(tally, counted));
	const { rowOf, starts } = layOutRows(tallies, tells);
	const holders = new Int32Array(starts.at(-1)!);
	const weights = new Uint16Array(holders.length);
	const ends = starts.slice();
	const weighed = papers.map((paper, place) => {
		const own = weighPaper(paper, tells, rowOf);
		own.rows.forEach((row, index) => {
			const end = ends[row]!++;
			holders[end] = place;
			weights[end] = own.weights[index]!;
		});
		return own;
	});
	return { papers: weighed, counted, rowOf, starts, holders, weights };
}

/** How many papers are counted of an archive: it grows by two fifths before it changes, 64, 90, 128, 181 … */
function countedOf(papers: number): number {
	return Math.floor(2 ** (Math.floor(2 * Math.log2(papers)) / 2));
}

interface ArchiveTally extends TermTally {
	/** In how many papers of the whole archive it is. */
	holders: number;
}

function tallyTerms(papers: readonly PaperTerms[], counted: number): Map<number, ArchiveTally> {
	const tallies = new Map<number, ArchiveTally>();
	papers.forEach(({ terms, counts }, place) => {
		terms.forEach((term, index) => {
			const tally = tallies.get(term) ?? { papers: 0, uses: 0, holders: 0 };
			if (tally.holders++ === 0) tallies.set(term, tally);
			if (place >= counted) return;
			tally.papers++;
			tally.uses += counts[index]!;
		});
	});
	return tallies;
}

/** A row for each term that tells something of two papers, with room for all that have it. */
function layOutRows(
	tallies: ReadonlyMap<number, ArchiveTally>,
	tells: ReadonlyMap<number, number>,
): { rowOf: Map<number, number>; starts: Int32Array } {
	const rowOf = new Map<number, number>();
	const starts = [0];
	for (const [term, { holders }] of tallies) {
		if (holders < 2 || tells.get(term) === 0) continue;
		rowOf.set(term, rowOf.size);
		starts.push(starts.at(-1)! + holders);
	}
	return { rowOf, starts: Int32Array.from(starts) };
}

// BM25's k₁.
const saturation = 1.2;

function weighPaper(
	{ terms, counts }: PaperTerms,
	tells: ReadonlyMap<number, number>,
	rowOf: ReadonlyMap<number, number>,
): WeighedTerms {
	const rows: number[] = [];
	const raw: number[] = [];
	let squares = 0;
	terms.forEach((term, index) => {
		const count = counts[index]!;
		const weight = (tells.get(term)! * count * (1 + saturation)) / (count + saturation);
		squares += weight * weight;
		const row = rowOf.get(term);
		if (row === undefined) return;
		rows.push(row);
		raw.push(weight);
	});
	const scale = vectorLength / Math.sqrt(squares);
	return {
		rows: Int32Array.from(rows),
		weights: Uint16Array.from(raw, (weight) => Math.round(weight * scale)),
	};
}
