import type { ParsedDump } from '../../src/model/digest.ts';

const header = [
	'new',
	'Get trending papers in your email inbox!',
	'Subscribe',
	'byAK and the research community',
];

/** The text of a dump of these papers, as the feed writes it. */
export function writeDump(
	date: string,
	papers: readonly (readonly [title: string, abstract: string])[],
): string {
	return [...header, date, ...papers.flat()].join('\n\n');
}

/** The text of a list of the feed's own that has no more than it must, and `more` of each paper. */
export function writeList(
	papers: readonly (readonly [title: string, summary: string])[],
	more = {},
) {
	return JSON.stringify(
		papers.map(([title, summary], index) => ({
			paper: { id: `2604.0000${index}`, title, summary, ...more },
		})),
	);
}

/** The text a parsed dump came from, if it was written as the feed writes them. */
export function dumpText({ date, entries }: ParsedDump): string {
	return writeDump(
		date!.text,
		entries.map(({ title, abstract }) => [title.text, abstract.text]),
	);
}

/** A made-up abstract of some 200 characters, different for each number. */
export function abstractNumber(number: number): string {
	return (
		`We study question ${number} of sequence modelling and answer it with method ${number}, which keeps ${number} states. ` +
		`On ${number + 3} benchmarks it is better than the ${number + 7} methods before it. Code ${number} is available to all.`
	);
}
