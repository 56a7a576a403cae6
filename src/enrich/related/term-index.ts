/** A paper's terms by their rows in the index, in order, and what each weighs in it. */
export interface WeighedTerms {
	readonly rows: Int32Array;
	readonly weights: Uint16Array;
}

/** Which papers have each term that two have, those of the fewest papers first, by their places in the archive. */
export interface TermIndex {
	readonly papers: readonly WeighedTerms[];
	/** Where the holders of each row begin; behind the last row, where they end. */
	readonly starts: Int32Array;
	readonly holders: Int32Array;
	/** What the term weighs in each of its holders. */
	readonly weights: Uint16Array;
}

// The length of a paper's weights as a vector. Products of whole numbers add up to the same in any order.
const vectorLength = 8192;

/**
 * Index papers by the terms that two of them share. A term weighs in a paper what it tells in the archive,
 * and more the more often the paper has it, up to a bound, as in BM25 (Robertson and Zaragoza, “The
 * Probabilistic Relevance Framework”, 2009). A paper's weights are scaled to one length, so that the
 * products of two are cosines.
 */
export function indexTerms(papers: readonly ReadonlyMap<number, number>[]): TermIndex {
	const counted = countedOf(papers.length);
	const shared = [...tallyTerms(papers, counted)]
		.filter(([, { holders }]) => holders > 1)
		.sort(([, a], [, b]) => a.holders - b.holders);
	const rowOf = new Map(shared.map(([key], row) => [key, row]));
	const tells = Float64Array.from(shared, ([, tally]) => telling(tally, counted));
	const starts = new Int32Array(shared.length + 1);
	shared.forEach(([, { holders }], row) => (starts[row + 1] = starts[row]! + holders));
	const ends = starts.slice();
	const holders = new Int32Array(starts[shared.length]!);
	const weights = new Uint16Array(holders.length);
	const alone = telling({ holders: 1, counted: 1, uses: 1 }, counted);
	const weighed = papers.map((terms, place) => {
		const own = weighTerms(terms, rowOf, tells, alone);
		own.rows.forEach((row, at) => {
			const end = ends[row]!++;
			holders[end] = place;
			weights[end] = own.weights[at]!;
		});
		return own;
	});
	return { papers: weighed, starts, holders, weights };
}

/**
 * What terms tell is counted over the first papers of an archive, so that a new paper changes no weight
 * until there are two fifths more of them: 64, 90, 128, 181 …
 */
function countedOf(papers: number): number {
	return Math.floor(2 ** (Math.floor(2 * Math.log2(papers)) / 2));
}

interface TermTally {
	/** How many papers have the term. */
	holders: number;
	/** How many of those that are counted have it, and how often. */
	counted: number;
	uses: number;
}

function tallyTerms(
	papers: readonly ReadonlyMap<number, number>[],
	counted: number,
): Map<number, TermTally> {
	const tallies = new Map<number, TermTally>();
	papers.forEach((terms, place) => {
		for (const [key, count] of terms) {
			const tally = tallies.get(key) ?? { holders: 0, counted: 0, uses: 0 };
			if (tally.holders++ === 0) tallies.set(key, tally);
			if (place >= counted) continue;
			tally.counted++;
			tally.uses += count;
		}
	});
	return tallies;
}

// What a term weighs beside what it tells.
const base = 1;
// A term of fewer papers tells no more: it may be a turn of phrase, such as *1st place*.
const rare = 32;
// What bursts count.
const bursts = 3;

/**
 * What a term tells in an archive. Rarer is heavier (inverse document frequency), and so is what comes in
 * bursts, as *robot* does. *Demonstrate* does not: it is in as many papers as if it were strewn over them
 * (residual inverse document frequency, Church and Gale, “Poisson Mixtures”, 1995).
 */
function telling(tally: TermTally, counted: number): number {
	const holders = Math.max(1, Math.min(rare, counted / 8), tally.counted);
	const strewn = counted * (1 - Math.exp(-Math.max(holders, tally.uses) / counted));
	const residual = Math.log2(strewn / holders);
	return Math.max(0, base + Math.log2(counted / holders) + bursts * residual);
}

// BM25's k₁.
const saturation = 1.2;

function weighTerms(
	terms: ReadonlyMap<number, number>,
	rowOf: ReadonlyMap<number, number>,
	tells: Float64Array,
	alone: number,
): WeighedTerms {
	const counts = new Map<number, number>();
	let squares = 0;
	for (const [key, count] of terms) {
		const row = rowOf.get(key);
		if (row === undefined) squares += (alone * saturated(count)) ** 2;
		else counts.set(row, count);
	}
	const rows = Int32Array.from(counts.keys()).sort();
	const raw = Float64Array.from(rows, (row) => tells[row]! * saturated(counts.get(row)!));
	for (const weight of raw) squares += weight * weight;
	const scale = vectorLength / Math.sqrt(squares);
	return { rows, weights: Uint16Array.from(raw, (weight) => Math.round(weight * scale)) };
}

function saturated(count: number): number {
	return (count * (1 + saturation)) / (count + saturation);
}
