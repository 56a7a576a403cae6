import type { Day, PaperId } from '../../../src/model/id.ts';
import type { TopicEntry } from '../../../src/model/vocabulary.ts';
import type { TopicPaper } from '../../../src/enrich/topics/topic-papers.ts';

/** A topic with only these lists. */
export function topic(name: string, lists: Partial<TopicEntry> = {}): TopicEntry {
	return { name, forms: [], weak: [], title: [], not: [], wider: [], was: [], ...lists };
}

/** Papers of these abstracts, one after the other. */
export function papersOf(abstracts: readonly string[], title = 'Title'): TopicPaper[] {
	return abstracts.map((abstract, index) => ({
		id: `p${index}` as PaperId,
		title,
		abstract,
		firstSeen: '2025-03-11' as Day,
	}));
}
