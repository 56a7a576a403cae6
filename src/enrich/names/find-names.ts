import type { Archive } from '../../model/archive.ts';
import type { NameLine, NamedFind, SystemDecisions, TopicDecisions } from '../../model/names.ts';
import { digestIdParts } from '../../model/id.ts';
import { currentRevision } from '../../model/paper.ts';
import type { Lexicon } from '../../model/restoration.ts';
import { phraseKey } from '../../text/words.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import { findTopics, type FoldedDecisions, type FoundTopic } from './find-topics.ts';
import { findSystems } from './systems/find-systems.ts';
import type { FoundSystems, PaperText } from './systems/gather-systems.ts';

/** What the papers of an archive speak of. */
export interface FoundNames {
	readonly systems: FoundSystems;
	readonly topics: readonly FoundTopic[];
}

/** What is known before names are found. */
export interface NameKnowledge {
	readonly lexicon: Lexicon;
	/** The addresses of systems and topics. */
	readonly names: readonly NameLine[];
	readonly topics: TopicDecisions;
	readonly systems: SystemDecisions;
}

/** Find the named systems and the topics of an archive. */
export function findNames(
	{ papers }: Archive,
	texts: RestoredTexts,
	{ lexicon, names, topics, systems }: NameKnowledge,
): FoundNames {
	const shown = papers.map((paper): PaperText => {
		const { title, abstract } = texts.of(currentRevision(paper));
		const { day } = digestIdParts(paper.appearances[0].digest);
		return { id: paper.id, day, title: title.plain, abstract: abstract.plain };
	});
	const addressed = new Set(names.filter(({ kind }) => kind === 'system').map(({ key }) => key));
	return {
		systems: findSystems(shown, { lexicon, decisions: systems, addressed }),
		topics: findTopics(shown, foldDecisions(topics)),
	};
}

/** Everything found that is to have an address, in an order that new papers only add to. */
export function namedFinds({ systems, topics }: FoundNames): NamedFind[] {
	return [
		...systems.systems
			.filter(({ isSure }) => isSure)
			.map(({ key, name, introducedBy }): NamedFind => ({
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
