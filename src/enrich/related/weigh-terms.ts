/** The key of each term of a paper, and how often the paper has it, by turns: those of all papers wait together. */
export type Terms = Int32Array;

/** What terms weigh in the papers of an archive: plain arrays, which can be kept as they are. */
export interface WeighedPapers {
	/** So many papers, the first of the archive, say what terms tell. */
	readonly counted: number;
	/** The key of each row: terms of the counted papers, those of the most first; then others as they come. */
	readonly keys: Int32Array;
	/** Of the terms of the counted papers: how many of these have it, and what it tells. */
	readonly holders: Int32Array;
	readonly tells: Float64Array;
	/** Where the terms of each paper end in the two lists below. */
	readonly ends: Int32Array;
	/** The rows of its terms, in order, and what each weighs in it. */
	readonly rows: Int32Array;
	readonly weights: Uint16Array;
}

// The length of a paper's weights as a vector. Products of whole numbers add up to the same in any order.
const vectorLength = 8192;

/**
 * What terms are counted over: the first papers of an archive, so that a new paper changes no weight
 * until there are two fifths more of them: 64, 90, 128, 181 …
 */
export function countedOf(papers: number): number {
	return Math.floor(2 ** (Math.floor(2 * Math.log2(papers)) / 2));
}

/**
 * Weigh the terms of papers. A term weighs in a paper what it tells in the archive, and more the more
 * often the paper has it, up to a bound, as in BM25 (Robertson and Zaragoza, “The Probabilistic Relevance
 * Framework”, 2009). A paper's weights are scaled to one length, so that the products of two are cosines.
 */
export function weighTerms(papers: readonly Terms[]): WeighedPapers {
	const counted = countedOf(papers.length);
	const tallies = [...tallyTerms(papers.slice(0, counted))].sort(
		([, a], [, b]) => b.holders - a.holders,
	);
	const none = { ends: new Int32Array(), rows: new Int32Array(), weights: new Uint16Array() };
	const known = {
		counted,
		keys: Int32Array.from(tallies, ([key]) => key),
		holders: Int32Array.from(tallies, ([, { holders }]) => holders),
		tells: Float64Array.from(tallies, ([, tally]) => telling(tally, counted)),
		...none,
	};
	return addPapers(known, papers, new Map(tallies.map(([key], row) => [key, row])));
}

/** The same with more papers behind those that were weighed. */
export function weighMore(known: WeighedPapers, papers: readonly Terms[]): WeighedPapers {
	return addPapers(known, papers, rowsOfTerms(known, papers));
}

/** Weigh papers. `rowOf` has the rows of those of their terms that are known, by their keys. */
function addPapers(
	known: WeighedPapers,
	papers: readonly Terms[],
	rowOf: Map<number, number>,
): WeighedPapers {
	const added: number[] = [];
	const untold = telling({ holders: 0, uses: 0 }, known.counted);
	const tells = (row: number) => known.tells[row] ?? untold;
	const more = papers.map((terms) => {
		const counts = new Map<number, number>();
		for (let at = 0; at < terms.length; at += 2) {
			const key = terms[at]!;
			let row = rowOf.get(key);
			if (row === undefined) {
				row = known.keys.length + added.push(key) - 1;
				rowOf.set(key, row);
			}
			counts.set(row, terms[at + 1]!);
		}
		return weighPaper(counts, tells);
	});
	let end = known.rows.length;
	return {
		...known,
		keys: joined([known.keys, Int32Array.from(added)]),
		ends: joined([known.ends, Int32Array.from(more, ({ rows }) => (end += rows.length))]),
		rows: joined([known.rows, ...more.map(({ rows }) => rows)]),
		weights: joined([known.weights, ...more.map(({ weights }) => weights)]),
	};
}

/** The rows of those terms of papers that are known: of a few papers they are few, and of an archive very many. */
function rowsOfTerms({ keys }: WeighedPapers, papers: readonly Terms[]): Map<number, number> {
	const wanted = new Set<number>();
	for (const terms of papers) for (let at = 0; at < terms.length; at += 2) wanted.add(terms[at]!);
	const rowOf = new Map<number, number>();
	keys.forEach((key, row) => {
		if (wanted.has(key)) rowOf.set(key, row);
	});
	return rowOf;
}

interface TermTally {
	/** How many papers have the term. */
	holders: number;
	/** How often they have it. */
	uses: number;
}

function tallyTerms(papers: readonly Terms[]): Map<number, TermTally> {
	const tallies = new Map<number, TermTally>();
	for (const terms of papers)
		for (let at = 0; at < terms.length; at += 2) {
			const [key, count] = [terms[at]!, terms[at + 1]!];
			const tally = tallies.get(key);
			if (!tally) tallies.set(key, { holders: 1, uses: count });
			else {
				tally.holders++;
				tally.uses += count;
			}
		}
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
	const holders = Math.max(1, Math.min(rare, counted / 8), tally.holders);
	const strewn = counted * (1 - Math.exp(-Math.max(holders, tally.uses) / counted));
	const residual = Math.log2(strewn / holders);
	return Math.max(0, base + Math.log2(counted / holders) + bursts * residual);
}

// BM25's k₁.
const saturation = 1.2;

function weighPaper(counts: ReadonlyMap<number, number>, tells: (row: number) => number) {
	const rows = Int32Array.from(counts.keys()).sort();
	const raw = Float64Array.from(rows, (row) => tells(row) * saturated(counts.get(row)!));
	const scale = vectorLength / Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
	return { rows, weights: Uint16Array.from(raw, (weight) => Math.round(weight * scale)) };
}

function saturated(count: number): number {
	return (count * (1 + saturation)) / (count + saturation);
}

function joined<Numbers extends Int32Array | Uint16Array>(
	parts: readonly [Numbers, ...Numbers[]],
): Numbers {
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const whole = new (parts[0].constructor as new (length: number) => Numbers)(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
