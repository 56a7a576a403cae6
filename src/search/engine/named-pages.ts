import { address } from '../../model/address.ts';
import { foldWord } from '../text/words.ts';
import { initialOf } from '../word-file.ts';
import type { Lead, LeadSource } from './leads.ts';

/** The page of a topic or a system, and how many papers it has. */
export interface NamedPage extends Lead {
	readonly count: number;
}

const mostOfAKind = 3;
// From one letter every name follows.
const shortestBeginning = 2;

/**
 * Pages that a query may become: topics that have it as the beginning of a word (`experts` leads to
 * `Mixture of Experts`), and systems that begin with it; most papers first. `topics` are all there are, in the same
 * order.
 */
export async function namedPagesFor(
	query: string,
	topics: Iterable<string>,
	{ names }: Pick<LeadSource, 'names'>,
): Promise<NamedPage[]> {
	const beginning = foldWord(query);
	if (beginning.length < shortestBeginning) return [];
	const found = [...topics].filter((topic) => hasBeginning(topic, beginning));
	const initials = [beginning, ...found.slice(0, mostOfAKind).map(foldWord)].map(initialOf);
	const files = await Promise.all([...new Set(initials)].map(names));
	const ofTopics = files
		.flatMap((file) => Object.entries(file.topics))
		.filter(([name]) => hasBeginning(name, beginning))
		.map(([name, [slug, count]]): NamedPage => {
			return { kind: 'topic', name, url: address.topic(slug), count };
		});
	const ofSystems = files
		.flatMap((file) => Object.entries(file.systems))
		.filter(([name, [slug]]) => slug !== '' && foldWord(name).startsWith(beginning))
		.map(([name, [slug, count]]): NamedPage => {
			return { kind: 'system', name, url: address.system(slug), count };
		});
	return [ofTopics, ofSystems].flatMap((pages) =>
		pages.toSorted((a, b) => b.count - a.count).slice(0, mostOfAKind),
	);
}

const spaceRe = /[\s-]+/;

function hasBeginning(name: string, beginning: string): boolean {
	const words = name.split(spaceRe);
	return words.some((_, at) => foldWord(words.slice(at).join('')).startsWith(beginning));
}
