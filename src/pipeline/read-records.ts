import { VFile } from 'vfile';
import { parseCorrections } from '../archive/decisions/corrections.ts';
import type { EntryFact } from '../archive/entry-fact.ts';
import { parseLedger } from '../archive/ledger.ts';
import { parseManifest, reportLostDumps } from '../archive/manifest.ts';
import type { Records } from '../archive/plan-ingest.ts';
import { reportMarkers } from '../archive/repair/conflict-markers.ts';
import { ContentError, hasErrors, report } from '../diagnostics.ts';
import type { Content, DumpFile, FiledDigest } from '../model/content.ts';
import { expectedDumps } from '../model/corrections.ts';
import { digestOfDump } from '../model/dump-name.ts';
import { digestIdParts, type Day, type DigestId } from '../model/id.ts';
import type { Entry } from '../model/digest.ts';
import { keepNothing, type Keep, type KeptKind } from '../model/keep.ts';
import { dumpExtension, parseDump } from '../parse/parse-dump.ts';
import { resolveDay, type DateSources } from '../parse/printed-date.ts';

/** A dump that is to become part of the archive, with what is known of its day. */
export interface Submission extends DumpFile, DateSources {}

/** Every file of some content but its dumps. */
export function recordFiles(content: Content): VFile[] {
	const { dumps: _, ...files } = content;
	return Object.values(files);
}

/** Read what ingest and persons wrote down. Errors are left on the files. */
export function readRecords(content: Content): Records {
	if (recordFiles(content).map(reportMarkers).includes(true)) refuseErrors(content);
	const manifest = parseManifest(content.manifest);
	const ledger = parseLedger(content.ledger);
	const corrections = parseCorrections(content.corrections, ledger, manifest);
	reportDamaged(content.dumps, { manifest, corrections });
	return { manifest, ledger, corrections };
}

/** Of a dump that cannot be read any more it is said, too, that it could be when it was ingested. */
function reportDamaged(
	dumps: readonly DumpFile[],
	{ manifest, corrections }: Pick<Records, 'manifest' | 'corrections'>,
): void {
	const expected = expectedDumps(manifest, corrections);
	for (const { file, sha256 } of dumps) {
		const was = expected.get(digestOfDump(file.basename ?? '')!);
		if (hasErrors([file]) && was !== undefined && was !== sha256)
			report(file, 'edited-dump', file.basename!);
	}
}

/** Report dumps that are gone, or not as they were ingested. */
export function reportLost(
	content: Content,
	{ manifest, corrections }: Records,
	digests: readonly FiledDigest[],
): void {
	reportLostDumps(expectedDumps(manifest, corrections), content.manifest, digests);
}

/** Throw a `ContentError` if any of the content's files, or of what was handed in, has an error. */
export function refuseErrors(content: Content, submissions: readonly DumpFile[] = []): void {
	const files = [
		...[...content.dumps, ...submissions].map(({ file }) => file),
		...recordFiles(content),
	];
	if (hasErrors(files))
		throw new ContentError(files.filter(({ messages }) => messages.length > 0));
}

/** The same files without the messages of an earlier reading. */
export function reread(content: Content): Content {
	return {
		dumps: content.dumps.map(({ file, sha256 }) => ({ file: fresh(file), sha256 })),
		manifest: fresh(content.manifest),
		ledger: fresh(content.ledger),
		corrections: fresh(content.corrections),
		names: fresh(content.names),
		register: fresh(content.register),
		topics: fresh(content.topics),
		systems: fresh(content.systems),
		enrichment: fresh(content.enrichment),
		settings: fresh(content.settings),
		watch: fresh(content.watch),
	};
}

/** A file with another text, or its own, and without messages. */
export function fresh({ path, value }: VFile, text = value): VFile {
	return new VFile({ path, value: text });
}

/** The digests of dumps that ingest has named. Errors are left on the files. */
export function readDigests(dumps: readonly DumpFile[]): FiledDigest[] {
	const seen = new Set<DigestId>();
	return dumps.flatMap((source) => {
		const { file } = source;
		// Refused before it was read.
		if (hasErrors([file])) return [];
		const id = digestOfDump(file.basename ?? '');
		if (id === undefined || file.extname !== dumpExtension(file)) {
			report(file, 'file-name', file.basename ?? '');
			return [];
		}
		if (seen.has(id)) report(file, 'second-dump', id);
		seen.add(id);
		const { day } = digestIdParts(id);
		const dated = readSubmission({ ...source, fileName: day });
		return dated?.day === day ? [{ ...source, digest: { id, ...dated } }] : [];
	});
}

/** Reckon a fact of all entries of some digests, or take what an earlier run reckoned of the same dumps. */
export function keepFact<Fact>(
	kind: KeptKind,
	fact: EntryFact<Fact>,
	digests: readonly FiledDigest[],
	keep: Keep = keepNothing,
): void {
	for (const { sha256, digest } of digests) {
		const { entries } = digest;
		fact.remember(
			entries,
			keep(kind, [sha256], () => entries.map(fact.of))!,
		);
	}
}

/** The day and the entries of a dump; errors are left on its file. */
export function readSubmission({
	file,
	year,
	fileName,
}: Submission): { readonly day: Day; readonly entries: readonly Entry[] } | undefined {
	const dump = parseDump(file);
	const day = dump && resolveDay(dump.date, { year, fileName }, file);
	return day && { day, entries: dump.entries };
}
