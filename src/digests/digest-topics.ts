import type { EntryView } from '../model/digest-view.ts';
import type { PaperId } from '../model/id.ts';
import type { PaperTopic, PaperView } from '../model/paper-view.ts';

/** A topic, and how many papers of a digest are on it. */
export interface DigestTopic extends PaperTopic {
	readonly papers: number;
}

/** The topics that most papers of a digest share, at least two of them. */
export function digestTopics(
	entries: readonly EntryView[],
	papers: ReadonlyMap<PaperId, Pick<PaperView, 'topics'>>,
	most: number,
): DigestTopic[] {
	const topics = new Map<string, PaperTopic & { papers: number }>();
	for (const id of new Set(entries.map(({ paper }) => paper))) {
		for (const topic of papers.get(id)?.topics ?? []) {
			const counted = topics.get(topic.slug) ?? { ...topic, papers: 0 };
			counted.papers++;
			topics.set(topic.slug, counted);
		}
	}
	return [...topics.values()]
		.filter(({ papers }) => papers > 1)
		.toSorted((a, b) => b.papers - a.papers || (a.slug < b.slug ? -1 : 1))
		.slice(0, most);
}
