import type { PaperId } from '../../model/id.ts';
import type { TopicView } from '../../model/name-view.ts';
import { lineOf, linesByKey, pagesBySlug, type NameLine } from '../../model/names.ts';
import type { PaperTopic } from '../../model/paper-view.ts';
import type { FoundTopic, FoundTopics } from './found-topics.ts';
import { neighboursOf } from './neighbours.ts';

/** The pages of topics, and what each paper shows of them. */
export interface ViewedTopics {
	readonly topics: readonly TopicView[];
	readonly topicsOf: ReadonlyMap<PaperId, readonly PaperTopic[]>;
	/** The topics with an address, by all keys that lead there. */
	readonly byKey: ReadonlyMap<string, TopicView>;
}

/** Give topics their pages, at the addresses of the names. One that has none is a label on its papers. */
export function viewTopics(
	{ topics, keysOf }: FoundTopics,
	lines: readonly NameLine[],
): ViewedTopics {
	const named = linesByKey(lines);
	const pages = pagesBySlug(lines);
	const shown = new Map(topics.map((topic) => [topic.key, paperTopic(topic, named)]));
	const topicsOf = new Map(
		Array.from(keysOf, ([paper, keys]) => [paper, keys.map((key) => shown.get(key)!)] as const),
	);
	const neighbours = neighboursOf([...topicsOf.values()]);
	const byKey = new Map<string, TopicView>();
	const views = topics.flatMap(({ key, formerKeys, papers }) => {
		const { slug, name, isLabel } = shown.get(key)!;
		if (isLabel) return [];
		const view: TopicView = {
			slug,
			name,
			papers: papers.map(({ id }) => id),
			neighbours: neighbours(slug),
			pages: pages.get(slug),
		};
		for (const one of [key, ...formerKeys]) byKey.set(one, view);
		return view;
	});
	return { topics: views, topicsOf, byKey };
}

function paperTopic(
	{ key, name, formerKeys, isProposed }: FoundTopic,
	lines: ReadonlyMap<string, readonly NameLine[]>,
): PaperTopic {
	const line = isProposed ? undefined : lineOf({ kind: 'topic', key, name, formerKeys }, lines);
	return line ? { slug: line.slug, name } : { slug: key, name, isLabel: true };
}
