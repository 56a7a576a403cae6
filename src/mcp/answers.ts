import type { PaperRecord } from '../data/records.ts';
import { address } from '../model/address.ts';
import type { PaperId } from '../model/id.ts';
import type { PublishedSite } from './open-site.ts';

/** Nothing is written and nothing but the site is read. */
export const onlyReads = { readOnlyHint: true, openWorldHint: false } as const;

/** What a tool answers with: a value as JSON. */
export function answer(value: unknown) {
	return { content: [{ type: 'text' as const, text: JSON.stringify(value) }] };
}

/** What a tool answers with that has to be read to the letter. */
export function answerText(text: string) {
	return { content: [{ type: 'text' as const, text }] };
}

/** What a tool answers with when something is not there: a sentence that says what was expected. */
export function refuse(found: string, expected: string) {
	const text = `Unexpected ${found}, expected ${expected}`;
	return { content: [{ type: 'text' as const, text }], isError: true };
}

/** A paper as a line of an answer. */
export function briefPaper(
	{ id, citeKey, title, firstSeen, digests }: PaperRecord,
	{ whole }: PublishedSite,
) {
	return {
		id,
		citeKey,
		title,
		url: whole(address.paper(id as PaperId)),
		firstSeen,
		timesSeen: digests.length,
	};
}
