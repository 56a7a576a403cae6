import type { VFile } from 'vfile';
import { topicDecisionsSchema, type TopicDecisions } from '../../model/names.ts';
import { readYaml } from './read-yaml.ts';

/** Read `content/topics.yaml`. What is no decision on topics is reported on the file with its line. */
export function parseTopicDecisions(file: VFile): TopicDecisions {
	return (
		readYaml(file, topicDecisionsSchema, 'invalid-topic-decision') ??
		topicDecisionsSchema.parse({})
	);
}
