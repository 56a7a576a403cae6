import { systemPages, type NamedThing } from '../../model/paper-view.ts';
import type { SearchedPaper } from './searched-paper.ts';
import type { NamedSystem, NamedTopic, NamesFile } from '../name-file.ts';
import type { TopicsFile } from '../index-files.ts';
import { foldWord } from '../text/words.ts';
import { initialOf, initials } from '../word-file.ts';
import type { TermIndex } from './term-index.ts';

/** What has a name: the names of the topics, and all there is to a name by its initial. */
export interface NameFiles {
	readonly topics: TopicsFile;
	readonly byInitial: ReadonlyMap<string, NamesFile>;
}

/** The systems and topics of the papers, and the acronyms among them. */
export function nameFilesOf(
	papers: readonly SearchedPaper[],
	{ acronyms }: Pick<TermIndex, 'acronyms'>,
): NameFiles {
	const introducing = Map.groupBy(papers.keys(), (number) => papers[number]!.system);
	const systems = countThings(papers.map(systemsOf)).map(
		({ name, slug, count }): [string, NamedSystem] => [
			name,
			[slug, count, ...(introducing.get(name) ?? [])],
		],
	);
	const topics = countThings(papers.map(topicsOf)).map(
		({ name, slug, count }): [string, NamedTopic] => [name, [slug, count]],
	);
	const keys = Array.from(acronyms, ([short, phrase]) => [short, phrase.join('')] as const);
	const [systemsBy, topicsBy, keysBy] = [groupRows(systems), groupRows(topics), groupRows(keys)];
	const fileOf = (initial: string): NamesFile => ({
		systems: Object.fromEntries(systemsBy.get(initial) ?? []),
		topics: Object.fromEntries(topicsBy.get(initial) ?? []),
		acronyms: Object.fromEntries(keysBy.get(initial) ?? []),
	});
	return {
		topics: topics.map(([name]) => name),
		byInitial: new Map(initials.map((initial) => [initial, fileOf(initial)])),
	};
}

/** The topics that have a page. */
function topicsOf({ topics }: SearchedPaper): readonly NamedThing[] {
	return topics.filter(({ isLabel }) => !isLabel);
}

/** The systems that have a page, and the one that the paper introduces, which may have none. */
function systemsOf({ system, systems }: SearchedPaper): readonly NamedThing[] {
	const own = systems.find(({ name }) => name === system);
	return [
		...systemPages(systems),
		...(system === undefined ? [] : [{ name: system, slug: own?.slug ?? '' }]),
	];
}

/** Each with how many papers have it, most first. */
function countThings(ofPapers: readonly (readonly NamedThing[])[]) {
	const things = new Map<string, NamedThing & { count: number }>();
	for (const own of ofPapers)
		for (const { name, slug } of new Map(own.map((thing) => [thing.name, thing])).values()) {
			const count = (things.get(name)?.count ?? 0) + 1;
			things.set(name, { name, slug, count });
		}
	return [...things.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** By the initials of their names. */
function groupRows<Value>(rows: readonly (readonly [string, Value])[]) {
	return Map.groupBy(rows, ([name]) => initialOf(foldWord(name)));
}
