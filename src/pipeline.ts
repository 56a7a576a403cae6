import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { buildArchive, type FiledDigest } from './archive/build-archive.ts';
import { expectedDumps, parseCorrections, reportUnknownPassages } from './archive/corrections.ts';
import { parseLedger } from './archive/ledger.ts';
import { parseManifest, reportLostDumps, reportUnrecordedDumps } from './archive/manifest.ts';
import { parseNames } from './archive/name-lines.ts';
import { parseTopicDecisions } from './archive/topic-decisions.ts';
import { hasErrors, report, type DiagnosticName } from './diagnostics.ts';
import { foldDecisions } from './enrich/names/find-names.ts';
import { enrichArchive } from './enrich/enrich-archive.ts';
import { createRestorer } from './enrich/restore/restore-text.ts';
import type { Archive } from './model/archive.ts';
import type { Content, DumpFile } from './model/content.ts';
import { digestIdParts, isDigestId } from './model/id.ts';
import type { Lexicon } from './model/restoration.ts';
import type { ArchiveView } from './model/view.ts';
import { parseDump } from './parse/parse-dump.ts';
import { resolveDay } from './parse/printed-date.ts';

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
 * The whole flow: dumps → digests → archive → what readers see. The lexicon keeps words of English
 * from being taken for formulas.
 * Throws a `ContentError` that holds all the messages of the run.
 */
export function runPipeline(content: Content, lexicon: Lexicon = new Set()): ArchiveView {
	const archive = readArchive(content);
	const names = parseNames(content.names);
	const topics = foldDecisions(parseTopicDecisions(content.topics));
	refuseErrors(content);
	const restore = createRestorer(lexicon);
	return enrichArchive(archive, { restore, lexicon, names, topics, paths: dumpPaths(content) });
}

function dumpPaths({ dumps }: Content): ReadonlyMap<string, string> {
	return new Map(dumps.map(({ file }) => [file.stem ?? '', file.path]));
}

/** The archive of some content. Throws a `ContentError` that holds all the messages of the run. */
export function readArchive(content: Content): Archive {
	const digests = readDigests(content.dumps);
	const manifest = parseManifest(content.manifest);
	const ledger = parseLedger(content.ledger);
	const corrections = parseCorrections(content.corrections, ledger, manifest);
	refuseErrors(content);
	reportLostDumps(expectedDumps(manifest, corrections), content.manifest, digests);
	reportUnrecordedDumps(manifest, digests);
	refuseErrors(content);
	const archive = buildArchive(digests, { ledger, ledgerFile: content.ledger, corrections });
	reportUnknownPassages(archive.text, archive.papers, content.corrections);
	refuseErrors(content);
	return archive;
}

/** Throw a `ContentError` if any of the content's files, or of what was handed in, has an error. */
export function refuseErrors(content: Content, submissions: readonly DumpFile[] = []): void {
	const files = [
		...[...content.dumps, ...submissions].map(({ file }) => file),
		content.manifest,
		content.ledger,
		content.corrections,
		content.names,
		content.topics,
	];
	if (hasErrors(files))
		throw new ContentError(files.filter(({ messages }) => messages.length > 0));
}

/** The digests of dumps that ingest has named. Errors are left on the files. */
export function readDigests(dumps: readonly DumpFile[]): FiledDigest[] {
	return dumps.flatMap((source) => {
		const { file } = source;
		const id = file.stem ?? '';
		if (!isDigestId(id) || file.extname !== '.txt') {
			report(file, 'file-name', file.basename ?? '');
			return [];
		}
		const { day } = digestIdParts(id);
		const dump = parseDump(file);
		if (!dump || resolveDay(dump.date, { fileName: day }, file) !== day) return [];
		return { ...source, digest: { id, day, entries: dump.entries } };
	});
}
