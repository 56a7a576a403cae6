import { VFile } from 'vfile';
import { addCorrection, dropCorrections } from './corrections.ts';
import { quote } from '../diagnostics.ts';
import { address } from '../model/address.ts';
import type { Content } from '../model/content.ts';
import type { DumpChange, Merge, Removal } from '../model/corrections.ts';
import type { PaperId } from '../model/id.ts';
import { currentRevision } from '../model/paper.ts';
import { ContentError, readArchive } from '../pipeline.ts';

/** What a person asks to be corrected. */
export type CorrectionRequest =
	| ({ readonly verb: 'merge' } & Merge)
	| ({ readonly verb: 'remove' } & Removal)
	| { readonly verb: 'restore'; readonly paper: PaperId }
	| ({ readonly verb: 'accept' | 'withdraw' } & Omit<DumpChange, 'sha256'> & {
				readonly sha256?: string;
			});

/** The outcome of a correction, before anything is written. */
export interface CorrectionPlan {
	/** The whole new text of the corrections. */
	readonly corrections: string;
	/** What will answer otherwise than before, a sentence each. */
	readonly changes: readonly string[];
}

/** A correction that cannot be made. */
export class CorrectionError extends Error {
	override readonly name = 'CorrectionError';
}

/**
 * Plan a correction: the new text of the corrections, and what changes by it. Throws a
 * `CorrectionError` when it would change nothing, a `ContentError` when the archive could not be built with it.
 */
export function planCorrection(content: Content, request: CorrectionRequest): CorrectionPlan {
	const text = String(content.corrections);
	const corrections = correctedText(text, request);
	if (corrections === text) throw new CorrectionError('Nothing changes: it is so already.');
	const after = answers(reread(content, corrections));
	// An edit that was not accepted yet is no archive; then all that follows is new.
	const before = attempt(() => answers(reread(content, text))) ?? new Map<string, string>();
	const changes = [...after].flatMap(([address, answer]) =>
		before.get(address) === answer || before.size === 0 ? [] : [`${address} ${answer}`],
	);
	return { corrections, changes: [...changes, ...noteOf(request)] };
}

function correctedText(text: string, request: CorrectionRequest): string {
	switch (request.verb) {
		case 'merge': {
			const { verb: _, ...merge } = request;
			return addCorrection(text, { section: 'merged', ...merge });
		}
		case 'remove': {
			const { verb: _, ...removal } = request;
			return addCorrection(text, { section: 'removed', ...removal });
		}
		case 'restore':
			return dropCorrections(text, request.paper);
		default: {
			const { verb: _, sha256, ...change } = request;
			return addCorrection(text, { section: 'dumps', sha256, ...change });
		}
	}
}

function noteOf(request: CorrectionRequest): string[] {
	if (request.verb === 'remove')
		return ['Its text goes from pages, search, feeds and lists; its dumps stay as they are.'];
	if (request.verb === 'accept')
		return ['If the dump has new papers or wordings, run `npm run ingest` next.'];
	return [];
}

/** The same files without the messages of an earlier reading, and with these corrections. */
function reread(content: Content, corrections: string): Content {
	return {
		dumps: content.dumps.map(({ file, sha256 }) => ({ file: fresh(file), sha256 })),
		manifest: fresh(content.manifest),
		ledger: fresh(content.ledger),
		corrections: new VFile({ path: content.corrections.path, value: corrections }),
		names: fresh(content.names),
		topics: fresh(content.topics),
	};
}

function fresh({ path, value }: VFile): VFile {
	return new VFile({ path, value });
}

/** What answers at the address of each paper and digest, in words. */
function answers(content: Content): Map<string, string> {
	try {
		const { papers, former, digests, withdrawn } = readArchive(content);
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
			...withdrawn.map(({ id }): [string, string] => [
				address.digest(id),
				'becomes a tombstone',
			]),
		]);
	} catch (error) {
		// Wordings that an accepted edit brought get their lines from the next ingest.
		if (error instanceof ContentError && error.onlyHas('unknown-wording')) return new Map();
		throw error;
	}
}

function attempt<Result>(action: () => Result): Result | undefined {
	try {
		return action();
	} catch (error) {
		if (error instanceof ContentError) return undefined;
		throw error;
	}
}
