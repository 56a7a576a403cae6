import type { PaperId } from '../../model/id.ts';
import type { GoneName, TopicView } from '../../model/name-view.ts';
import { lineOf, linesByKey, type NameLine, type TopicDecisions } from '../../model/names.ts';
import type { NamedThing } from '../../model/paper-view.ts';
import { withAddress } from './addressed.ts';
import type { FoundNames } from './find-names.ts';
import { goneNames } from './gone-names.ts';
import { viewSystems, type ViewedSystems } from './view-systems.ts';
import { phraseKey } from '../../text/words.ts';

/** The pages of systems and topics, and which of them each paper is on. */
export interface ViewedNames extends ViewedSystems {
	readonly topics: readonly TopicView[];
	/** Names that had a page and are found no more. */
	readonly gone: readonly GoneName[];
	readonly topicsOf: ReadonlyMap<PaperId, readonly NamedThing[]>;
}

/** What was decided of names. */
export interface NameDecisions {
	readonly lines: readonly NameLine[];
	readonly topics: TopicDecisions;
	/** Where a merged paper leads. */
	readonly current: (id: PaperId) => PaperId;
}

// Topics that stand beside one on its page.
const mostNeighbours = 8;

/** Give what was found its pages, at the addresses of the names. What has no address yet gets one from the next ingest. */
export function viewNames(
	found: FoundNames,
	{ lines, topics: { merged }, current }: NameDecisions,
): ViewedNames {
	const byKey = linesByKey(lines);
	const systems = withAddress(found.systems.systems, ({ key, name, introducedBy }) =>
		lineOf({ kind: 'system', key, name, paper: introducedBy }, byKey, current),
	);
	const topics = withAddress(found.topics, ({ key, name }) =>
		lineOf({ kind: 'topic', key, name }, byKey),
	);
	const live = new Set([...systems, ...topics].map(({ line }) => line));
	const ownSystems = new Map(systems.map(({ find, thing }) => [find.introducedBy, thing]));
	const topicsOf = thingsByPaper(topics.map(({ find, thing }) => [thing, find.papers] as const));
	return {
		...viewSystems(found.systems, systems),
		topics: topics.map(({ find: { papers }, thing }) => ({
			...thing,
			papers,
			neighbours: neighboursOf(thing.slug, papers, topicsOf),
		})),
		gone: goneNames(
			lines.filter((line) => !live.has(line)),
			topics.map(({ find, thing }) => ({ ...thing, key: find.key })),
			new Map(
				Object.entries(merged).map(([phrase, into]) => [
					phraseKey(phrase),
					phraseKey(into),
				]),
			),
			({ paper }) => paper && ownSystems.get(current(paper)),
		),
		topicsOf,
	};
}

/** The topics that each paper is on the pages of. */
function thingsByPaper(
	things: readonly (readonly [NamedThing, Iterable<PaperId>])[],
): Map<PaperId, NamedThing[]> {
	const byPaper = new Map<PaperId, NamedThing[]>();
	for (const [thing, papers] of things) {
		for (const paper of papers) {
			const own = byPaper.get(paper);
			if (own) own.push(thing);
			else byPaper.set(paper, [thing]);
		}
	}
	return byPaper;
}

/** The topics that share most papers with one, most first. */
function neighboursOf(
	own: string,
	papers: readonly PaperId[],
	topicsOf: ReadonlyMap<PaperId, readonly NamedThing[]>,
): TopicView['neighbours'] {
	const shared = new Map<string, NamedThing & { papers: number }>();
	for (const paper of papers) {
		for (const { slug, name } of topicsOf.get(paper) ?? []) {
			if (slug === own) continue;
			const neighbour = shared.get(slug) ?? { slug, name, papers: 0 };
			neighbour.papers++;
			shared.set(slug, neighbour);
		}
	}
	return [...shared.values()]
		.toSorted((a, b) => b.papers - a.papers || (a.slug < b.slug ? -1 : 1))
		.slice(0, mostNeighbours);
}
