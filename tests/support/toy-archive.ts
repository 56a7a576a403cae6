import { join } from 'node:path';
import { inject } from 'vitest';
import { readSite, type BuiltSite } from './built-site.ts';
import { readDigests, readIds } from './read-content.ts';
import { root } from './run-script.ts';

/** The folder of the toy archive; its `README.md` says what is in it. */
export const toyFolder = join(root, 'tests/fixtures/toy-archive');

/** What became of papers of the toy archive. */
export const toyPapers = {
	/** In five digests. */
	often: 'dwwcen884w',
	revised: '235tjs7k57',
	/** Revised, and back to its first wording. */
	revisedAndBack: 'rjwb887ngr',
	retitled: '31f00e50bn',
	/** Merged into it: `twin`. */
	merged: 'm017r9stns',
	twin: 'x1pm091fn8',
	/** Merged into one another: `chain[0]` into `chain[1]` into this. */
	endOfChain: 'bayy08he6n',
	chain: ['k8r8dg418w', '8qkfdq8cf1'],
	removed: 'hhe36vy49r',
	/** Removed by the name of the one that was merged into it: `removedTwin`. */
	removedByMerge: 'wmyygqf7ak',
	removedTwin: 'rg3xxbv4ex',
	/** In no dump but the one that was withdrawn. */
	withdrawn: ['8fy2rhbe2a', '2fjeyahp15', '1thwkvv4k6'],
	/** Twice in one dump. */
	printedTwice: 'fyxj1d1vpw',
	/** Of a dump that was edited and accepted. */
	edited: '441saqn4m8',
} as const;

/** Every id of a toy paper that has no page of its own any more. */
export const formerToyPapers: readonly string[] = [
	toyPapers.twin,
	...toyPapers.chain,
	toyPapers.removed,
	toyPapers.removedByMerge,
	toyPapers.removedTwin,
	...toyPapers.withdrawn,
];

/** The papers of whose abstract a person decided, with what is shown. */
export const decidedToyTexts: ReadonlyMap<string, string> = new Map([
	['11kpkbx1wt', 'O(L^(4/3))'],
	['1y4pe6y7z6', '2.38×'],
	['378k4tc61b', '*a star*'],
]);

/** Its dumps, oldest first. */
export const toyDigests = readDigests(toyFolder);

/** The ids of its papers that have a page, oldest first. */
export const shownToyPapers = readIds(toyFolder).filter((id) => !formerToyPapers.includes(id));

/** The toy archive's site, built for `/`. */
export function toySite(): BuiltSite {
	return readSite(inject('site'), '/', 'https://offprint.example');
}

/** The toy archive's site in German. */
export function germanSite(): BuiltSite {
	return readSite(inject('germanSite'), '/de/', 'https://example.org');
}

/** The toy archive's site, built for `/repo/`. */
export function toyRepoSite(): BuiltSite {
	return readSite(inject('repoSite'), '/repo/', 'https://example.org');
}
