import { address, citationEndings } from './address.ts';
import type { ArchiveView } from './view.ts';
import type { GoneName } from './name-view.ts';
import type { PageLevel } from './names.ts';
import { topicPeriods } from './topic-periods.ts';
import { trendNames } from './trends.ts';
import { workerAddress } from './worker-address.ts';

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
	address.watch,
	...trendNames.map(address.numbers),
	address.digestFeed,
	address.paperFeed,
	address.feeds,
	address.digestJsonFeed,
	address.paperJsonFeed,
	address.feedList,
	address.sitemap,
	address.openSearch,
	address.urls,
	address.register,
	workerAddress,
	address.data,
	address.paperData,
	address.digestData,
	address.systemData,
	address.topicData,
	address.paperTable,
	address.paperParquet,
	address.database,
	address.dataPackage,
	address.api,
	address.modelsNote,
	...['paper', 'digest', 'system', 'topic'].map(address.schema),
];

/** A question's feeds answer as long as its page does: whoever follows one is not to be left without a word. */
function questionAddresses(slug: string): string[] {
	return [address.question(slug), address.questionFeed(slug), address.questionJsonFeed(slug)];
}

/** Every address of an archive that must answer for ever. */
export function permanentAddresses({
	papers,
	digests,
	years,
	letters,
	systems,
	topics,
	former,
	withdrawn,
	goneNames,
	questions,
}: ArchiveView): string[] {
	const topicAddresses = (slug: string, pages: PageLevel | undefined) => [
		address.topic(slug),
		...topicPeriods(pages, years).map((period) => address.topicPeriod(slug, period)),
	];
	const goneAddresses = ({ kind, slug, pages }: GoneName) => {
		if (kind === 'system') return [address.system(slug)];
		return kind === 'question' ? questionAddresses(slug) : topicAddresses(slug, pages);
	};
	const printed = [...digests.keys(), ...withdrawn.map(({ id }) => id)];
	return [
		...fixedAddresses,
		...letters.map(({ id }) => address.letter(id)),
		...[...systems.keys()].map(address.system),
		...[...topics.values()].flatMap(({ slug, pages }) => topicAddresses(slug, pages)),
		...questions.flatMap(({ slug }) => questionAddresses(slug)),
		...goneNames.flatMap(goneAddresses),
		...years.map(({ id }) => address.year(id)),
		...years.flatMap(({ months }) => months.map(({ id }) => address.month(id))),
		...printed.map(address.digest),
		...printed.flatMap((id) => citationEndings.map((end) => address.citations(id, end))),
		...[...papers.keys(), ...former.map(({ id }) => id)].map(address.paper),
	];
}
