import { keepingLast } from './lazily.ts';
import type { Query } from './query.ts';
import { understand, type Understanding } from './understanding.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fetchVocabulary, needsOf, type WordNeeds, type WordSource } from './word-source.ts';

/** A query in the words of the vocabulary that it was read with. */
export interface QueryReading {
	readonly understood: Understanding;
	readonly vocabulary: Vocabulary;
}

/** Make what reads queries of so many papers. Only for a word that no paper has are all words looked through. */
export function createQueryReader(
	source: WordSource,
): (query: Query, papers: number) => Promise<QueryReading> {
	// While one types, most questions need the same words.
	const vocabularyFor = keepingLast((needs: WordNeeds) => fetchVocabulary(source, needs));
	const read = async (query: Query, needs: WordNeeds, papers: number) => {
		const vocabulary = await vocabularyFor(needs);
		return { understood: understand(query, vocabulary, papers), vocabulary };
	};
	return async (query, papers) => {
		const needs = needsOf(query);
		const reading = await read(query, needs, papers);
		const isKnown = reading.understood.unknown.length === 0;
		return isKnown ? reading : read(query, { ...needs, initials: 'all' }, papers);
	};
}
