import { quote } from '../diagnostics.ts';
import { address } from '../model/address.ts';
import type { Archive } from '../model/archive.ts';
import type { DumpChange, Merge, Removal } from '../model/corrections.ts';
import type { PaperId } from '../model/id.ts';
import { currentRevision } from '../model/paper.ts';
import { addCorrection, dropCorrections } from './decisions/edit-corrections.ts';

/** What a person asks to be corrected. */
export type CorrectionRequest =
	| ({ readonly verb: 'merge' } & Merge)
	| ({ readonly verb: 'remove' } & Removal)
	| { readonly verb: 'restore'; readonly paper: PaperId }
	| ({ readonly verb: 'accept' | 'withdraw' } & Omit<DumpChange, 'withdrawn'>);

/** The text of the corrections after a request. */
export function correctedText(text: string, request: CorrectionRequest): string {
	switch (request.verb) {
		case 'merge': {
			const { verb: _, ...item } = request;
			return addCorrection(text, { section: 'merged', item });
		}
		case 'remove': {
			const { verb: _, ...item } = request;
			return addCorrection(text, { section: 'removed', item });
		}
		case 'restore':
			return dropCorrections(text, request.paper);
		case 'accept': {
			const { verb: _, ...item } = request;
			return addCorrection(text, { section: 'dumps', item });
		}
		default: {
			const { verb: _, ...item } = request;
			return addCorrection(text, { section: 'dumps', item: { ...item, withdrawn: 'true' } });
		}
	}
}

/**
 * What will answer otherwise, a sentence each. Without an archive before, because an edit was not
 * accepted yet, or after, because ingest has still to give wordings their papers, nothing can be told.
 */
export function changesBetween(before: Archive | undefined, after: Archive | undefined): string[] {
	if (!before || !after) return [];
	const old = answers(before);
	return [...answers(after)].flatMap(([place, answer]) =>
		old.get(place) === answer || old.size === 0 ? [] : [`${place} ${answer}`],
	);
}

/** What answers at the address of each paper and digest, in words. */
function answers({ papers, former, digests, withdrawn }: Archive): Map<string, string> {
	return new Map([
		...papers.map((paper): [string, string] => [
			address.paper(paper.id),
			`shows “${quote(currentRevision(paper).title)}”, seen in ${paper.appearances.length}`,
		]),
		...former.map((paper): [string, string] => [
			address.paper(paper.id),
			paper.kind === 'moved'
				? `leads to ${address.paper(paper.into)}`
				: 'becomes a tombstone',
		]),
		...digests.map(({ id }): [string, string] => [address.digest(id), 'shows its digest']),
		...withdrawn.map(({ id }): [string, string] => [address.digest(id), 'becomes a tombstone']),
	]);
}

/** What a person should know, or do next, beside that. */
export function noteOf({ verb }: CorrectionRequest): string[] {
	if (verb === 'remove')
		return ['Its text goes from pages, search, feeds and lists; its dumps stay as they are.'];
	if (verb === 'accept')
		return ['If the dump has new papers or wordings, run `npm run ingest` next.'];
	return [];
}
