import { foldWord } from '../text/words.ts';
import { initialOf } from '../word-file.ts';
import type { FacetValue } from './facet-table.ts';
import type { LeadSource } from './leads.ts';

const offered = 6;
// From one letter every name follows.
const shortestBeginning = 2;
// As many words as a name has.
const longestName = 4;

/** A name that the end of a query may become, and the query that it would make. */
export interface Completion {
	readonly name: string;
	readonly count: number;
	readonly query: string;
}

/** Names that begin as a query ends: `linear mam` may become `linear Mamba`. */
export function completionsOf(query: string, names: readonly FacetValue[]): Completion[] {
	for (const { start, beginning } of beginningsOf(query)) {
		const found = names.filter(({ value }) => {
			const name = foldWord(value);
			return name !== beginning && name.startsWith(beginning);
		});
		if (found.length === 0) continue;
		return found.slice(0, offered).map(({ value, count }) => ({
			name: value,
			count,
			query: query.slice(0, start) + value,
		}));
	}
	return [];
}

/** The systems that the end of a query may become, most papers first. */
export async function fetchNames(
	source: Pick<LeadSource, 'names'>,
	query: string,
): Promise<FacetValue[]> {
	const initials = beginningsOf(query).map(({ beginning }) => initialOf(beginning));
	const files = await Promise.all([...new Set(initials)].map(source.names));
	return files
		.flatMap(({ systems }) => Object.entries(systems))
		.map(([value, [, count]]) => ({ value, count }))
		.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const wordStartRe = /(?<!\S)\S/g;

/** What of a query may be the beginning of a name, the longest first. */
function beginningsOf(query: string): { start: number; beginning: string }[] {
	return Array.from(query.matchAll(wordStartRe), ({ index }) => index)
		.slice(-longestName)
		.map((start) => ({ start, beginning: foldWord(query.slice(start)) }))
		.filter(({ beginning }) => beginning.length >= shortestBeginning);
}
