import { address } from '../model/address.ts';
import type { Day, PaperId } from '../model/id.ts';
import { firstSeenIn, topicPeriods } from '../model/topic-periods.ts';
import type { Answered } from '../model/questions.ts';
import type { ArchiveView } from '../model/view.ts';

/**
 * The pages that search engines are to list, by address, with the day on which what each shows last
 * changed; `undefined` for prose. Tombstones, redirects, the search and the
 * reading list are not among them.
 */
export function lastChanges(
	archive: ArchiveView,
	answers: readonly Answered[] = [],
): Map<string, Day | undefined> {
	const { digests, papers, systems, topics, letters, years } = archive;
	const dayOf = (id: PaperId) => papers.get(id)!.firstSeen;
	const latest = newest([...digests.values()].map(({ day }) => day));
	return new Map([
		...indexes.map((index): [string, Day | undefined] => [index, latest]),
		...prose.map((page): [string, undefined] => [page, undefined]),
		...entries(ownPages(systems), ({ slug, mentions }) => [
			address.system(slug),
			newest(mentions.map(({ paper }) => dayOf(paper))),
		]),
		...entries(topics.values(), ({ slug, papers: ids }) => [
			address.topic(slug),
			newest(ids.map(dayOf)),
		]),
		...[...topics.values()].flatMap(({ slug, papers: ids, pages }) =>
			periodChanges(
				slug,
				ids.map((id) => papers.get(id)!),
				topicPeriods(pages, years),
			),
		),
		...entries(answers, ({ slug, papers: ids }) => [
			address.question(slug),
			newest(ids.map(dayOf)),
		]),
		...entries(letters, ({ id, papers: ids }) => [address.letter(id), newest(ids.map(dayOf))]),
		...entries(papers.values(), ({ id, lastSeen }) => [address.paper(id), lastSeen]),
		...calendarChanges(archive),
	]);
}

/** The digests, and the months and years that have them. */
function calendarChanges({ digests, years }: ArchiveView): [string, Day | undefined][] {
	const months = years.flatMap(({ months }) =>
		months.map(({ id, digests: ids }) => ({
			id,
			day: newest(ids.map((digest) => digests.get(digest)!.day)),
		})),
	);
	return [
		...entries(digests.values(), ({ id, day }) => [address.digest(id), day]),
		...entries(months, ({ id, day }) => [address.month(id), day]),
		...entries(years, ({ id }) => [
			address.year(id),
			newest(
				months.filter((month) => month.id.startsWith(id)).flatMap(({ day }) => day ?? []),
			),
		]),
	];
}

function ownPages(systems: ArchiveView['systems']) {
	return [...systems.values()].filter(({ forwardsTo }) => forwardsTo === undefined);
}

const prose = [address.about, address.feeds];

const indexes = [
	address.data,
	address.home,
	address.digests,
	address.papers,
	address.systems,
	address.topics,
	address.code,
	address.trends,
	address.watch,
];

function entries<Thing>(
	things: Iterable<Thing>,
	entryOf: (thing: Thing) => [string, Day | undefined],
): [string, Day | undefined][] {
	return Array.from(things, entryOf);
}

/** Of a topic’s years and months, those that have papers. */
function periodChanges(
	slug: string,
	papers: readonly { readonly firstSeen: Day }[],
	periods: readonly string[],
): [string, Day | undefined][] {
	return periods.flatMap((period) => {
		const days = firstSeenIn(papers, period).map(({ firstSeen }) => firstSeen);
		return days.length === 0 ? [] : [[address.topicPeriod(slug, period), newest(days)]];
	});
}

function newest(days: readonly Day[]): Day | undefined {
	return days.toSorted().at(-1);
}
