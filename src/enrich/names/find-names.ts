import { currentId, type Archive } from '../../model/archive.ts';
import type { Keep } from '../../model/keep.ts';
import type { NameLine, NamedFind, SystemDecisions } from '../../model/names.ts';
import type { Lexicon } from '../../model/restoration.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { findTopics } from '../topics/find-topics.ts';
import { topicFinds, type FoundTopics } from '../topics/found-topics.ts';
import type { TopicPaper } from '../topics/topic-papers.ts';
import { systemFinder } from './systems/find-systems.ts';
import type { FoundSystem, FoundSystems } from './systems/gather-systems.ts';

/** What the papers of an archive speak of. */
export interface FoundNames {
	readonly systems: FoundSystems;
	readonly topics: FoundTopics;
}

/** What is known before names are found. */
export interface NameKnowledge {
	readonly lexicon: Lexicon;
	/** Gives what was found in a text before. */
	readonly keep?: Keep | undefined;
	/** The addresses of systems and topics. */
	readonly names: readonly NameLine[];
	readonly vocabulary: Vocabulary;
	readonly systems: SystemDecisions;
}

/** Finds what the papers of an archive speak of, by the addresses of systems. */
export interface NameFinder {
	readonly find: (names: readonly NameLine[]) => FoundNames;
	/** Has kept, for a later run, what takes long in finding them by these addresses. */
	readonly prepare: (names: readonly NameLine[]) => void;
}

/** Find the named systems and the topics of an archive in what its papers say. */
export function findNames(
	archive: Archive,
	papers: readonly TopicPaper[],
	{ names, ...knowledge }: NameKnowledge,
): FoundNames {
	return nameFinder(archive, papers, knowledge).find(names);
}

/** Find names by one list of addresses after another: most of it is done once. */
export function nameFinder(
	archive: Archive,
	papers: readonly TopicPaper[],
	{ lexicon, keep, vocabulary, systems: decisions }: Omit<NameKnowledge, 'names'>,
): NameFinder {
	const current = currentId(archive);
	const addressed = (names: readonly NameLine[]) =>
		names
			.filter(({ kind }) => kind === 'system')
			.map(({ key, paper }) => ({ key, paper: paper && current(paper) }));
	const { find, judge } = systemFinder(papers, { lexicon, keep, decisions });
	return {
		find: (names) => ({
			systems: find(addressed(names)),
			topics: findTopics(papers, vocabulary, keep),
		}),
		prepare: (names) => void judge(addressed(names)),
	};
}

/** Everything found that is to have an address, in an order that new papers only add to. */
export function namedFinds({ systems, topics }: FoundNames): NamedFind[] {
	return [
		...systems.systems.filter(({ isSure }) => isSure).map(systemFind),
		...topicFinds(topics.topics),
	];
}

/** A system as what may have an address. */
export function systemFind({ key, name, introducedBy, isShared }: FoundSystem): NamedFind {
	return { kind: 'system', key, name, paper: introducedBy, isShared };
}
