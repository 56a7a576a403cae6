import { describe, expect, test } from 'vitest';
import { nearestPapers, rowsToRead } from '../../../src/enrich/related/nearest-papers.ts';
import { paperTerms } from '../../../src/enrich/related/paper-terms.ts';
import { indexTerms, type TermIndex } from '../../../src/enrich/related/term-index.ts';
import { textsOfWords } from '../../support/texts-of-words.ts';

const indexOf = (texts: readonly string[]) => indexTerms(texts.map((text) => paperTerms('', text)));

/** How many entries of the index are read for a paper. */
function entriesRead(index: TermIndex, place: number): number {
	return [...index.papers[place]!.rows.subarray(0, rowsToRead(index, place))].reduce(
		(read, row) => read + index.starts[row + 1]! - index.starts[row]!,
		0,
	);
}

describe('nearestPapers', () => {
	const index = indexOf(textsOfWords(3_000));

	test('reads for a paper no more of the index, however many papers there are', () => {
		const read = index.papers.map((_, place) => entriesRead(index, place));
		expect(Math.max(...read)).toBeLessThanOrEqual(10_000);
		// It stops at most of these.
		expect(Math.min(...read)).toBeGreaterThan(5_000);
	});

	test('finds what reading everything finds, but for very few', () => {
		const found = nearestPapers(index, 8);
		const places = Array.from({ length: 60 }, (_, at) => at * 50);
		const missed = places.flatMap((place) =>
			comparedWithAll(index, place).filter((other) => !found[place]!.includes(other)),
		);
		expect(missed.length / places.length / 8).toBeLessThan(0.05);
	});
});

/** The eight papers nearest to one, by comparing it with all. */
function comparedWithAll({ papers }: TermIndex, place: number): number[] {
	const own = new Map(
		Array.from(papers[place]!.rows, (row, at) => [row, papers[place]!.weights[at]!]),
	);
	const score = ({ rows, weights }: TermIndex['papers'][number]) =>
		rows.reduce((sum, row, at) => sum + (own.get(row) ?? 0) * weights[at]!, 0);
	const scores = papers.map(score);
	return [...papers.keys()]
		.filter((other) => other !== place)
		.sort((a, b) => scores[b]! - scores[a]! || a - b)
		.slice(0, 8);
}
