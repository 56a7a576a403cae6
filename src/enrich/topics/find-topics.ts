import type { PaperId } from '../../model/id.ts';
import { keepNothing, type Keep } from '../../model/keep.ts';
import { topicKey, type Vocabulary } from '../../model/vocabulary.ts';
import type { FoundTopic, FoundTopics } from './found-topics.ts';
import { createTopicMatcher } from './match-topics.ts';
import { proposeTopics } from './propose-topics.ts';
import type { TopicPaper } from './topic-papers.ts';

/**
 * Find the topics of a vocabulary in papers; those of one paper in the order in which it speaks of
 * them. Without a vocabulary, what a machine proposes.
 */
export function findTopics(
	papers: readonly TopicPaper[],
	vocabulary: Vocabulary,
	keep: Keep = keepNothing,
): FoundTopics {
	if (vocabulary.length === 0) return proposeTopics(papers);
	const match = createTopicMatcher(vocabulary);
	const all = JSON.stringify(vocabulary);
	const keys = vocabulary.map(({ name }) => topicKey(name));
	const holders = vocabulary.map((): TopicPaper[] => []);
	const keysOf = new Map<PaperId, readonly string[]>();
	for (const paper of papers) {
		const found = keep('topics', [all, paper.title, paper.abstract], () => match(paper))!;
		for (const topic of found) holders[topic]!.push(paper);
		keysOf.set(
			paper.id,
			found.map((topic) => keys[topic]!),
		);
	}
	const topics = vocabulary.map(({ name, was }, topic): FoundTopic => ({
		key: keys[topic]!,
		name,
		formerKeys: was.map(topicKey),
		papers: holders[topic]!,
		isProposed: false,
	}));
	return { topics: topics.filter((topic) => topic.papers.length > 0), keysOf };
}
