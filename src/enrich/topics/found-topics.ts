import type { PaperId } from '../../model/id.ts';
import type { NamedFind, PageLevel } from '../../model/names.ts';
import { mostInTopicYear, mostOnTopicPage } from '../../model/topic-periods.ts';
import type { TopicPaper } from './topic-papers.ts';

/** A topic, and the papers that have it. */
export interface FoundTopic {
	readonly key: string;
	readonly name: string;
	/** Keys of the names that it had, and of topics that it took in. */
	readonly formerKeys: readonly string[];
	/** In the order of the archive. Never empty. */
	readonly papers: readonly TopicPaper[];
	/** Whether a machine proposes it: such a one never gets an address. */
	readonly isProposed: boolean;
}

/** The topics of an archive. */
export interface FoundTopics {
	readonly topics: readonly FoundTopic[];
	/** The keys of those that a paper has. */
	readonly keysOf: ReadonlyMap<PaperId, readonly string[]>;
}

// A topic gets an address from three papers on, and keeps it when some of them go.
const fewestPapers = 3;

/** The topics that are to have an address, and how finely they are to be paged. */
export function topicFinds(topics: readonly FoundTopic[]): NamedFind[] {
	return topics
		.filter(({ papers, isProposed }) => !isProposed && papers.length >= fewestPapers)
		.map(({ key, name, formerKeys, papers }) => ({
			kind: 'topic',
			key,
			name,
			formerKeys,
			pages: pageLevel(papers),
		}));
}

function pageLevel(papers: readonly TopicPaper[]): PageLevel | undefined {
	if (papers.length <= mostOnTopicPage) return undefined;
	const years = Map.groupBy(papers, ({ firstSeen }) => firstSeen.slice(0, 4));
	return [...years.values()].some(({ length }) => length > mostInTopicYear) ? 'months' : 'years';
}
