import { VFile } from 'vfile';
import { buildArchive } from './archive/build-archive.ts';
import { parseCorrections, reportUnknownPassages } from './archive/decisions/corrections.ts';
import { parseTopicDecisions } from './archive/decisions/topics.ts';
import { formatLedger, parseLedger } from './archive/ledger.ts';
import {
	formatManifest,
	parseManifest,
	reportLostDumps,
	reportUnrecordedDumps,
	type Manifest,
} from './archive/manifest.ts';
import { formatNames, mintNames, parseNames } from './archive/name-lines.ts';
import {
	changesBetween,
	correctedText,
	noteOf,
	type CorrectionRequest,
} from './archive/plan-correction.ts';
import { gainOf, nameSubmissions, type Gain } from './archive/plan-ingest.ts';
import { ContentError, hasErrors, report } from './diagnostics.ts';
import { enrichArchive } from './enrich/enrich-archive.ts';
import { findNames, namedFinds } from './enrich/names/find-names.ts';
import { restoreTexts } from './enrich/restore/restore-texts.ts';
import { createRestorer } from './enrich/restore/restore-text.ts';
import { currentId, type Archive } from './model/archive.ts';
import type { Content, DumpFile, FiledDigest } from './model/content.ts';
import { expectedDumps, type Corrections } from './model/corrections.ts';
import { digestIdParts, isDigestId } from './model/id.ts';
import type { Ledger } from './model/ledger.ts';
import type { Lexicon } from './model/restoration.ts';
import type { ArchiveView } from './model/view.ts';
import { parseDump } from './parse/parse-dump.ts';
import { resolveDay, type DateSources } from './parse/printed-date.ts';
import { countTrends } from './trends/count-trends.ts';

/**
 * The whole flow: dumps → digests → archive → what readers see. The lexicon keeps words of English
 * from being taken for formulas.
 * Throws a `ContentError` that holds all the messages of the run.
 */
export function runPipeline(content: Content, lexicon: Lexicon = new Set()): ArchiveView {
	const archive = readArchive(content);
	const names = parseNames(content.names);
	const topics = parseTopicDecisions(content.topics);
	refuseErrors(content);
	const restore = createRestorer(lexicon);
	const paths = new Map(content.dumps.map(({ file }) => [file.stem ?? '', file.path]));
	const view = enrichArchive(archive, { restore, lexicon, names, topics, paths });
	return {
		...view,
		trends: countTrends([...view.digests.values()], [...view.papers.values()]),
		dumpSums: new Map(content.dumps.map(({ file, sha256 }) => [file.stem ?? '', sha256])),
	};
}

/** The archive of some content. Throws a `ContentError` that holds all the messages of the run. */
export function readArchive(content: Content): Archive {
	const digests = readDigests(content.dumps);
	const records = readRecords(content);
	refuseErrors(content);
	reportLost(content, records, digests);
	reportUnrecordedDumps(records.manifest, digests);
	refuseErrors(content);
	const archive = buildArchive(digests, { ...records, ledgerFile: content.ledger });
	reportUnknownPassages(archive.text, archive.papers, content.corrections);
	refuseErrors(content);
	return archive;
}

/** A dump that is to become part of the archive, with what is known of its day. */
export interface Submission extends DumpFile, DateSources {}

/** The outcome of an ingest, before anything is written. */
export interface IngestPlan extends Pick<Gain, 'additions' | 'repeats'> {
	/** What these files gain at their ends. */
	readonly manifest: string;
	readonly ledger: string;
	/** Addresses of systems and topics that are new; none without a lexicon. */
	readonly names: string;
}

/**
 * Plan an ingest: read the submissions, name them by their day, find the paper of each entry.
 * Dumps that a person, or a killed ingest, left in `content/dumps` are taken up under their names.
 * Throws a `ContentError` if any file, old or new, has an error.
 */
export function planIngest(
	content: Content,
	submissions: readonly Submission[],
	lexicon?: Lexicon,
): IngestPlan {
	const present = readDigests(content.dumps);
	const records = readRecords(content);
	reportLost(content, records, present);
	const named = nameSubmissions(submissions, present, readSubmission);
	refuseErrors(content, submissions);
	const { additions, repeats, lines, digests } = gainOf(present, named, records);
	const isUnrecorded = ({ digest }: FiledDigest) => !records.manifest.has(digest.id);
	const ledger = [...records.ledger, ...lines];
	const grown = () => buildArchive(digests, { ...records, ledger, ledgerFile: content.ledger });
	return {
		additions,
		repeats,
		manifest: formatManifest(additions.filter(isUnrecorded)),
		ledger: formatLedger(lines),
		names: lexicon ? planNames(content, grown(), lexicon) : '',
	};
}

/** The addresses that an archive's systems and topics lack, as lines of the names. */
function planNames(content: Content, archive: Archive, lexicon: Lexicon): string {
	const names = parseNames(content.names);
	const topics = parseTopicDecisions(content.topics);
	refuseErrors(content);
	const texts = restoreTexts(archive, createRestorer(lexicon), new Map());
	const finds = namedFinds(findNames(archive, texts, topics, lexicon));
	return formatNames(mintNames(names, finds, currentId(archive)));
}

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
	// Wordings that an accepted edit brought get their lines from the next ingest.
	const after = attempt(reread(content, corrections), (error) =>
		error.onlyHas('unknown-wording'),
	);
	const before = attempt(reread(content, text), () => true);
	return { corrections, changes: [...changesBetween(before, after), ...noteOf(request)] };
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

/** What ingest and persons wrote down. */
interface Records {
	readonly manifest: Manifest;
	readonly ledger: Ledger;
	readonly corrections: Corrections;
}

function readRecords(content: Content): Records {
	const manifest = parseManifest(content.manifest);
	const ledger = parseLedger(content.ledger);
	return {
		manifest,
		ledger,
		corrections: parseCorrections(content.corrections, ledger, manifest),
	};
}

function reportLost(
	content: Content,
	{ manifest, corrections }: Records,
	digests: readonly FiledDigest[],
): void {
	reportLostDumps(expectedDumps(manifest, corrections), content.manifest, digests);
}

/** Throw a `ContentError` if any of the content's files, or of what was handed in, has an error. */
function refuseErrors(content: Content, submissions: readonly DumpFile[] = []): void {
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
function readDigests(dumps: readonly DumpFile[]): FiledDigest[] {
	return dumps.flatMap((source) => {
		const { file } = source;
		const id = file.stem ?? '';
		if (!isDigestId(id) || file.extname !== '.txt') {
			report(file, 'file-name', file.basename ?? '');
			return [];
		}
		const { day } = digestIdParts(id);
		const dated = readSubmission({ ...source, fileName: day });
		return dated?.day === day ? [{ ...source, digest: { id, ...dated } }] : [];
	});
}

function readSubmission({ file, year, fileName }: Submission) {
	const dump = parseDump(file);
	const day = dump && resolveDay(dump.date, { year, fileName }, file);
	return day && { day, entries: dump.entries };
}
