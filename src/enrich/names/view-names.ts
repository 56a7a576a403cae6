import type { PaperId } from '../../model/id.ts';
import type { GoneName, TopicView } from '../../model/name-view.ts';
import { lineOf, linesByKey, pagesBySlug, type NameLine } from '../../model/names.ts';
import type { PaperTopic } from '../../model/paper-view.ts';
import { viewTopics } from '../topics/view-topics.ts';
import { withAddress } from './addressed.ts';
import { systemFind, type FoundNames } from './find-names.ts';
import { goneNames } from './gone-names.ts';
import { viewSystems, type ViewedSystems } from './view-systems.ts';

/** The pages of systems and topics, and which of them each paper is on. */
export interface ViewedNames extends ViewedSystems {
	readonly topics: readonly TopicView[];
	/** Names that had a page and are found no more. */
	readonly gone: readonly GoneName[];
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
	const systems = withAddress(found.systems.systems, (system) =>
		lineOf(systemFind(system), byKey, current),
	);
	const { topics, topicsOf, byKey: topicsByKey } = viewTopics(found.topics, lines);
	const live = new Set([
		...systems.map(({ thing }) => `system ${thing.slug}`),
		...topics.map(({ slug }) => `topic ${slug}`),
	]);
	const pages = pagesBySlug(lines);
	const ownSystems = new Map(systems.map(({ find, thing }) => [find.introducedBy, thing]));
	return {
		...viewSystems(found.systems, systems),
		topics,
		gone: goneNames(
			lines.filter(({ kind, slug, pages }) => !pages && !live.has(`${kind} ${slug}`)),
			topicsByKey,
			({ paper }) => paper && ownSystems.get(current(paper)),
		).map((name) => ({
			...name,
			pages: name.kind === 'topic' ? pages.get(name.slug) : undefined,
		})),
		topicsOf,
	};
}
