import type { Archive } from '../../model/archive.ts';
import type { NamedFind } from '../../model/names.ts';
import type { Lexicon } from '../../model/restoration.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import { findTopics } from '../topics/find-topics.ts';
import { topicFinds, type FoundTopics } from '../topics/found-topics.ts';
import { topicPapers } from '../topics/topic-papers.ts';
import { findSystems, type FoundSystem } from './find-systems.ts';

/** What the papers of an archive speak of. */
export interface FoundNames {
	readonly systems: readonly FoundSystem[];
	readonly topics: FoundTopics;
}

/** Find the named systems and the topics of an archive. */
export function findNames(
	{ papers }: Archive,
	texts: RestoredTexts,
	vocabulary: Vocabulary,
	lexicon: Lexicon,
): FoundNames {
	const shown = topicPapers(papers, texts);
	return {
		systems: findSystems(shown, lexicon),
		topics: findTopics(shown, vocabulary),
	};
}

/** Everything found that is to have an address, in an order that new papers only add to. */
export function namedFinds({ systems, topics }: FoundNames): NamedFind[] {
	return [
		...systems.map(({ key, name, introducedBy }): NamedFind => ({
			kind: 'system',
			key,
			name,
			paper: introducedBy,
		})),
		...topicFinds(topics.topics),
	];
}
