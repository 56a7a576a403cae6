import type { PaperView } from '../../model/paper-view.ts';
import { termsOf, writtenTerm, type Term } from './paper-terms.ts';
import type { TermIndex } from './term-index.ts';

/** What reasons are taken from. */
export type Reasoned = Pick<PaperView, 'title' | 'abstract' | 'systems' | 'topics'>;

const mostReasons = 3;
// What more papers have is no reason to call two of them related.
const largestShare = 1 / 8;
const mostOfFew = 16;

/**
 * What readers are told that papers share: systems and topics, those of the fewest papers first, or else
 * the word or pair of words that brings the two nearest, as the first of them has it.
 */
export function sharedReasons(
	papers: readonly Reasoned[],
	index: TermIndex,
): (place: number, others: readonly number[]) => string[][] {
	const names = papers.map(({ systems, topics }) =>
		[...systems, ...topics].map(({ name }) => name),
	);
	const holders = new Map<string, number>();
	for (const name of names.flat()) holders.set(name, (holders.get(name) ?? 0) + 1);
	const most = Math.max(mostOfFew, papers.length * largestShare);
	return (place, others) => {
		const own = new Set(names[place]);
		const shared = others.map((other) =>
			names[other]!.filter((name) => own.has(name) && holders.get(name)! <= most)
				.sort((a, b) => holders.get(a)! - holders.get(b)! || (a < b ? -1 : 1))
				.slice(0, mostReasons),
		);
		if (shared.every((reasons) => reasons.length > 0)) return shared;
		const written = firstTerms(papers[place]!, index);
		return shared.map((reasons, at) => {
			if (reasons.length > 0) return reasons;
			const term = written.get(nearestTerm(index, place, others[at]!));
			return term ? [writtenTerm(term)] : [];
		});
	};
}

/** Where a paper has each of its terms first, by their rows. */
function firstTerms({ title, abstract }: Reasoned, { rowOf }: TermIndex): Map<number, Term> {
	const first = new Map<number, Term>();
	for (const text of [abstract, title]) {
		for (const term of termsOf(text)) {
			const row = rowOf.get(term.key);
			if (row !== undefined && !first.has(row)) first.set(row, term);
		}
	}
	return first;
}

/** The row of the term that gives most to two papers' product. */
function nearestTerm({ papers }: TermIndex, place: number, other: number): number {
	const [own, others] = [papers[place]!, papers[other]!];
	let best = { row: -1, gain: 0 };
	let at = 0;
	own.rows.forEach((row, index) => {
		while (others.rows[at]! < row) at++;
		const gain = others.rows[at] === row ? own.weights[index]! * others.weights[at]! : 0;
		if (gain > best.gain) best = { row, gain };
	});
	return best.row;
}
