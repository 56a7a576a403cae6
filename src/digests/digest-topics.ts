import type { EntryView } from '../model/digest-view.ts';
import type { PaperId } from '../model/id.ts';
import type { NamedThing, PaperView } from '../model/paper-view.ts';

/** A topic, and how many papers of a digest are on it. */
export interface DigestTopic extends NamedThing {
	readonly papers: number;
}

/** The topics that most papers of a digest share, at least two of them. */
export function digestTopics(
	entries: readonly EntryView[],
	papers: ReadonlyMap<PaperId, Pick<PaperView, 'topics'>>,
	most: number,
): DigestTopic[] {
	const topics = new Map<string, NamedThing & { papers: number }>();
	for (const id of new Set(entries.map(({ paper }) => paper))) {
		for (const { slug, name } of papers.get(id)?.topics ?? []) {
			const topic = topics.get(slug) ?? { slug, name, papers: 0 };
			topic.papers++;
			topics.set(slug, topic);
		}
	}
	return [...topics.values()]
		.filter(({ papers }) => papers > 1)
		.toSorted((a, b) => b.papers - a.papers || (a.slug < b.slug ? -1 : 1))
		.slice(0, most);
}
