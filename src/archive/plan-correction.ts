import { quote } from '../diagnostics.ts';
import { address } from '../model/address.ts';
import type { Archive } from '../model/archive.ts';
import type { Decision, DumpChange, Merge, Removal } from '../model/corrections.ts';
import type { DigestId, PaperId } from '../model/id.ts';
import { currentRevision, type Paper } from '../model/paper.ts';
import {
	addCorrection,
	dropDumpCorrections,
	dropPaperCorrections,
} from './decisions/edit-corrections.ts';
import type { Records } from './plan-ingest.ts';
import { rivalOf } from './split-wordings.ts';

/** What a person asks to be corrected. */
export type CorrectionRequest =
	| ({ readonly verb: 'merge' } & Merge)
	| SplitRequest
	| ({ readonly verb: 'remove' } & Removal)
	| ({ readonly verb: 'restore'; readonly paper: PaperId } & Decision)
	| { readonly verb: 'put-back'; readonly digest: DigestId }
	| ({ readonly verb: 'accept' | 'withdraw' } & Omit<DumpChange, 'withdrawn'>);

/** A paper of which some wordings, by their numbers, are another paper's. */
export interface SplitRequest extends Decision {
	readonly verb: 'split';
	readonly paper: PaperId;
	/** From 1, in the order of the ledger. */
	readonly wordings: readonly number[];
}

/** The text of the corrections after a request that changes nothing else. */
export function correctedText(
	text: string,
	request: Exclude<CorrectionRequest, SplitRequest>,
	{ ledger, corrections }: Pick<Records, 'ledger' | 'corrections'>,
): string {
	switch (request.verb) {
		case 'merge': {
			const { verb: _, ...item } = request;
			return addCorrection(text, { section: 'merged', item });
		}
		case 'remove': {
			const { verb: _, ...item } = request;
			return addCorrection(text, { section: 'removed', item });
		}
		case 'restore': {
			const { verb: _, ...decision } = request;
			const from = rivalOf(request.paper, ledger, corrections);
			const restored = dropPaperCorrections(text, request.paper);
			return from === undefined
				? restored
				: addCorrection(restored, { section: 'split', item: { ...decision, from } });
		}
		case 'put-back':
			return dropDumpCorrections(text, request.digest);
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

function digestsOf({ appearances }: Paper): string {
	return appearances.length === 1 ? 'one digest' : `${appearances.length} digests`;
}

/** What answers at the address of each paper and digest, in words. */
function answers({ papers, former, digests, withdrawn }: Archive): Map<string, string> {
	return new Map([
		...papers.map((paper): [string, string] => [
			address.paper(paper.id),
			`shows “${quote(currentRevision(paper).title)}”, seen in ${digestsOf(paper)}`,
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
	if (verb === 'put-back')
		return ['Its dump is expected again, with the bytes that ingest took.'];
	if (verb === 'accept')
		return ['If the dump has new papers or wordings, run `npm run ingest` next.'];
	return [];
}
