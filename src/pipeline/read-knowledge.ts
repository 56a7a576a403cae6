import { parseSystemDecisions } from '../archive/decisions/systems.ts';
import { parseVocabulary } from '../archive/decisions/topics.ts';
import type { NameKnowledge } from '../enrich/names/find-names.ts';
import type { Content } from '../model/content.ts';
import type { NameLine } from '../model/names.ts';
import type { Lexicon } from '../model/restoration.ts';
import { refuseErrors } from './read-records.ts';

/** What is known of names before the texts are read. Throws a `ContentError` if a file of it has an error. */
export function readKnowledge(
	content: Content,
	names: readonly NameLine[],
	lexicon: Lexicon,
): NameKnowledge {
	const vocabulary = parseVocabulary(content.topics);
	const systems = parseSystemDecisions(content.systems);
	refuseErrors(content);
	return { lexicon, names, vocabulary, systems };
}
