import { addCorrection } from '../archive/decisions/edit-corrections.ts';
import { formatLedger } from '../archive/ledger.ts';
import { meaningsOf, registerGain } from '../archive/meanings.ts';
import { parseNames } from '../archive/name-lines.ts';
import {
	changesBetween,
	correctedText,
	noteOf,
	type CorrectionRequest,
	type SplitRequest,
} from '../archive/plan-correction.ts';
import type { Records } from '../archive/plan-ingest.ts';
import { parseRegister } from '../archive/register.ts';
import { splitWordings, wordingsOf } from '../archive/split-wordings.ts';
import { wordingKey } from '../archive/wording-key.ts';
import { ContentError, quote } from '../diagnostics.ts';
import { address } from '../model/address.ts';
import type { Archive } from '../model/archive.ts';
import type { Content } from '../model/content.ts';
import type { LedgerLine } from '../model/ledger.ts';
import { grownFile } from './ingest.ts';
import { readArchive } from './read-archive.ts';
import { fresh, readDigests, readRecords, refuseErrors, reread } from './read-records.ts';

/** The outcome of a correction, before anything is written. */
export interface CorrectionPlan {
	/** All that the archive's folder then holds. */
	readonly content: Content;
	/** What will answer otherwise than before, a sentence each. */
	readonly changes: readonly string[];
}

/** A correction that cannot be made. */
export class CorrectionError extends Error {
	override readonly name = 'CorrectionError';
}

/**
 * Plan a correction: the files with it, and what changes by it. Throws a `CorrectionError` when it
 * would change nothing, a `ContentError` when the archive could not be built with it.
 */
export function planCorrection(content: Content, request: CorrectionRequest): CorrectionPlan {
	const records = readRecords(content);
	refuseErrors(content);
	const corrected =
		request.verb === 'split'
			? withSplit(content, request, records)
			: withText(content, correctedText(String(content.corrections), request, records));
	if (String(corrected.corrections) === String(content.corrections))
		throw new CorrectionError('Nothing changes: it is so already.');
	// Wordings that an accepted edit brought get their lines from the next ingest.
	const after = attempt(reread(corrected), (error) => error.onlyHas('unknown-wording'));
	const before = attempt(reread(content), () => true);
	return { content: corrected, changes: [...changesBetween(before, after), ...noteOf(request)] };
}

function withText(content: Content, text: string): Content {
	return { ...content, corrections: fresh(content.corrections, text) };
}

/** The content with a paper more: its lines of the ledger, the decision, and what its address means. */
function withSplit(content: Content, request: SplitRequest, records: Records): Content {
	const { paper, wordings, date, reason } = request;
	const { ledger, corrections } = records;
	const own = wordingsOf(paper, ledger, corrections);
	const [first, ...others] = wordings.flatMap((number) => own[number - 1] ?? []);
	if (!first || others.length + 1 < new Set(wordings).size)
		throw new CorrectionError(choices(paper, own, content));
	const lines = splitWordings([first, ...others], ledger);
	const item = { paper: lines[0].id, from: paper, date, reason };
	const register = parseRegister(content.register);
	const meanings = meaningsOf({
		...records,
		ledger: [...ledger, ...lines],
		corrections: { ...corrections, split: [...corrections.split, item] },
		names: parseNames(content.names),
	});
	const left = meanings.get(address.paper(paper)) ?? [];
	const meant = register.meanings.get(address.paper(paper))?.means;
	if (left.length === 0 || (meant !== undefined && !left.includes(meant)))
		throw new CorrectionError(
			'The wording that its address was given for stays with it; split the others from it.\n' +
				choices(paper, own, content),
		);
	const text = addCorrection(String(content.corrections), { section: 'split', item });
	return {
		...withText(content, text),
		ledger: grownFile(content.ledger, formatLedger(lines)),
		register: grownFile(content.register, registerGain(register, meanings)),
	};
}

/** The wordings that a person can choose from, as they were printed. */
function choices(paper: string, own: readonly LedgerLine[], content: Content): string {
	if (own.length < 2)
		return `${paper} has ${own.length === 1 ? 'one wording, which stays with it' : 'no wording'}.`;
	const digests = new Map(readDigests(content.dumps).map(({ digest }) => [digest.id, digest]));
	const shown = own.map(({ digest, title, abstract }, index) => {
		const entry = digests.get(digest)?.entries.find((candidate) => {
			const key = wordingKey(candidate.title.text, candidate.abstract.text);
			return key.title === title && key.abstract === abstract;
		});
		const text = entry ? `${entry.title.text} — ${entry.abstract.text}` : title;
		return `  ${index + 1}  ${digest}  ${quote(text)}`;
	});
	return [`Say which wordings of ${paper} are another paper’s, by number:`, ...shown].join('\n');
}

function attempt(
	content: Content,
	isForgiven: (error: ContentError) => boolean,
): Archive | undefined {
	try {
		return readArchive(content);
	} catch (error) {
		if (error instanceof ContentError && isForgiven(error)) return undefined;
		throw error;
	}
}
