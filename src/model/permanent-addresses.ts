import { address } from './address.ts';
import type { ArchiveView, GoneName } from './view.ts';
import { trendNames } from './trend-tables.ts';

/** Pages and files that every archive has, whatever is in it. */
export const fixedAddresses: readonly string[] = [
	address.home,
	address.about,
	address.digests,
	address.papers,
	address.systems,
	address.topics,
	address.code,
	address.search,
	address.saved,
	address.trends,
	...trendNames.map(address.numbers),
	address.digestFeed,
	address.paperFeed,
	address.sitemap,
	address.urls,
	address.paperData,
];

/** Every address of an archive that must answer for ever. */
export function permanentAddresses({
	papers,
	digests,
	years,
	letters,
	systems,
	topics,
	overview,
}: ArchiveView): string[] {
	return [
		...fixedAddresses,
		...letters.map(({ id }) => address.letter(id)),
		...systems.map(({ id }) => address.system(id)),
		...topics.map(({ id }) => address.topic(id)),
		...overview.goneNames.map(nameAddress),
		...years.map(({ id }) => address.year(id)),
		...years.flatMap(({ months }) => months.map(({ id }) => address.month(id))),
		...[...digests, ...overview.withdrawn].map(({ id }) => address.digest(id)),
		...[...papers, ...overview.former].map(({ id }) => address.paper(id)),
	];
}

/** Where a name's page is, or was. */
export function nameAddress({ kind, slug }: Pick<GoneName, 'kind' | 'slug'>): string {
	return kind === 'system' ? address.system(slug) : address.topic(slug);
}
