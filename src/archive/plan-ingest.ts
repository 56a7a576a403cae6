import { buildArchive, isCovered, type FiledDigest } from './build-archive.ts';
import { expectedDumps, parseCorrections } from './corrections.ts';
import { formatLedger, parseLedger } from './ledger.ts';
import { formatManifest, parseManifest, reportLostDumps } from './manifest.ts';
import { formatNames, mintNames, parseNames } from './name-lines.ts';
import { recordDigests, type RecordedEntry } from './record-digests.ts';
import { parseTopicDecisions } from './topic-decisions.ts';
import { findNames, foldDecisions, namedFinds } from '../enrich/names/find-names.ts';
import { restoreTexts } from '../enrich/restore/restore-texts.ts';
import { createRestorer } from '../enrich/restore/restore-text.ts';
import { targetOf } from '../enrich/names/view-names.ts';
import type { Archive } from '../model/archive.ts';
import type { Content, DumpFile } from '../model/content.ts';
import type { Entry } from '../model/digest.ts';
import { compareDigestIds, digestId, digestIdParts, type Day } from '../model/id.ts';
import type { Lexicon } from '../model/restoration.ts';
import { parseDump } from '../parse/parse-dump.ts';
import { resolveDay, type DateSources } from '../parse/printed-date.ts';
import { readDigests, refuseErrors } from '../pipeline.ts';

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
	const archive = (): Archive =>
		buildArchive([...present.filter(isTaken), ...additions], {
			ledger: [...ledger, ...lines],
			ledgerFile: content.ledger,
			corrections,
		});
	return {
		additions: ingested.slice(0, additions.length),
		repeats: ingested.slice(additions.length),
		manifest: formatManifest(additions.filter(({ digest }) => !manifest.has(digest.id))),
		ledger: formatLedger(lines),
		names: lexicon ? planNames(content, archive(), lexicon) : '',
	};
}

/** The addresses that an archive's systems and topics lack, as lines of the names. */
function planNames(content: Content, archive: Archive, lexicon: Lexicon): string {
	const names = parseNames(content.names);
	const decisions = foldDecisions(parseTopicDecisions(content.topics));
	refuseErrors(content);
	const texts = restoreTexts(archive, createRestorer(lexicon), new Map());
	const finds = namedFinds(findNames(archive, texts, decisions, lexicon));
	return formatNames(mintNames(names, finds, targetOf(archive)));
}

function byDigest(a: FiledDigest, b: FiledDigest): number {
	return compareDigestIds(a.digest.id, b.digest.id);
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
