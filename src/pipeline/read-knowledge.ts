import type { VFile } from 'vfile';
import { parseSystemDecisions } from '../archive/decisions/systems.ts';
import { parseVocabulary } from '../archive/decisions/topics.ts';
import type { NameKnowledge } from '../enrich/names/find-names.ts';
import { hasErrors } from '../diagnostics.ts';
import type { Content } from '../model/content.ts';
import { keepNothing, type Keep, type KeptKind } from '../model/keep.ts';
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
	const read = <Read>(kind: KeptKind, file: VFile, parse: (file: VFile) => Read) =>
		keep(kind, [String(file)], () => {
			const result = parse(file);
			return hasErrors([file]) ? undefined : result;
		});
	const vocabulary =
		last?.text === text ? last.vocabulary : read('vocabulary', content.topics, parseVocabulary);
	const systems = read('systems', content.systems, parseSystemDecisions);
	refuseErrors(content);
	last = { text, vocabulary: vocabulary! };
	return { lexicon, names, vocabulary: vocabulary!, systems: systems! };
}
