import { address } from './address.ts';
import { trendNames } from './trend-tables.ts';
import type { ArchiveView } from './view.ts';

/** Pages and files that every archive has, whatever is in it. */
export const fixedAddresses: readonly string[] = [
	address.home,
	address.about,
	address.digests,
	address.papers,
	address.search,
	address.trends,
	...trendNames.map(address.numbers),
	address.digestFeed,
	address.paperFeed,
	address.sitemap,
	address.urls,
];

/** Every address of an archive that must answer for ever. */
export function permanentAddresses({
	papers,
	digests,
	years,
	letters,
	overview,
}: ArchiveView): string[] {
	return [
		...fixedAddresses,
		...letters.map(({ id }) => address.letter(id)),
		...years.map(({ id }) => address.year(id)),
		...years.flatMap(({ months }) => months.map(({ id }) => address.month(id))),
		...[...digests, ...overview.withdrawn].map(({ id }) => address.digest(id)),
		...[...papers, ...overview.former].map(({ id }) => address.paper(id)),
	];
}
