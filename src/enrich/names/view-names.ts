import type { PaperId } from '../../model/id.ts';
import type { GoneName, SystemView, TopicView } from '../../model/name-view.ts';
import { lineOf, linesByKey, pagesBySlug, type NameLine } from '../../model/names.ts';
import type { NamedThing, PaperTopic } from '../../model/paper-view.ts';
import { viewTopics } from '../topics/view-topics.ts';
import type { FoundNames } from './find-names.ts';
import type { FoundSystem } from './find-systems.ts';
import { goneNames } from './gone-names.ts';

/** The pages of systems and topics, and which of them each paper is on. */
export interface ViewedNames {
	readonly systems: readonly SystemView[];
	readonly topics: readonly TopicView[];
	/** Names that had a page and are found no more. */
	readonly gone: readonly GoneName[];
	/** The name of what each paper introduces, whether it has a page or not. */
	readonly introduced: ReadonlyMap<PaperId, string>;
	readonly systemsOf: ReadonlyMap<PaperId, readonly NamedThing[]>;
	readonly topicsOf: ReadonlyMap<PaperId, readonly PaperTopic[]>;
}

/** What was decided of names. */
export interface NameDecisions {
	readonly lines: readonly NameLine[];
	/** Where a merged paper leads. */
	readonly current: (id: PaperId) => PaperId;
}

/** Give what was found its pages, at the addresses of the names. What has no address yet gets one from the next ingest. */
export function viewNames(found: FoundNames, { lines, current }: NameDecisions): ViewedNames {
	const byKey = linesByKey(lines);
	const systems = addressed(found.systems, ({ key, name, introducedBy }) =>
		lineOf({ kind: 'system', key, name, paper: introducedBy }, byKey, current),
	);
	const { topics, topicsOf, byKey: topicsByKey } = viewTopics(found.topics, lines);
	const live = new Set([
		...systems.map(({ thing }) => `system ${thing.slug}`),
		...topics.map(({ slug }) => `topic ${slug}`),
	]);
	const pages = pagesBySlug(lines);
	const ownSystems = new Map(systems.map(({ find, thing }) => [find.introducedBy, thing]));
	return {
		systems: withNamesakes(systems.map(viewSystem)),
		topics,
		gone: goneNames(
			lines.filter(({ kind, slug, pages }) => !pages && !live.has(`${kind} ${slug}`)),
			topicsByKey,
			({ paper }) => paper && ownSystems.get(current(paper)),
		).map((name) => ({
			...name,
			pages: name.kind === 'topic' ? pages.get(name.slug) : undefined,
		})),
		introduced: introducedNames(found.systems),
		systemsOf: thingsByPaper(
			systems.map(({ find, thing }) => [thing, find.mentions.keys()] as const),
			({ slug }, paper) => ownSystems.get(paper)?.slug === slug,
		),
		topicsOf,
	};
}

/** Something that was found, at its address. */
interface Addressed<Find> {
	readonly find: Find;
	readonly line: NameLine;
	readonly thing: NamedThing;
}

/** Those that have an address, each address once. */
function addressed<Find extends { readonly name: string }>(
	finds: readonly Find[],
	lineFor: (find: Find) => NameLine | undefined,
): Addressed<Find>[] {
	const taken = new Set<NameLine>();
	return finds.flatMap((find) => {
		const line = lineFor(find);
		if (!line || taken.has(line)) return [];
		taken.add(line);
		return { find, line, thing: { slug: line.slug, name: find.name } };
	});
}

function introducedNames(systems: readonly FoundSystem[]): Map<PaperId, string> {
	return new Map(
		systems.flatMap(({ name, introducedBy }) =>
			introducedBy === undefined ? [] : [[introducedBy, name] as const],
		),
	);
}

function viewSystem({ find, thing }: Addressed<FoundSystem>): Omit<SystemView, 'namesakes'> {
	const { aliases, introducedBy, mentions } = find;
	return {
		...thing,
		aliases,
		...(introducedBy && { introducedBy }),
		mentions: [...mentions].map(([paper, quotes]) => ({ paper, quotes })),
	};
}

/** Systems whose names differ by case at most. */
function withNamesakes(systems: readonly Omit<SystemView, 'namesakes'>[]): SystemView[] {
	const byName = Map.groupBy(systems, ({ name }) => name.toLowerCase());
	return systems.map((system) => ({
		...system,
		namesakes: byName
			.get(system.name.toLowerCase())!
			.map(({ slug }) => slug)
			.filter((slug) => slug !== system.slug),
	}));
}

/** What each paper is on the pages of; what is its own comes first. */
function thingsByPaper(
	things: readonly (readonly [NamedThing, Iterable<PaperId>])[],
	isOwn: (thing: NamedThing, paper: PaperId) => boolean = () => false,
): Map<PaperId, NamedThing[]> {
	const byPaper = new Map<PaperId, NamedThing[]>();
	for (const [thing, papers] of things) {
		for (const paper of papers) {
			const own = byPaper.get(paper) ?? [];
			byPaper.set(paper, isOwn(thing, paper) ? [thing, ...own] : [...own, thing]);
		}
	}
	return byPaper;
}
