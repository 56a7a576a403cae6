import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type {
	Archive,
	ArchivedDigest,
	ArchivedEntry,
	EntryStatus,
	GonePaper,
	MovedPaper,
	WithdrawnDigest,
} from '../model/archive.ts';
import type { Corrections } from '../model/corrections.ts';
import type { Digest, Entry, Passage } from '../model/digest.ts';
import { compareDigestIds, digestIdParts, type DigestId, type PaperId } from '../model/id.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Appearance, NonEmpty, Paper, Revision } from '../model/paper.ts';
import { mergeTarget } from './corrections.ts';
import { wordingId } from './ledger.ts';
import { wordingKey } from './wording-key.ts';

/** A digest with the file it was read from, for messages. */
export interface FiledDigest {
	readonly digest: Digest;
	readonly file: VFile;
	/** Of the dump's bytes, in hex. */
	readonly sha256: string;
}

/** An entry whose paper the ledger knows. */
interface Recognised {
	readonly entry: Entry;
	readonly paper: PaperId;
	/** The paper before any merge. */
	readonly anchor: PaperId;
	readonly digest: DigestId;
	readonly position: number;
	readonly of: number;
}

/** What persons and ingest decided of the papers. */
export interface Decisions {
	readonly ledger: Ledger;
	readonly ledgerFile: VFile;
	readonly corrections: Corrections;
}

/**
 * Put digests together by the ledger and the corrections: nothing is guessed, an entry is the paper
 * that the ledger says. Entries without a line in the ledger are reported on their dump, ledger
 * lines without their entry on the ledger, unless their dump was changed on purpose.
 */
export function buildArchive(sources: readonly FiledDigest[], decisions: Decisions): Archive {
	const { ledger, corrections } = decisions;
	const ordered = [...sources].sort((a, b) => compareDigestIds(a.digest.id, b.digest.id));
	const targetOf = mergeTarget(corrections);
	const recognised = ordered.map((source) => recognise(source, ledger, targetOf));
	const places = recognised.flat();
	reportLostWordings(places, decisions);
	const removed = new Set(corrections.removed.map(({ paper }) => targetOf(paper)));
	const shown = places.filter(({ paper }) => !removed.has(paper));
	const papers = collectPapers(shown, ledger);
	const statuses = entryStatuses(shown);
	const digests = ordered.map(({ digest }, index): ArchivedDigest => ({
		id: digest.id,
		day: digest.day,
		earlier: ordered[index - 1]?.digest.id,
		later: ordered[index + 1]?.digest.id,
		entries: recognised[index]!.map((place) => archivedEntry(place, statuses.get(place))),
	}));
	const withdrawn = withdrawnDigests(corrections);
	const former = formerPapers(papers, places, decisions);
	const text = corrections.text.map((decision) => ({
		...decision,
		paper: targetOf(decision.paper),
	}));
	return { digests, withdrawn, papers, former, text };
}

function archivedEntry(
	{ paper, anchor, entry }: Recognised,
	status: EntryStatus | undefined,
): ArchivedEntry {
	if (status === undefined) return { kind: 'removed', paper, anchor };
	const { title, abstract } = entry;
	return { kind: 'printed', paper, anchor, title: title.text, abstract: abstract.text, status };
}

function withdrawnDigests({ dumps }: Corrections): WithdrawnDigest[] {
	return dumps
		.filter(({ sha256 }) => sha256 === undefined)
		.map(({ digest, date, reason }) => ({
			id: digest,
			day: digestIdParts(digest).day,
			date,
			reason,
		}))
		.sort((a, b) => compareDigestIds(a.id, b.id));
}

/** What became of each paper of the ledger that has no page of its own any more. */
function formerPapers(
	papers: readonly Paper[],
	places: readonly Recognised[],
	{ ledger, corrections }: Decisions,
): (GonePaper | MovedPaper)[] {
	const shown = new Set(papers.map(({ id }) => id));
	const merges = new Map(corrections.merged.map((merge) => [merge.paper, merge]));
	const changes = new Map(corrections.dumps.map((change) => [change.digest, change]));
	const printed = Map.groupBy(places, ({ paper }) => paper);
	const targetOf = mergeTarget(corrections);
	const removals = new Map(
		corrections.removed.map((removal) => [targetOf(removal.paper), removal]),
	);
	const minted = new Map<PaperId, DigestId>();
	for (const { id, digest } of ledger) if (!minted.has(id)) minted.set(id, digest);
	return [...minted].flatMap(([id, first]): (GonePaper | MovedPaper)[] => {
		const merge = merges.get(id);
		if (merge)
			return [
				{ kind: 'moved', id, into: targetOf(id), date: merge.date, reason: merge.reason },
			];
		if (shown.has(id)) return [];
		// A paper that was not removed is printed by the dump that minted it, unless that was changed.
		const { date, reason } = removals.get(id) ?? changes.get(first)!;
		const digests = [...new Set(printed.get(id)?.map(({ digest }) => digest) ?? [first])];
		return [
			{ kind: 'gone', id, digests: digests as unknown as NonEmpty<DigestId>, date, reason },
		];
	});
}

const papersOf = new WeakMap<Ledger, ReadonlyMap<string, PaperId>>();

/** The paper of each wording of a ledger, made once a ledger. */
export function ledgerIndex(ledger: Ledger): ReadonlyMap<string, PaperId> {
	let index = papersOf.get(ledger);
	if (!index) {
		index = new Map(ledger.map((line) => [wordingId(line), line.id]));
		papersOf.set(ledger, index);
	}
	return index;
}

/** Whether the ledger knows every entry of a digest. */
export function isCovered(digest: Digest, ledger: Ledger): boolean {
	const index = ledgerIndex(ledger);
	return digest.entries.every(({ title, abstract }) =>
		index.has(wordingId(wordingKey(title.text, abstract.text))),
	);
}

function recognise(
	{ digest, file }: FiledDigest,
	ledger: Ledger,
	targetOf: (id: PaperId) => PaperId,
): Recognised[] {
	const index = ledgerIndex(ledger);
	return digest.entries.flatMap((entry, offset) => {
		const anchor = index.get(wordingId(wordingKey(entry.title.text, entry.abstract.text)));
		if (anchor === undefined) {
			report(file, 'unknown-wording', entry.title.text, entry.title);
			return [];
		}
		return {
			entry,
			paper: targetOf(anchor),
			anchor,
			digest: digest.id,
			position: offset + 1,
			of: digest.entries.length,
		};
	});
}

/** Each ledger line names the digest that first printed its wording; it must still do so. */
function reportLostWordings(
	places: readonly Recognised[],
	{ ledger, ledgerFile, corrections }: Decisions,
): void {
	const printed = new Set(places.map(({ digest, entry }) => printedId(digest, entry)));
	const changed = new Set(corrections.dumps.map(({ digest }) => digest));
	ledger.forEach((line, index) => {
		if (changed.has(line.digest) || printed.has(`${line.digest}\n${wordingId(line)}`)) return;
		const place = { line: index + 1, column: 1 };
		report(ledgerFile, 'lost-wording', `${line.title} in ${line.digest}`, place);
	});
}

function printedId(digest: DigestId, { title, abstract }: Entry): string {
	return `${digest}\n${wordingId(wordingKey(title.text, abstract.text))}`;
}

function collectPapers(recognised: readonly Recognised[], ledger: Ledger): Paper[] {
	const places = Map.groupBy(recognised, ({ paper }) => paper);
	const ids = new Set(ledger.map(({ id }) => id));
	return [...ids].flatMap((id) => {
		const found = places.get(id);
		return found
			? { id, revisions: revisionsOf(found), appearances: appearancesOf(found) }
			: [];
	});
}

function appearancesOf(places: readonly Recognised[]): NonEmpty<Appearance> {
	return places.map(({ digest, anchor, position, of, entry }) => ({
		digest,
		anchor,
		position,
		of,
		line: entry.title.line,
	})) as unknown as NonEmpty<Appearance>;
}

/** Printings of one paper, oldest first, to its wordings in the order in which each was last printed. */
function revisionsOf(places: readonly Recognised[]): NonEmpty<Revision> {
	const wordings = new Map<string, Recognised[]>();
	for (const place of places) {
		const text = revisionText(place.entry);
		const printings = [...(wordings.get(text) ?? []), place];
		// Taken out and put back, it stands last.
		wordings.delete(text);
		wordings.set(text, printings);
	}
	return [...wordings.values()].map((printings) => {
		const { entry, digest } = printings[printings.length - 1]!;
		const digests = [...new Set(printings.map(({ digest }) => digest))];
		return {
			title: entry.title.text,
			abstract: entry.abstract.text,
			digests,
			place: { digest, title: placeOf(entry.title), abstract: placeOf(entry.abstract) },
		};
	}) as unknown as NonEmpty<Revision>;
}

function placeOf({ line, column }: Passage): Pick<Passage, 'line' | 'column'> {
	return { line, column };
}

/** White space alone is no revision. */
export function revisionText({ title, abstract }: Entry): string {
	return `${title.text}\n${abstract.text}`.replace(/[^\S\n]+/g, ' ');
}

function entryStatuses(recognised: readonly Recognised[]): Map<Recognised, EntryStatus> {
	const latest = new Map<PaperId, string>();
	return new Map(
		recognised.map((place) => {
			const before = latest.get(place.paper);
			const text = revisionText(place.entry);
			latest.set(place.paper, text);
			return [place, before === undefined ? 'new' : before === text ? 'known' : 'revised'];
		}),
	);
}
