import { abstractNumber, writeDump } from './dumps.ts';

type Entry = readonly [title: string, abstract: string];

/** Papers that are told apart by little: equal, retitled, revised, of one title, like one another. */
export const entries: readonly Entry[] = [0, 1, 2, 3].flatMap((paper): Entry[] => {
	const abstract = abstractNumber(paper * 17);
	return [
		[`Paper ${paper}: On Sequences`, abstract],
		[`PAPER ${paper} – on sequences`, abstract.replaceAll(',', ';')],
		[`Paper ${paper}: On Sequences, Retitled`, abstract],
		[`Paper ${paper}: On Sequences`, `${abstract} It was revised.`],
		[
			`Paper ${paper}: On Sequences`,
			`Birds of kind ${paper} sing at dawn over the ice of the far north. `.repeat(4).trim(),
		],
		['One Title for All', abstract],
	];
});

/** The dump of a day in March 2025 that prints these. */
export const dumpOf = (day: number, chosen: readonly number[]): string =>
	writeDump(
		`Mar ${day}`,
		chosen.map((index) => entries[index]!),
	);
