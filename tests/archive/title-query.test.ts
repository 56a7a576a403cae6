import { expect, test } from 'vitest';
import { titleQuery } from '../../src/archive/enrichment/match-arxiv.ts';
import type { Paper } from '../../src/model/paper.ts';

const queryOf = (title: string) =>
	titleQuery({ revisions: [{ title }] } as unknown as Pick<Paper, 'revisions'>);

test.each([
	['Alpha: the First, Re-Read', 'ti:"Alpha the First Re Read"'],
	// Formulas and commands are left out, and what stands on either side of them is asked for.
	[String.raw`$\epsilon$-Greedy Policies`, 'ti:"Policies"'],
	[String.raw`Fast $\infty$-formers, and Slow`, 'ti:"Fast" AND ti:"and Slow"'],
	[String.raw`In $O(n \log n)$ Time`, 'ti:"In" AND ti:"Time"'],
	[String.raw`\textbf{Bold} Claims on Poincar\'e Maps`, 'ti:"Claims on" AND ti:"Maps"'],
	['Learning H_2 and x^2', 'ti:"Learning" AND ti:"and"'],
	// A title of nothing else is asked for as it is.
	[String.raw`$\mathcal{O}(n)$`, 'ti:"mathcal O n"'],
	['From $5 Up', 'ti:"From" AND ti:"Up"'],
	['?!', ''],
	[
		Array.from({ length: 40 }, (_, index) => `w${index}`).join(' '),
		expect.stringMatching(/^ti:"w0 .* w29"$/),
	],
])('arXiv is asked for %s by its plain words', (title, query) => {
	expect(queryOf(title)).toEqual(query);
});
