import { address } from './address.ts';
import type { DigestId, PaperId } from './id.ts';
import type { GoneName, Overview } from './view.ts';
import { trendNames } from '../trends/trend-tables.ts';

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

type Ids<Id> = readonly { readonly id: Id }[];

/** What of an archive has addresses of its own. */
export interface Addressed {
	readonly papers: Ids<PaperId>;
	readonly digests: Ids<DigestId>;
	readonly years: readonly { readonly id: string; readonly months: Ids<string> }[];
	readonly systems: Ids<string>;
	readonly topics: Ids<string>;
	readonly overview: Pick<Overview, 'letters' | 'former' | 'withdrawn' | 'goneNames'>;
}

/** Every address of an archive that must answer for ever. */
export function permanentAddresses({
	papers,
	digests,
	years,
	systems,
	topics,
	overview,
}: Addressed): string[] {
	return [
		...fixedAddresses,
		...overview.letters.map(({ id }) => address.letter(id)),
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
function nameAddress({ kind, slug }: GoneName): string {
	return kind === 'system' ? address.system(slug) : address.topic(slug);
}
