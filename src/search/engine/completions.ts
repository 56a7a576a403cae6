import { foldWord } from '../text/words.ts';
import { initialOf } from '../word-file.ts';
import type { FacetValue } from './facet-table.ts';

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

/** The initials of the names that the end of a query may become. */
export function initialsToComplete(query: string): string[] {
	return beginningsOf(query).map(({ beginning }) => initialOf(beginning));
}

const wordStartRe = /(?<!\S)\S/g;

/** What of a query may be the beginning of a name, the longest first. */
function beginningsOf(query: string): { start: number; beginning: string }[] {
	return Array.from(query.matchAll(wordStartRe), ({ index }) => index)
		.slice(-longestName)
		.map((start) => ({ start, beginning: foldWord(query.slice(start)) }))
		.filter(({ beginning }) => beginning.length >= shortestBeginning);
}
