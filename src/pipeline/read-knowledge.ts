import { parseSystemDecisions } from '../archive/decisions/systems.ts';
import { parseVocabulary } from '../archive/decisions/topics.ts';
import type { NameKnowledge } from '../enrich/names/find-names.ts';
import { hasErrors } from '../diagnostics.ts';
import type { Content } from '../model/content.ts';
import { keepNothing, type Keep } from '../model/keep.ts';
import type { NameLine } from '../model/names.ts';
import type { Lexicon } from '../model/restoration.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { refuseErrors } from './read-records.ts';

// Whoever reads several archives in one process mostly goes by one list.
let last: { readonly text: string; readonly vocabulary: Vocabulary } | undefined;

/** What is known of names before the texts are read. Throws a `ContentError` if a file of it has an error. */
export function readKnowledge(
	content: Content,
	names: readonly NameLine[],
	lexicon: Lexicon,
	keep: Keep = keepNothing,
): NameKnowledge {
	const text = String(content.topics);
	const parse = () => {
		const vocabulary = parseVocabulary(content.topics);
		return hasErrors([content.topics]) ? undefined : vocabulary;
	};
	const vocabulary =
		last?.text === text ? last.vocabulary : (keep('vocabulary', [text], parse) ?? []);
	const systems = parseSystemDecisions(content.systems);
	refuseErrors(content);
	last = { text, vocabulary };
	return { lexicon, names, vocabulary, systems };
}
