import { report } from '../diagnostics.ts';
import type {
	Archive,
	ArchivedDigest,
	ArchivedEntry,
	EntryStatus,
	WithdrawnDigest,
} from '../model/archive.ts';
import type { FiledDigest } from '../model/content.ts';
import { mergeTarget, type Corrections } from '../model/corrections.ts';
import type { Entry, Passage } from '../model/digest.ts';
import { compareDigestIds, digestIdParts, type PaperId } from '../model/id.ts';
import type { Ledger } from '../model/ledger.ts';
import { newestFacts } from '../model/paper-facts.ts';
import type { Appearance, NonEmpty, Paper, Revision } from '../model/paper.ts';
import { citeKeys, mintedLines } from './cite-keys.ts';
import { formerPapers } from './former-papers.ts';
import { wordingId } from './ledger.ts';
import { papersOfWordings } from './papers-of-wordings.ts';
import { recognise, type Decisions, type RecognisedEntry } from './recognise.ts';
import { replayLedger } from './replay-ledger.ts';

/**
 * Put digests together by the ledger and the corrections: nothing is guessed, an entry is the paper
 * that the ledger says. Entries without a line in the ledger are reported on their dump, ledger
 * lines without their entry on the ledger, unless their dump was changed on purpose.
 */
export function buildArchive(sources: readonly FiledDigest[], decisions: Decisions): Archive {
	const { ledger, corrections } = decisions;
	const ordered = [...sources].sort((a, b) => compareDigestIds(a.digest.id, b.digest.id));
	const target = mergeTarget(corrections);
	const index = papersOfWordings(ledger, corrections);
	const recognised = ordered.map((source) => recognise(source, index, target));
	const places = recognised.flat();
	reportLostWordings(places, decisions);
	replayLedger(places, decisions);
	const removed = new Set(corrections.removed.map(({ paper }) => target(paper)));
	const shown = places.filter(({ paper }) => !removed.has(paper));
	const keys = citeKeys(ledger, mintedTitles(places, ledger));
	const papers = collectPapers(shown, keys);
	const entryOf = entryMaker(shown, papers);
	return {
		digests: ordered.map(({ digest, sha256 }, index): ArchivedDigest => ({
			id: digest.id,
			day: digest.day,
			sha256,
			earlier: ordered[index - 1]?.digest.id,
			later: ordered[index + 1]?.digest.id,
			entries: recognised[index]!.map(entryOf),
		})),
		withdrawn: withdrawnDigests(corrections),
		papers,
		former: formerPapers(papers, places, decisions),
		text: corrections.text.map((decision) => ({
			...decision,
			paper: target(decision.paper),
		})),
	};
}

function withdrawnDigests({ dumps }: Corrections): WithdrawnDigest[] {
	return dumps
		.filter(({ sha256 }) => sha256 === undefined)
		.map(({ digest: id, date, reason }) => ({ id, day: digestIdParts(id).day, date, reason }))
		.sort((a, b) => compareDigestIds(a.id, b.id));
}

/** Each ledger line names the digest that first printed its wording; it must still do so. */
function reportLostWordings(
	places: readonly RecognisedEntry[],
	{ ledger, ledgerFile, corrections }: Decisions,
): void {
	const printed = new Set(places.map(({ digest, wording }) => `${digest}\n${wording}`));
	const changed = new Set(corrections.dumps.map(({ digest }) => digest));
	for (const line of ledger) {
		if (changed.has(line.digest) || printed.has(`${line.digest}\n${wordingId(line)}`)) continue;
		const place = { line: line.line ?? 1, column: 1 };
		report(ledgerFile, 'lost-wording', `${line.title} in ${line.digest}`, place);
	}
}

/** The titles under which papers were minted, as the first dumps that have them print them. */
function mintedTitles(
	places: readonly RecognisedEntry[],
	ledger: Ledger,
): ReadonlyMap<PaperId, string> {
	const minted = new Map(mintedLines(ledger).map((line) => [wordingId(line), line.id]));
	const titles = new Map<PaperId, string>();
	for (const { entry, wording } of places) {
		const id = minted.get(wording);
		if (id !== undefined && !titles.has(id)) titles.set(id, entry.title.text);
	}
	return titles;
}

/** In the order of the ledger. */
function collectPapers(
	places: readonly RecognisedEntry[],
	keys: ReadonlyMap<PaperId, string>,
): Paper[] {
	const byPaper = Map.groupBy(places, ({ paper }) => paper);
	return Array.from(keys).flatMap(([id, citeKey]) => {
		const found = byPaper.get(id);
		return found
			? {
					id,
					citeKey,
					revisions: revisionsOf(found),
					appearances: appearancesOf(found),
					facts: newestFacts(found.map(({ entry }) => entry.facts)),
				}
			: [];
	});
}

function appearancesOf(places: readonly RecognisedEntry[]): NonEmpty<Appearance> {
	return places.map(({ digest, anchor, position, of, entry }) => ({
		digest,
		anchor,
		position,
		of,
		line: entry.title.line,
	})) as unknown as NonEmpty<Appearance>;
}

/** Printings of one paper, oldest first, to its wordings in the order in which each was last printed. */
function revisionsOf(places: readonly RecognisedEntry[]): NonEmpty<Revision> {
	const wordings = new Map<string, RecognisedEntry[]>();
	for (const place of places) {
		// Most papers are printed once.
		const text = places.length === 1 ? '' : revisionText(place.entry);
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

// White space that is not a single space: few texts have any.
const oddSpaceRe = /[^\S\n ]| {2}/;

/** The text of a wording; white space alone makes no other one. */
export function revisionText({
	title,
	abstract,
}: {
	readonly title: Pick<Passage, 'text'>;
	readonly abstract: Pick<Passage, 'text'>;
}): string {
	const text = `${title.text}\n${abstract.text}`;
	return oddSpaceRe.test(text) ? text.replace(/[^\S\n]+/g, ' ') : text;
}

/** Makes the entries of digests; what is not among the shown ones was removed. */
function entryMaker(
	shown: readonly RecognisedEntry[],
	papers: readonly Paper[],
): (place: RecognisedEntry) => ArchivedEntry {
	const finders = new Map(papers.map(({ id, revisions }) => [id, revisionFinder(revisions)]));
	const latest = new Map<PaperId, Revision>();
	const entries = new Map(
		shown.map((place) => {
			const { paper, anchor, entry } = place;
			const revision = finders.get(paper)!(entry);
			const status = statusOf(latest.get(paper), revision);
			latest.set(paper, revision);
			return [place, { paper, anchor, status, revision }];
		}),
	);
	return (place) =>
		entries.get(place) ?? { paper: place.paper, anchor: place.anchor, status: 'removed' };
}

/** Finds the wording of an entry among those of its paper. */
function revisionFinder(revisions: NonEmpty<Revision>): (entry: Entry) => Revision {
	if (revisions.length === 1) return () => revisions[0];
	const byText = new Map(revisions.map((one) => [keyOf(one), one]));
	return (entry) => byText.get(revisionText(entry))!;
}

function keyOf({ title, abstract }: Revision): string {
	return revisionText({ title: { text: title }, abstract: { text: abstract } });
}

function statusOf(before: Revision | undefined, now: Revision): EntryStatus {
	if (before === undefined) return 'new';
	return before === now ? 'known' : 'revised';
}
