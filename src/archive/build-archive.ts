import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type { Archive, ArchivedDigest, EntryStatus } from '../model/archive.ts';
import type { Digest, Entry } from '../model/digest.ts';
import { compareDigestIds, type DigestId, type PaperId } from '../model/id.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Appearance, NonEmpty, Paper, Revision } from '../model/paper.ts';
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
	readonly digest: DigestId;
	readonly position: number;
	readonly of: number;
}

/**
 * Put digests together by the ledger: nothing is guessed, an entry is the paper that the ledger
 * says. Entries without a line in the ledger are reported on their dump, ledger lines without
 * their entry on the ledger.
 */
export function buildArchive(
	sources: readonly FiledDigest[],
	ledger: Ledger,
	ledgerFile: VFile,
): Archive {
	const ordered = [...sources].sort((a, b) => compareDigestIds(a.digest.id, b.digest.id));
	const recognised = ordered.map((source) => recognise(source, ledger));
	reportLostWordings(recognised.flat(), ledger, ledgerFile);
	const papers = collectPapers(recognised.flat(), ledger);
	const statuses = entryStatuses(recognised.flat());
	const digests = ordered.map(({ digest }, index): ArchivedDigest => ({
		id: digest.id,
		day: digest.day,
		earlier: ordered[index - 1]?.digest.id,
		later: ordered[index + 1]?.digest.id,
		entries: recognised[index]!.map((place) => ({
			paper: place.paper,
			title: place.entry.title.text,
			abstract: place.entry.abstract.text,
			status: statuses.get(place)!,
		})),
	}));
	return { digests, papers };
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

function recognise({ digest, file }: FiledDigest, ledger: Ledger): Recognised[] {
	const index = ledgerIndex(ledger);
	return digest.entries.flatMap((entry, offset) => {
		const paper = index.get(wordingId(wordingKey(entry.title.text, entry.abstract.text)));
		if (paper === undefined) {
			report(file, 'unknown-wording', entry.title.text, entry.title);
			return [];
		}
		return { entry, paper, digest: digest.id, position: offset + 1, of: digest.entries.length };
	});
}

/** Each ledger line names the digest that first printed its wording; it must still do so. */
function reportLostWordings(
	recognised: readonly Recognised[],
	ledger: Ledger,
	ledgerFile: VFile,
): void {
	const printed = new Set(recognised.map(({ digest, entry }) => printedId(digest, entry)));
	ledger.forEach((line, index) => {
		if (!printed.has(`${line.digest}\n${wordingId(line)}`)) {
			report(ledgerFile, 'lost-wording', `${line.title} in ${line.digest}`, {
				line: index + 1,
				column: 1,
			});
		}
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
	return places.map(({ digest, position, of, entry }) => ({
		digest,
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
		const { entry } = printings[printings.length - 1]!;
		const digests = [...new Set(printings.map(({ digest }) => digest))];
		return { title: entry.title.text, abstract: entry.abstract.text, digests };
	}) as unknown as NonEmpty<Revision>;
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
