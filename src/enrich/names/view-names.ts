import type { PaperId } from '../../model/id.ts';
import { lineOf, linesByKey, type NameLine, type TopicDecisions } from '../../model/names.ts';
import type {
	GoneName,
	NamedThing,
	PaperSummary,
	SystemView,
	TopicView,
} from '../../model/view.ts';
import type { Archive } from '../../model/archive.ts';
import type { FoundNames } from './find-names.ts';
import { goneNames, type LiveTopic } from './gone-names.ts';

/** The pages of systems and topics, and which of them each paper is on. */
export interface ViewedNames {
	readonly systems: readonly SystemView[];
	readonly topics: readonly TopicView[];
	/** Names that had a page and are found no more. */
	readonly gone: readonly GoneName[];
	/** The name of what each paper introduces, whether it has a page or not. */
	readonly introduced: ReadonlyMap<PaperId, string>;
	readonly systemsOf: ReadonlyMap<PaperId, readonly NamedThing[]>;
	readonly topicsOf: ReadonlyMap<PaperId, readonly NamedThing[]>;
}

// Topics that stand beside one on its page.
const mostNeighbours = 8;

/** Where a merged paper leads. */
export function targetOf({ former }: Archive): (id: PaperId) => PaperId {
	const moved = new Map(
		former.flatMap((paper) =>
			paper.kind === 'moved' ? [[paper.id, paper.into] as const] : [],
		),
	);
	return (id) => moved.get(id) ?? id;
}

/** Give what was found its pages, at the addresses of the names. What has no address yet gets one from the next ingest. */
export function viewNames(
	archive: Archive,
	{ systems, topics }: FoundNames,
	lines: readonly NameLine[],
	merged: TopicDecisions['merged'],
	summaries: ReadonlyMap<PaperId, PaperSummary>,
): ViewedNames {
	const byKey = linesByKey(lines);
	const target = targetOf(archive);
	const live = new Set<NameLine>();
	const introduced = new Map<PaperId, string>();
	const ownSystems = new Map<PaperId, NamedThing>();
	const systemsOf = new Map<PaperId, NamedThing[]>();
	const topicsOf = new Map<PaperId, NamedThing[]>();
	const systemViews = systems.flatMap(
		({ key, name, aliases, introducedBy, mentions }): Omit<SystemView, 'namesakes'>[] => {
			const line = lineOf({ kind: 'system', key, name, paper: introducedBy }, byKey, target);
			if (introducedBy !== undefined) introduced.set(introducedBy, name);
			if (!line || live.has(line)) return [];
			live.add(line);
			const thing = { slug: line.slug, name };
			if (introducedBy !== undefined) ownSystems.set(introducedBy, thing);
			const ids = [...mentions.keys()];
			for (const id of ids) add(systemsOf, id, thing, id === introducedBy);
			return [
				{
					id: line.slug,
					name,
					aliases,
					...(introducedBy && { introducedBy }),
					papers: ids.map((id) => ({ ...summaries.get(id)!, quotes: mentions.get(id)! })),
				},
			];
		},
	);
	const liveTopics: LiveTopic[] = [];
	const topicViews = topics.flatMap(({ key, name, papers }): Omit<TopicView, 'neighbours'>[] => {
		const line = lineOf({ kind: 'topic', key, name }, byKey);
		if (!line || live.has(line)) return [];
		live.add(line);
		liveTopics.push({ key, slug: line.slug, name });
		for (const id of papers) add(topicsOf, id, { slug: line.slug, name }, false);
		return [{ id: line.slug, name, papers: papers.map((id) => summaries.get(id)!) }];
	});
	return {
		systems: withNamesakes(systemViews, summaries),
		topics: topicViews.map((topic) => ({
			...topic,
			neighbours: neighboursOf(topic, topicsOf),
		})),
		gone: goneNames(
			lines.filter((line) => !live.has(line)),
			liveTopics,
			merged,
			({ paper }) => paper && ownSystems.get(target(paper)),
		),
		introduced,
		systemsOf,
		topicsOf,
	};
}

/** Systems whose names differ by case at most, told apart by their papers. */
function withNamesakes(
	systems: readonly Omit<SystemView, 'namesakes'>[],
	summaries: ReadonlyMap<PaperId, PaperSummary>,
): SystemView[] {
	const byLowerName = Map.groupBy(systems, ({ name }) => name.toLowerCase());
	return systems.map((system) => {
		const others = byLowerName
			.get(system.name.toLowerCase())!
			.filter(({ id }) => id !== system.id);
		const namesakes = others.map(({ id, introducedBy }) => ({
			slug: id,
			title: (introducedBy && summaries.get(introducedBy)?.title) ?? id,
		}));
		return { ...system, namesakes };
	});
}

function add(
	map: Map<PaperId, NamedThing[]>,
	id: PaperId,
	thing: NamedThing,
	isFirst: boolean,
): void {
	const things = map.get(id) ?? [];
	map.set(id, isFirst ? [thing, ...things] : [...things, thing]);
}

/** The topics that share most papers with one, most first. */
function neighboursOf(
	{ id, papers }: Omit<TopicView, 'neighbours'>,
	topicsOf: ReadonlyMap<PaperId, readonly NamedThing[]>,
) {
	const shared = new Map<string, { slug: string; name: string; papers: number }>();
	for (const paper of papers) {
		for (const { slug, name } of topicsOf.get(paper.id) ?? []) {
			if (slug === id) continue;
			const neighbour = shared.get(slug) ?? { slug, name, papers: 0 };
			neighbour.papers++;
			shared.set(slug, neighbour);
		}
	}
	return [...shared.values()]
		.toSorted((a, b) => b.papers - a.papers || (a.slug < b.slug ? -1 : 1))
		.slice(0, mostNeighbours);
}
