import { VFile } from 'vfile';
import { parseCorrections } from '../archive/decisions/corrections.ts';
import { addCorrection } from '../archive/decisions/edit-corrections.ts';
import { formatLedger, parseLedger } from '../archive/ledger.ts';
import { formatManifest, manifestLines } from '../archive/manifest.ts';
import { meaningsOf, registerGain } from '../archive/meanings.ts';
import { formatNames, nameLines, reportForeignNames } from '../archive/name-lines.ts';
import { parseRegister } from '../archive/register.ts';
import { decideForwards } from '../archive/repair/decide-forwards.ts';
import {
	createLargerList,
	grownDumps,
	isOutgrown,
	type LargerList,
} from '../archive/repair/larger-list.ts';
import { readYaml } from '../archive/decisions/read-yaml.ts';
import { mergedFiles, type MergedFiles } from '../archive/repair/merged-files.ts';
import { placeDumps, type PlacedDumps } from '../archive/repair/place-dumps.ts';
import { printedWordings } from '../archive/repair/printed-wordings.ts';
import { namesPaper, uniteCorrections } from '../archive/repair/unite-corrections.ts';
import { uniteLedger, type UnitedLedger } from '../archive/repair/unite-ledger.ts';
import { uniteNames } from '../archive/repair/unite-names.ts';
import { baseOf, uniteRegister } from '../archive/repair/unite-register.ts';
import { ContentError, hasErrors, report } from '../diagnostics.ts';
import type { Content, DumpFile, FiledDigest, MergeSides } from '../model/content.ts';
import { correctionsSchema, mergeTarget, type Corrections } from '../model/corrections.ts';
import type { Entry } from '../model/digest.ts';
import { isDigestId, isPaperId, type DigestId, type PaperId } from '../model/id.ts';
import type { LedgerLine } from '../model/ledger.ts';
import { lineOf, linesByKey, type NameLine } from '../model/names.ts';
import { dumpExtension } from '../parse/parse-dump.ts';
import { fresh, readDigests, readSubmission, refuseErrors } from './read-records.ts';

/** What a repair knows beside the content. */
export interface RepairContext {
	readonly sides: MergeSides;
	/** Dumps from elsewhere: handed in, or of the history. One of them may be the other side's. */
	readonly spare: readonly DumpFile[];
	/** The register of the site as it was published last: the one to extend. */
	readonly published?: VFile | undefined;
}

/** The outcome of a repair, before anything is written. */
export interface RepairPlan {
	readonly content: Content;
	/** What a person should know of it, as warnings. */
	readonly notes: readonly VFile[];
}

/**
 * Bring together what two branches ingested: the lines of both sides, with or without conflict
 * markers, in an order that does not depend on which side is whose. Every address that either gave
 * answers; where both gave one to two things, it means what the published register says, else what came
 * first. Throws a `ContentError` for what only a person can decide.
 */
export function planRepair(content: Content, context: RepairContext): RepairPlan {
	refuseErrors(content);
	const run = beginRun(content, context);
	const { files, corrections } = run;
	refuse(run);
	const dumps = repairDumps(run);
	refuse(run);
	const digests = readDigests(dumps.dumps);
	refuse(run, dumps.dumps);
	const ledger = repairLedger(run, dumps, digests);
	const decisions = parseCorrections(corrections, ledger.lines, dumps.manifest);
	reportContested(run, ledger, decisions);
	refuse(run);
	const forwards = decideForwards(ledger.lines, decisions, files.ledger);
	const decided = { ...decisions, merged: [...decisions.merged, ...forwards] };
	const names = repairNames(run, ledger.lines, mergeTarget(decided));
	refuse(run);
	const { manifest } = dumps;
	const repaired = { manifest, ledger: ledger.lines, names, corrections: decided };
	return {
		content: {
			...content,
			dumps: dumps.dumps,
			manifest: fresh(content.manifest, formatManifest(dumps.fileNames)),
			ledger: fresh(content.ledger, formatLedger(ledger.lines)),
			corrections: fresh(
				corrections,
				forwards.reduce(
					(text, item) => addCorrection(text, { section: 'merged', item }),
					String(corrections),
				),
			),
			names: fresh(content.names, formatNames(names)),
			register: extended(run, repaired),
		},
		notes: Object.values(files).filter(({ messages }) => messages.length > 0),
	};
}

/** What both sides left, and their decisions as one text. */
function beginRun(content: Content, context: RepairContext): Run {
	const files = mergedFiles(content, context.sides);
	const corrections = fresh(content.corrections);
	const known = [...content.dumps, ...context.sides.dumps, ...context.spare];
	const largerList = createLargerList(known, entriesOf);
	const { correctionsBefore } = context.sides;
	corrections.value = uniteCorrections(corrections, correctionsBefore, largerList);
	const given = readRegisters(files, context);
	return { content, context, files, corrections, given, largerList };
}

function entriesOf(dump: DumpFile): readonly Entry[] | undefined {
	const file = fresh(dump.file);
	return readSubmission({ ...dump, file, fileName: file.stem })?.entries;
}

/** The first of some registers that is whole: no more than one branch's, and as ingest wrote it. */
export function firstWhole(registers: readonly string[]): VFile | undefined {
	return registers.filter(isWhole).map(asFile)[0];
}

/** The same of registers that begin with the newest, where it may have been cut: an older one that goes on from it. */
export function wholeBeforeCut(registers: readonly string[]): VFile | undefined {
	const whole = registers.filter(isWhole);
	return whole
		.slice(0, 1)
		.map((first) => whole.reduce((last, one) => (one.startsWith(last) ? one : last), first))
		.map(asFile)[0];
}

function asFile(value: string): VFile {
	return new VFile({ path: 'register.jsonl', value });
}

function isWhole(value: string): boolean {
	const file = new VFile({ value });
	parseRegister(file);
	return !hasErrors([file]);
}

/** One repair. */
interface Run {
	readonly content: Content;
	readonly context: RepairContext;
	readonly files: MergedFiles;
	readonly corrections: VFile;
	readonly given: GivenAddresses;
	readonly largerList: LargerList;
}

/** What registers say of addresses. */
interface GivenAddresses {
	/** The text that the repaired register begins with. */
	readonly base: string;
	/** What addresses mean by that text. */
	readonly fixed: ReadonlyMap<string, string>;
	/** What any branch gave. */
	readonly given: readonly (readonly [address: string, means: string])[];
}

function refuse({ files, corrections }: Run, dumps: readonly DumpFile[] = []): void {
	const all = [...dumps.map(({ file }) => file), ...Object.values(files), corrections];
	if (hasErrors(all)) throw new ContentError(all.filter(({ messages }) => messages.length > 0));
}

function readRegisters({ register }: MergedFiles, { published }: RepairContext): GivenAddresses {
	const { stem, meanings } = uniteRegister(register);
	const last = published && parseRegister(published);
	if (published && hasErrors([published])) throw new ContentError([published]);
	const base = baseOf(stem, published && String(published));
	const fixed = new Map(
		[...parseRegister(new VFile({ value: base })).meanings].map(
			([address, { means }]) => [address, means] as const,
		),
	);
	const others = [...(last?.meanings ?? [])].map(
		([address, { means }]) => [address, means] as const,
	);
	return { base, fixed, given: [...meanings, ...others] };
}

// `/papers/gche63bpnx/`, `/digests/2025-03-11-2/`
const idRe = /^\/(?:papers|digests)\/([^/]+)\/$/;

function idsIn<Id extends string>(
	meanings: Iterable<readonly [address: string, means: string]>,
	isId: (text: string) => text is Id,
): (readonly [Id, string])[] {
	return Array.from(meanings).flatMap(([address, means]) => {
		const id = idRe.exec(address)?.[1] ?? '';
		return isId(id) ? [[id, means] as const] : [];
	});
}

function repairDumps(run: Run): PlacedDumps {
	const { content, context, files, corrections, given } = run;
	const decisions = readYaml(corrections, correctionsSchema, 'invalid-correction');
	const changed = new Set(decisions?.dumps.map(({ digest }) => digest));
	const spare = [...context.sides.dumps, ...context.spare];
	const grown = grownDumps(decisions?.dumps ?? [], { ...content, spare }, run.largerList);
	const others = context.sides.dumps.filter((dump) => !isOutgrown(dump, grown, run.largerList));
	const claims = [
		...manifestLines(files.manifest),
		...idsIn(given.given, isDigestId).map(([id, sha256]) => ({ id, sha256 })),
		...others.map(({ file, sha256 }) => ({
			id: file.stem as DigestId,
			name: file.basename,
			sha256,
		})),
	];
	const placed = placeDumps(
		claims,
		new Map(idsIn(given.fixed, isDigestId)),
		{
			present: content.dumps.map((dump) => grown.get(dump.file.stem) ?? dump),
			spare,
			folder: `${content.ledger.dirname}/dumps`,
			extensionOf: dumpExtension,
			changed,
		},
		files.manifest,
	);
	for (const id of changed)
		if (placed.contested.has(id)) report(corrections, 'contested-digest', id);
	return placed;
}

function repairLedger(
	{ files, given }: Run,
	{ namesOf }: PlacedDumps,
	digests: readonly FiledDigest[],
): UnitedLedger {
	const { texts, positionOf, printed } = printedWordings(digests);
	const lines = parseLedger(files.ledger).map((line): LedgerLine => {
		const names = namesOf(line.digest);
		const renamed = names.map((digest) => ({ ...line, digest }));
		return renamed.find((one) => positionOf(one) !== undefined) ?? renamed[0] ?? line;
	});
	const papers = Map.groupBy(idsIn(given.given, isPaperId), ([id]) => id);
	const united = uniteLedger(lines, {
		texts,
		positionOf,
		printed,
		fixed: new Map<PaperId, string>(idsIn(given.fixed, isPaperId)),
		given: new Map(
			[...papers].map(([id, entries]) => [id, entries.map(([, means]) => means)] as const),
		),
	});
	const ids = new Set(united.lines.map(({ id }) => id));
	for (const id of papers.keys())
		if (!ids.has(id)) report(files.register, 'lost-address', `/papers/${id}/`);
	for (const { id, former, line } of united.toldApart)
		report(files.ledger, 'told-apart', `${id}, not ${former}: ${line.title}`);
	return united;
}

/** Corrections that speak of a paper by an id that two had. */
function reportContested(
	{ corrections }: Run,
	{ toldApart }: UnitedLedger,
	decisions: Corrections,
): void {
	for (const id of new Set(toldApart.map(({ former }) => former)))
		if (namesPaper(decisions, id)) report(corrections, 'contested-paper', id);
}

function repairNames(
	{ files, given }: Run,
	ledger: readonly LedgerLine[],
	target: (id: PaperId) => PaperId,
): readonly NameLine[] {
	const firstDigest = new Map<PaperId, DigestId>();
	for (const { id, digest } of ledger) if (!firstDigest.has(id)) firstDigest.set(id, digest);
	const { lines, displaced } = uniteNames(
		nameLines(files.names, () => true),
		{ fixed: given.fixed, given: given.given, firstDigest },
	);
	const found = linesByKey(lines);
	reportForeignNames(lines, (id) => firstDigest.has(id), files.names);
	for (const { kind, slug, key, paper } of displaced) {
		const introducer = paper && target(paper);
		if (!lineOf({ kind, key, name: key, paper: introducer }, found, target))
			report(files.names, 'renamed-system', `${kind} ${slug}: ${key}`);
	}
	return lines;
}

/** The register with what it lacks, and nothing changed of what it begins with. */
function extended(
	{ content, files, given }: Run,
	repaired: Parameters<typeof meaningsOf>[0],
): VFile {
	const base = fresh(content.register, given.base);
	const meanings = meaningsOf(repaired);
	const gain = registerGain(parseRegister(base), meanings, given.given);
	if (given.base === '' && given.given.length === 0 && gain !== '')
		report(files.register, 'new-register', String(meanings.size));
	return fresh(content.register, given.base + gain);
}
