import type { Archive } from '../../model/archive.ts';
import type { NamedFind, TopicDecisions } from '../../model/names.ts';
import { currentRevision } from '../../model/paper.ts';
import type { Lexicon } from '../../model/restoration.ts';
import { phraseKey } from '../../text/words.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import { findSystems, type FoundSystem, type PaperText } from './find-systems.ts';
import { findTopics, type FoldedDecisions, type FoundTopic } from './find-topics.ts';

/** What the papers of an archive speak of. */
export interface FoundNames {
	readonly systems: readonly FoundSystem[];
	readonly topics: readonly FoundTopic[];
}

/** Find the named systems and the topics of an archive. */
export function findNames(
	{ papers }: Archive,
	texts: RestoredTexts,
	decisions: TopicDecisions,
	lexicon: Lexicon,
): FoundNames {
	const shown = papers.map((paper): PaperText => {
		const { title, abstract } = texts.of(currentRevision(paper));
		return { id: paper.id, title: title.plain, abstract: abstract.plain };
	});
	return {
		systems: findSystems(shown, lexicon),
		topics: findTopics(shown, foldDecisions(decisions)),
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
		...topics.map(({ key, name }): NamedFind => ({ kind: 'topic', key, name })),
	];
}

/** Fold the phrases of decisions, so that each stands for all its forms. */
export function foldDecisions({ names, merged, forbidden }: TopicDecisions): FoldedDecisions {
	return {
		names: new Map(Object.entries(names).map(([phrase, name]) => [phraseKey(phrase), name])),
		merged: new Map(
			Object.entries(merged).map(([phrase, into]) => [phraseKey(phrase), phraseKey(into)]),
		),
		forbidden: new Set(forbidden.map(phraseKey)),
	};
}
