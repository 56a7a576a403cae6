/** In how many papers a term is, and how often in all of them. */
export interface TermTally {
	papers: number;
	uses: number;
}

// What a term weighs beside what it tells.
const base = 1;
// A term of fewer papers tells no more: it may be a word of one author.
const rare = 8;
// A term of more papers has to be one of some papers rather than of all.
const frequent = 64;
const leastResidual = 0.1;

/**
 * What a term tells in an archive, of which so many papers were counted: 0 if nothing. Rarer is heavier
 * (inverse document frequency), and so is what comes in bursts, as *robot* does. *Demonstrate* does not:
 * it is in as many papers as if it were strewn over them (residual inverse document frequency, Church
 * and Gale, “Poisson Mixtures”, 1995).
 */
export function termWeight(tally: TermTally, counted: number): number {
	const papers = Math.max(1, Math.min(rare, counted / 8), tally.papers);
	const strewn = counted * (1 - Math.exp(-Math.max(papers, tally.uses) / counted));
	const residual = Math.log2(strewn / papers);
	if (papers > frequent && residual < leastResidual) return 0;
	return Math.max(0, base + Math.log2(counted / papers) + residual);
}
