import { describe, expect, test } from 'vitest';
import { firstRowRead, nearestPapers } from '../../../src/enrich/related/nearest-papers.ts';
import { paperTerms } from '../../../src/enrich/related/paper-terms.ts';
import { indexTerms } from '../../../src/enrich/related/term-index.ts';
import { weighTerms, type WeighedPapers } from '../../../src/enrich/related/weigh-terms.ts';
import { textsOfWords } from '../../support/texts-of-words.ts';

const papersOf = (texts: readonly string[]) =>
	weighTerms(texts.map((text) => paperTerms('', text)));

/** The rows of a paper, and what each weighs in it. */
const termsOf = ({ rows, weights, ends }: WeighedPapers, place: number) =>
	Array.from(
		rows.subarray(ends[place - 1] ?? 0, ends[place]),
		(row, at) => [row, weights[(ends[place - 1] ?? 0) + at]!] as const,
	);

describe('nearestPapers', () => {
	const papers = papersOf(textsOfWords(3_000));

	test('reads for a paper no more of the index, however many papers there are', () => {
		const { starts } = indexTerms(papers);
		const read = Array.from(papers.ends, (_, place) => {
			const first = firstRowRead(papers, place);
			return termsOf(papers, place)
				.filter(([row]) => row >= first)
				.reduce((sum, [row]) => sum + starts[row + 1]! - starts[row]!, 0);
		});
		expect(Math.max(...read)).toBeLessThanOrEqual(10_000);
		// It stops at most of these.
		expect(Math.min(...read)).toBeGreaterThan(5_000);
	});

	test('finds what reading everything finds, but for very few', () => {
		const found = nearestPapers(papers, 8).nearest;
		const places = Array.from({ length: 60 }, (_, at) => at * 50);
		const missed = places.flatMap((place) =>
			comparedWithAll(papers, place).filter((other) => !found[place]!.includes(other)),
		);
		expect(missed.length / places.length / 8).toBeLessThan(0.05);
	});
});

/** The eight papers nearest to one, by comparing it with all. */
function comparedWithAll(papers: WeighedPapers, place: number): number[] {
	const own = new Map(termsOf(papers, place));
	const scores = Array.from(papers.ends, () => 0);
	let other = 0;
	papers.rows.forEach((row, at) => {
		while (at >= papers.ends[other]!) other++;
		scores[other]! += (own.get(row) ?? 0) * papers.weights[at]!;
	});
	return [...scores.keys()]
		.filter((one) => one !== place)
		.sort((a, b) => scores[b]! - scores[a]! || a - b)
		.slice(0, 8);
}
