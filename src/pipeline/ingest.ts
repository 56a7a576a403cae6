import { VFile } from 'vfile';
import { buildArchive } from '../archive/build-archive.ts';
import { parseEnrichment } from '../archive/enrichment/enrichment-lines.ts';
import { parseQuestions } from '../archive/decisions/questions.ts';
import { formatLedger } from '../archive/ledger.ts';
import { formatManifest, manifestLines } from '../archive/manifest.ts';
import {
	meaningsOf,
	registerGain,
	reportLostMeanings,
	reportUnregistered,
	type ArchiveMeanings,
} from '../archive/meanings.ts';
import { mintPages } from '../archive/mint-pages.ts';
import { formatNames, mintNames, parseNames } from '../archive/name-lines.ts';
import { addCorrection } from '../archive/decisions/edit-corrections.ts';
import { reportFarDays } from '../archive/far-days.ts';
import { growthReason, partLists } from '../archive/grown-lists.ts';
import {
	gainOf,
	nameSubmissions,
	type DatedEntries,
	type Gain,
	type Records,
} from '../archive/plan-ingest.ts';
import { entrySketch } from '../archive/near-misses.ts';
import { parseRegister, type Register } from '../archive/register.ts';
import { createWithdrawnLists } from '../archive/withdrawn-lists.ts';
import { entryKey } from '../archive/wording-key.ts';
import { namedFinds, nameFinder } from '../enrich/names/find-names.ts';
import { keptRestorer } from '../enrich/restore/kept-restorer.ts';
import { createRestorer } from '../enrich/restore/restore-text.ts';
import { restoreTexts } from '../enrich/restore/restore-texts.ts';
import { topicPapers } from '../enrich/topics/topic-papers.ts';
import { currentId, type Archive } from '../model/archive.ts';
import type { Content, FiledDigest } from '../model/content.ts';
import { keepNothing, type Keep } from '../model/keep.ts';
import type { DumpChange } from '../model/corrections.ts';
import type { Ledger } from '../model/ledger.ts';
import type { NamedFind, NameLine } from '../model/names.ts';
import type { Question } from '../model/questions.ts';
import type { Lexicon } from '../model/restoration.ts';
import { dumpExtension } from '../parse/parse-dump.ts';
import { readKnowledge } from './read-knowledge.ts';
import {
	fresh,
	keepFact,
	readDigests,
	readRecords,
	readSubmission,
	refuseErrors,
	reportLost,
	type Submission,
} from './read-records.ts';

/** The outcome of an ingest, before anything is written. */
export interface IngestPlan extends Pick<Gain, 'additions' | 'repeats'> {
	/** What these files gain at their ends. */
	readonly manifest: string;
	readonly ledger: string;
	/** Addresses that are new: of systems and topics, for which a lexicon is needed, and of questions. */
	readonly names: string;
	/** What the new addresses mean. */
	readonly register: string;
	/** All that the archive's folder then holds. */
	readonly content: Content;
}

/**
 * Plan an ingest: read the submissions, name them by their day, find the paper of each entry.
 * Dumps that a person, or a killed ingest, left in `content/dumps` are taken up under their names.
 * Throws a `ContentError` if any file, old or new, has an error, or the archive that would come of
 * it could not be built.
 */
export function planIngest(
	content: Content,
	submissions: readonly Submission[],
	lexicon?: Lexicon,
	keep?: Keep,
): IngestPlan {
	const present = readPresent(content, keep);
	const records = readRecords(content);
	const names = parseNames(content.names);
	const questions = parseQuestions(content.watch);
	const register = parseRegister(content.register);
	refuseErrors(content);
	reportLost(content, records, present);
	holdToRegister(content, register, meaningsOf({ ...records, names }));
	const { grown, ...named } = sortSubmissions(content, submissions, present, records);
	refuseErrors(content, submissions);
	const gain = gainOf(present, { ...named, grown }, records);
	keepFacts(gain.additions, keep);
	reportFarDays(named.fresh, present);
	const ledger = [...records.ledger, ...gain.lines];
	const growths = growthsOf(grown, present);
	const decisions = { ...withGrowths(records, growths), ledger, ledgerFile: content.ledger };
	const archive = buildArchive(gain.digests, decisions);
	const newNames = [
		...(lexicon ? newNamesOf(content, archive, names, lexicon, keep) : []),
		...mintNames(names, questions.map(findOf), currentId(archive)),
	];
	checkEnrichment(content, ledger);
	refuseErrors(content, submissions);
	const { unrecorded, manifest } = withSums(records, gain);
	const meanings = meaningsOf({ ...decisions, manifest, names: [...names, ...newNames] });
	const gains = {
		manifest: formatManifest(unrecorded.map((dump) => [dumpName(dump), dump.sha256])),
		ledger: formatLedger(gain.lines),
		names: formatNames(newNames),
		register: registerGain(register, meanings),
	};
	const whole = withGrownDumps(grownBy(content, gains, gain.additions), grown, growths);
	return { additions: gain.additions, repeats: gain.repeats, ...gains, content: whole };
}

/** The digests that the archive has, with what takes long to reckon of their entries. */
function readPresent({ dumps }: Content, keep?: Keep): FiledDigest[] {
	const present = readDigests(dumps);
	keepFacts(present, keep);
	return present;
}

/** Reckon what entries are recognised and compared by, for this ingest and the next. */
function keepFacts(digests: readonly FiledDigest[], keep?: Keep): void {
	keepFact('wordings', entryKey, digests, keep);
	keepFact('sketches', entrySketch, digests, keep);
}

/** Before any address is given: one that was lost must not be given anew, nor must its register begin anew. */
function holdToRegister(content: Content, register: Register, given: ArchiveMeanings): void {
	reportLostMeanings(register, given, content.register);
	reportUnregistered(register, given, content.register);
}

/** Of no use to an ingest; but no build would take what it writes, if a line of it is none. */
function checkEnrichment({ enrichment }: Content, ledger: Ledger): void {
	const ids = new Set(ledger.map(({ id }) => id));
	parseEnrichment(enrichment, (id) => ids.has(id));
}

/** The sums of all dumps, and the dumps that had none yet. */
function withSums({ manifest }: Records, { additions }: Gain) {
	const unrecorded = additions.filter(({ digest }) => !manifest.has(digest.id));
	const sums = unrecorded.map(({ digest, sha256 }) => [digest.id, sha256] as const);
	return { unrecorded, manifest: new Map([...manifest, ...sums]) };
}

/** What each submission is to the archive; each is read once. */
function sortSubmissions(
	content: Content,
	submissions: readonly Submission[],
	present: readonly FiledDigest[],
	{ manifest, ledger }: Records,
) {
	const known = new Map<Submission, DatedEntries | undefined>();
	const read = (submission: Submission) => {
		if (!known.has(submission)) known.set(submission, readSubmission(submission));
		return known.get(submission);
	};
	const { grown, known: held, others } = partLists(submissions, present, read);
	const lines = manifestLines(content.manifest);
	const here = new Set(present.map(({ digest }) => digest.id));
	const withdrawnAs = createWithdrawnLists({ manifest: lines, ledger, present: here });
	const memory = { present, manifest, withdrawnAs };
	const { fresh: own, repeats } = nameSubmissions(others, memory, read);
	return { fresh: own, repeats: [...repeats, ...held], grown };
}

/** That a dump has other bytes from now on, because its day grew. No clock is asked: the day is that of the list. */
function growthsOf(grown: readonly FiledDigest[], present: readonly FiledDigest[]): DumpChange[] {
	const sizes = new Map(present.map(({ digest }) => [digest.id, digest.entries.length]));
	return grown.map(({ sha256, digest: { id, day, entries } }) => ({
		digest: id,
		sha256,
		date: day,
		reason: growthReason(sizes.get(id)!, entries.length),
	}));
}

function withGrowths(records: Records, growths: readonly DumpChange[]): Records {
	const ids = new Set(growths.map(({ digest }) => digest));
	const others = records.corrections.dumps.filter(({ digest }) => !ids.has(digest));
	const corrections = { ...records.corrections, dumps: [...others, ...growths] };
	return { ...records, corrections };
}

/** The content with the dumps of days that grew in the places of those before, and with the reason written down. */
function withGrownDumps(
	content: Content,
	grown: readonly FiledDigest[],
	growths: readonly DumpChange[],
): Content {
	if (grown.length === 0) return content;
	const byId = new Map<string | undefined, FiledDigest>(
		grown.map((dump) => [dump.digest.id, dump]),
	);
	const dumps = content.dumps.map((dump) => {
		const later = byId.get(dump.file.stem);
		return later ? { file: fresh(dump.file, later.file.value), sha256: later.sha256 } : dump;
	});
	const corrections = growths.reduce(
		(text, item) => addCorrection(text, { section: 'dumps', item }),
		String(content.corrections),
	);
	return { ...content, dumps, corrections: fresh(content.corrections, corrections) };
}

/** The content with what its files gain at their ends, and with dumps that were elsewhere. */
function grownBy(
	content: Content,
	gains: Readonly<Record<'manifest' | 'ledger' | 'names' | 'register', string>>,
	additions: readonly FiledDigest[],
): Content {
	const grown = (name: keyof typeof gains) => grownFile(content[name], gains[name]);
	const present = new Set(content.dumps.map(({ file }) => file.stem));
	const folder = `${content.ledger.dirname}/dumps`;
	const added = additions
		.filter(({ digest }) => !present.has(digest.id))
		.map((dump) => ({
			file: new VFile({ path: `${folder}/${dumpName(dump)}`, value: dump.file.value }),
			sha256: dump.sha256,
		}));
	return {
		...content,
		dumps: [...content.dumps, ...added],
		manifest: grown('manifest'),
		ledger: grown('ledger'),
		names: grown('names'),
		register: grown('register'),
	};
}

/** Under which a dump lies in the archive, e.g. `2025-03-11-2.json`. */
function dumpName({ digest, file }: FiledDigest): string {
	return `${digest.id}${dumpExtension(file)}`;
}

/** A file with more lines at its end; itself for none. */
export function grownFile(file: VFile, gain: string): VFile {
	const before = String(file);
	const end = before === '' || before.endsWith('\n') ? '' : '\n';
	return gain === '' ? file : fresh(file, before + end + gain);
}

/** A question keeps the address that its writer gave it. */
function findOf({ slug }: Question): NamedFind {
	return { kind: 'question', key: slug, name: slug };
}

/** The addresses that an archive's systems and topics lack, as lines of the names. */
function newNamesOf(
	content: Content,
	archive: Archive,
	names: readonly NameLine[],
	lexicon: Lexicon,
	keep: Keep = keepNothing,
): NameLine[] {
	const knowledge = readKnowledge(content, names, lexicon, keep);
	const restore = keptRestorer(createRestorer(lexicon), keep);
	const papers = topicPapers(archive.papers, restoreTexts(archive, restore, new Map()));
	const { find, prepare } = nameFinder(archive, papers, { ...knowledge, keep });
	const finds = namedFinds(find(names));
	const minted = mintNames(names, finds, currentId(archive));
	// The build goes by these.
	prepare([...names, ...minted]);
	return [...minted, ...mintPages([...names, ...minted], finds)];
}
