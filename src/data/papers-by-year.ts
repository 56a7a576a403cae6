import { address } from '../model/address.ts';
import { gzipped } from './gzipped.ts';
import { jsonLineTexts } from './json-lines.ts';
import type { PublishedFile } from './published-files.ts';
import type { PaperRecord } from './records.ts';

/** From so many papers on, the data has them in a file for each year too. */
export const fewestForYears = 20_000;

/** A paper by the year that first saw it. */
type Seen = Pick<PaperRecord, 'firstSeen'>;

/** The files that a large archive has for each year too: a new digest changes the last, and those of papers that came back. */
export function yearlyFiles(papers: Iterable<Seen>): PublishedFile[] {
	return [...byYear(papers).keys()].map((year) => ({
		name: `papers-${year}`,
		path: address.paperDataOf(year),
		type: 'application/gzip',
		description: `The papers first seen in ${year}, as JSON Lines, gzipped`,
		lines: 'paper',
	}));
}

/** What these files hold, by their paths. */
export async function yearlyContents(
	papers: readonly PaperRecord[],
): Promise<[string, Uint8Array][]> {
	const contents: [string, Uint8Array][] = [];
	for (const [year, ofYear] of byYear(papers))
		contents.push([address.paperDataOf(year), await gzipped(jsonLineTexts(ofYear))]);
	return contents;
}

/** Oldest first; none for an archive that is not large. */
function byYear<Paper extends Seen>(
	papers: Iterable<Paper>,
): ReadonlyMap<string, readonly Paper[]> {
	const all = [...papers];
	if (all.length < fewestForYears) return new Map();
	const years = Map.groupBy(all, ({ firstSeen }) => firstSeen.slice(0, 4));
	return new Map([...years].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
