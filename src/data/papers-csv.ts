import { stringify } from 'csv-stringify/sync';
import { address } from '../model/address.ts';
import type { PaperView } from '../model/paper-view.ts';

/** Makes an address of the site whole. */
export type Whole = (path: string) => string;

/** The columns of `/data/papers.csv`, and what a paper has in each. */
const columns: Readonly<Record<string, (paper: PaperView, whole: Whole) => string | number>> = {
	id: ({ id }) => id,
	cite_key: ({ citeKey }) => citeKey,
	title: ({ title }) => title,
	first_seen: ({ firstSeen }) => firstSeen,
	last_seen: ({ lastSeen }) => lastSeen,
	digests: ({ seen }) => seen,
	topics: ({ topics }) => topics.map(({ name }) => name).join('; '),
	systems: ({ systems }) => systems.map(({ name }) => name).join('; '),
	links: ({ links }) => links.map(({ url }) => url).join(' '),
	excerpt: ({ excerpt }) => excerpt,
	address: ({ id }, whole) => whole(address.paper(id)),
};

/** The names of the columns, in their order. */
export const columnNames: readonly string[] = Object.keys(columns);

/**
 * The papers as a table for spreadsheets (RFC 4180), with an excerpt in the place of the abstract. A text that
 * would be taken for a formula (`=1+1`) has an apostrophe before it.
 */
export function papersCsv(papers: Iterable<PaperView>, whole: Whole): string {
	const rows = Array.from(papers, (paper) =>
		Object.values(columns).map((valueOf) => valueOf(paper, whole)),
	);
	return stringify([columnNames, ...rows], {
		record_delimiter: 'windows',
		escape_formulas: true,
		quoted_match: /[\r\n]/,
	});
}
