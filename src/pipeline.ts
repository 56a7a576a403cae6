import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { buildArchive, isCovered, type FiledDigest } from './archive/build-archive.ts';
import {
	addCorrection,
	dropCorrections,
	expectedDumps,
	parseCorrections,
} from './archive/corrections.ts';
import { formatLedger, parseLedger } from './archive/ledger.ts';
import {
	formatManifest,
	parseManifest,
	reportLostDumps,
	reportUnrecordedDumps,
} from './archive/manifest.ts';
import { recordDigests, type RecordedEntry } from './archive/record-digests.ts';
import { hasErrors, quote, report, type DiagnosticName } from './diagnostics.ts';
import { address } from './model/address.ts';
import type { Archive } from './model/archive.ts';
import { enrichArchive } from './enrich/enrich-archive.ts';
import type { Content, DumpFile } from './model/content.ts';
import type { DumpChange, Merge, Removal } from './model/corrections.ts';
import type { Entry } from './model/digest.ts';
import {
	compareDigestIds,
	digestId,
	digestIdParts,
	isDigestId,
	type Day,
	type PaperId,
} from './model/id.ts';
import { currentRevision } from './model/paper.ts';
import type { ArchiveView } from './model/view.ts';
import { parseDump } from './parse/parse-dump.ts';
import { resolveDay, type DateSources } from './parse/printed-date.ts';

/** Content that cannot become an archive. The files carry the messages that say why. */
export class ContentError extends Error {
	override readonly name = 'ContentError';
	readonly files: readonly VFile[];

	constructor(files: readonly VFile[]) {
		const errors = files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal));
		super(errors.map(formatError).join('\n'));
		this.files = files;
	}

	/** Whether all its errors are of one kind. */
	onlyHas(name: DiagnosticName): boolean {
		return this.files.every(({ messages }) =>
			messages.every(({ fatal, ruleId }) => !fatal || ruleId === name),
		);
	}
}

function formatError({ file, line, column, reason }: VFileMessage): string {
	return `${file}${line === undefined ? '' : `:${line}:${column}`} ${reason}`;
}

/**
 * The whole flow: dumps → digests → archive → what readers see.
 * Throws a `ContentError` that holds all the messages of the run.
 */
export function runPipeline(content: Content): ArchiveView {
	return enrichArchive(readArchive(content));
}

function readArchive(content: Content): Archive {
	const digests = readDigests(content.dumps);
	const manifest = parseManifest(content.manifest);
	const ledger = parseLedger(content.ledger);
	const corrections = parseCorrections(content.corrections, ledger, manifest);
	refuseErrors(content);
	reportLostDumps(expectedDumps(manifest, corrections), content.manifest, digests);
	reportUnrecordedDumps(manifest, digests);
	refuseErrors(content);
	const archive = buildArchive(digests, { ledger, ledgerFile: content.ledger, corrections });
	refuseErrors(content);
	return archive;
}

/** A dump that is to become part of the archive, with what is known of its day. */
export interface Submission extends DumpFile, DateSources {}

/** A digest that was handed to ingest, and what its entries were found to be. */
export interface IngestedDigest extends FiledDigest {
	readonly recorded: readonly RecordedEntry[];
}

/** The outcome of an ingest, before anything is written. */
export interface IngestPlan {
	/** To be written, in the order of their days. */
	readonly additions: readonly IngestedDigest[];
	/** Submissions whose very bytes are a digest already. */
	readonly repeats: readonly IngestedDigest[];
	/** What the two files gain at their ends. */
	readonly manifest: string;
	readonly ledger: string;
}

/**
 * Plan an ingest: read the submissions, name them by their day, find the paper of each entry.
 * Dumps that a person, or a killed ingest, left in `content/dumps` are taken up under their names.
 * Throws a `ContentError` if any file, old or new, has an error.
 */
export function planIngest(content: Content, submissions: readonly Submission[]): IngestPlan {
	const present = readDigests(content.dumps);
	const manifest = parseManifest(content.manifest);
	const ledger = parseLedger(content.ledger);
	const corrections = parseCorrections(content.corrections, ledger, manifest);
	reportLostDumps(expectedDumps(manifest, corrections), content.manifest, present);
	const named = nameSubmissions(submissions, present);
	refuseErrors(content, submissions);

	const isTaken = ({ digest }: FiledDigest) =>
		manifest.has(digest.id) && isCovered(digest, ledger);
	const waiting = present.filter((source) => !isTaken(source));
	const additions = [...waiting, ...named.fresh].sort(byDigest);
	const sources = [...additions, ...named.repeats];
	const { entries, lines } = recordDigests(ledger, present.filter(isTaken), sources);
	const ingested = sources.map((source, index) => ({ ...source, recorded: entries[index]! }));
	return {
		additions: ingested.slice(0, additions.length),
		repeats: ingested.slice(additions.length),
		manifest: formatManifest(additions.filter(({ digest }) => !manifest.has(digest.id))),
		ledger: formatLedger(lines),
	};
}

function refuseErrors(content: Content, submissions: readonly Submission[] = []): void {
	const files = [
		...[...content.dumps, ...submissions].map(({ file }) => file),
		content.manifest,
		content.ledger,
		content.corrections,
	];
	if (hasErrors(files))
		throw new ContentError(files.filter(({ messages }) => messages.length > 0));
}

function byDigest(a: FiledDigest, b: FiledDigest): number {
	return compareDigestIds(a.digest.id, b.digest.id);
}

/** The digests of dumps that ingest has named. Errors are left on the files. */
function readDigests(dumps: readonly DumpFile[]): FiledDigest[] {
	return dumps.flatMap((source) => {
		const { file } = source;
		const id = file.stem ?? '';
		if (!isDigestId(id)) {
			report(file, 'file-name', file.basename ?? '');
			return [];
		}
		const { day } = digestIdParts(id);
		const dump = parseDump(file);
		if (!dump || resolveDay(dump.date, { fileName: day }, file) !== day) return [];
		return { ...source, digest: { id, day, entries: dump.entries } };
	});
}

/**
 * Give each submission its digest: the one that has its bytes already, else the next free number of
 * its day, in the order of submission. Numbers never change afterwards.
 */
function nameSubmissions(submissions: readonly Submission[], present: readonly FiledDigest[]) {
	const byBytes = new Map(present.map(({ sha256, digest }) => [sha256, digest]));
	const numbers = new Map<Day, number>();
	for (const { digest } of present) {
		const { day, number } = digestIdParts(digest.id);
		numbers.set(day, Math.max(number, numbers.get(day) ?? 0));
	}
	const fresh: FiledDigest[] = [];
	const repeats: FiledDigest[] = [];
	for (const submission of submissions) {
		const { file, sha256 } = submission;
		const original = byBytes.get(sha256);
		if (original) {
			repeats.push({ file, sha256, digest: original });
			continue;
		}
		const dated = dateSubmission(submission);
		if (!dated) continue;
		const number = (numbers.get(dated.day) ?? 0) + 1;
		const digest = { id: digestId(dated.day, number), ...dated };
		numbers.set(dated.day, number);
		byBytes.set(sha256, digest);
		fresh.push({ file, sha256, digest });
	}
	return { fresh, repeats };
}

function dateSubmission(
	submission: Submission,
): { readonly day: Day; readonly entries: readonly Entry[] } | undefined {
	const dump = parseDump(submission.file);
	const day = dump && resolveDay(dump.date, submission, submission.file);
	return day && { day, entries: dump.entries };
}

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
