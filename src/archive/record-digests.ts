import type { VFile } from 'vfile';
import { quote, report } from '../diagnostics.ts';
import type { FiledDigest } from '../model/content.ts';
import type { Entry } from '../model/digest.ts';
import type { PaperId } from '../model/id.ts';
import type { Ledger, LedgerLine, WordingKey } from '../model/ledger.ts';
import { revisionText } from './build-archive.ts';
import { wordingId } from './ledger.ts';
import { mintPaperId } from './mint-paper-id.ts';
import { addLikeness, createLikenessIndex, nearMiss, type LikenessIndex } from './near-misses.ts';
import type { WordingIndex } from './papers-of-wordings.ts';
import { relatedAbstracts } from './related-wordings.ts';
import { similarity } from './similarity.ts';
import { tellingWord } from './telling-word.ts';
import { entryKey } from './wording-key.ts';

/** What an entry was to the archive when ingest met it. */
export type IngestStatus = 'new' | 'known' | 'revised' | 'retitled';

/** An entry of a digest and the paper it was found to be. */
export interface RecordedEntry {
	readonly id: PaperId;
	readonly entry: Entry;
	readonly status: IngestStatus;
}

/** What recording a digest found, entry by entry, and what the ledger gains. */
export interface Recording {
	readonly entries: readonly (readonly RecordedEntry[])[];
	readonly lines: readonly LedgerLine[];
}

// Below this, a person should look. Of the ten million pairs of different papers in 285 days of the
// feed none exceeds 0.24, and every wording that it revised is above 0.95: between them lies nothing.
const surelyRelated = 0.5;

/** The wordings of a paper as printed; most have one, and need not be compared. */
interface Printings {
	readonly first: Entry;
	texts?: Set<string>;
}

/** What the archive remembers while digests are recorded, one after another. */
interface Memory {
	readonly papers: Map<string, PaperId>;
	readonly titles: Map<PaperId, string>;
	readonly byTitle: Map<string, Set<PaperId>>;
	readonly byAbstract: Map<string, PaperId>;
	readonly abstracts: Map<PaperId, Set<string>>;
	readonly printings: Map<PaperId, Printings>;
	readonly ids: Set<PaperId>;
	readonly likeness: LikenessIndex;
	readonly lines: LedgerLine[];
}

/**
 * Find the paper of every entry of new digests, in their order, minting ids for those that have
 * none. `known` are the digests the ledger already covers, `papers` what its wordings are. Same wording: that paper. Same
 * abstract: that paper, retitled. Same title with a related abstract: that paper, revised. Same
 * title with an unrelated abstract: a paper of its own.
 */
export function recordDigests(
	ledger: Ledger,
	papers: WordingIndex,
	known: readonly FiledDigest[],
	additions: readonly FiledDigest[],
): Recording {
	const asked = additions.flatMap(({ digest }) => digest.entries);
	const memory = remember(ledger, papers, known, asked);
	const entries = additions.map((source) => {
		const seen = new Set<PaperId>();
		return source.digest.entries.map((entry) => {
			const recorded = recordEntry(entry, source, memory);
			if (seen.has(recorded.id))
				report(source.file, 'repeated-paper', entry.title.text, entry.title);
			seen.add(recorded.id);
			return recorded;
		});
	});
	return { entries, lines: memory.lines };
}

function remember(
	ledger: Ledger,
	papers: WordingIndex,
	known: readonly FiledDigest[],
	asked: readonly Entry[],
): Memory {
	const memory: Memory = {
		papers: new Map(papers),
		titles: new Map(),
		byTitle: new Map(),
		byAbstract: new Map(),
		abstracts: new Map(),
		printings: new Map(),
		ids: new Set(ledger.map(({ id }) => id)),
		likeness: createLikenessIndex(asked),
		lines: [],
	};
	for (const line of ledger) {
		// A wording that became another paper's says nothing of this one.
		if (papers.get(wordingId(line)) === line.id) rememberLine(memory, line);
	}
	for (const { digest } of known) {
		for (const entry of digest.entries) {
			const id = memory.papers.get(wordingId(entryKey.of(entry)));
			if (id !== undefined) rememberPrinting(memory, id, entry);
		}
	}
	return memory;
}

function recordEntry(entry: Entry, source: FiledDigest, memory: Memory): RecordedEntry {
	const key = entryKey.of(entry);
	const match = findPaper(key, entry, source, memory);
	const id = match?.id ?? mintPaperId(key, (candidate) => memory.ids.has(candidate));
	if (!match) reportLikeness(id, entry, source, memory);
	const printings = memory.printings.get(id);
	const printed = printings !== undefined && textsOf(printings).has(revisionText(entry));
	if (!memory.papers.has(wordingId(key))) {
		memory.lines.push({ id, digest: source.digest.id, ...key });
		memory.papers.set(wordingId(key), id);
		memory.ids.add(id);
		rememberLine(memory, { id, ...key });
	}
	rememberPrinting(memory, id, entry);
	return { id, entry, status: !match ? 'new' : printed ? 'known' : match.status };
}

function rememberLine({ byTitle, byAbstract }: Memory, line: Omit<LedgerLine, 'digest'>): void {
	addTo(byTitle, line.title, line.id);
	if (!byAbstract.has(line.abstract)) byAbstract.set(line.abstract, line.id);
}

/** A new paper that is very like another is a paper of its own until a person says otherwise. */
function reportLikeness(id: PaperId, entry: Entry, { file }: FiledDigest, memory: Memory): void {
	const { title } = entry;
	const [same] = memory.byTitle.get(entryKey.of(entry).title) ?? [];
	const near = same ?? nearMiss(memory.likeness, entry);
	if (near === undefined) return;
	const other = memory.likeness.texts.get(near)?.title.text ?? title.text;
	report(
		file,
		same === undefined ? 'near-miss' : 'same-title',
		`${id} to ${near}: ${other}`,
		title,
	);
}

function findPaper(
	key: WordingKey,
	entry: Entry,
	{ file }: FiledDigest,
	memory: Memory,
): { readonly id: PaperId; readonly status: 'revised' | 'retitled' } | undefined {
	const same = memory.papers.get(wordingId(key));
	if (same !== undefined) return { id: same, status: 'revised' };
	const titled = memory.byTitle.get(key.title);
	const abstracted = memory.byAbstract.get(key.abstract);
	if (abstracted !== undefined) {
		if (titled?.has(abstracted)) return { id: abstracted, status: 'revised' };
		if (titled) report(file, 'two-papers-claim-it', entry.title.text, entry.title);
		reportTellingTitle(abstracted, entry, file, memory);
		return { id: abstracted, status: 'retitled' };
	}
	if (!titled) return undefined;
	const revised = closest(titled, entry.abstract.text, memory);
	if (revised && revised.score < surelyRelated)
		report(file, 'slightly-alike', `${revised.id}: ${entry.title.text}`, entry.title, {
			expected: revised.score.toFixed(2),
		});
	return revised && { id: revised.id, status: 'revised' };
}

/** One abstract decides for one paper, even where the titles speak of two. */
function reportTellingTitle(id: PaperId, { title }: Entry, file: VFile, { titles }: Memory): void {
	const before = titles.get(id);
	const word = before === undefined ? undefined : tellingWord(before, title.text);
	if (word !== undefined)
		report(file, 'telling-title', `${id}: ${before}`, title, {
			expected: `\`${quote(word)}\``,
		});
}

/** The paper among those of one title whose abstract is most like this one, if any is related. */
function closest(
	ids: ReadonlySet<PaperId>,
	abstract: string,
	memory: Memory,
): { readonly id: PaperId; readonly score: number } | undefined {
	const scores = [...ids].map((id) => {
		const texts = [...(memory.abstracts.get(id) ?? [])];
		return { id, score: Math.max(0, ...texts.map((text) => similarity(text, abstract))) };
	});
	scores.sort((a, b) => b.score - a.score);
	return scores[0] && scores[0].score >= relatedAbstracts ? scores[0] : undefined;
}

function rememberPrinting(memory: Memory, id: PaperId, entry: Entry): void {
	memory.titles.set(id, entry.title.text);
	addTo(memory.abstracts, id, entry.abstract.text);
	if (isNewPrinting(memory, id, entry)) addLikeness(memory.likeness, id, entry);
}

/** Whether a paper never was printed so; from now on it was. */
function isNewPrinting({ printings }: Memory, id: PaperId, entry: Entry): boolean {
	const known = printings.get(id);
	if (!known) {
		printings.set(id, { first: entry });
		return true;
	}
	const texts = textsOf(known);
	const { size } = texts;
	return texts.add(revisionText(entry)).size > size;
}

function textsOf(printings: Printings): Set<string> {
	return (printings.texts ??= new Set([revisionText(printings.first)]));
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
	const set = sets.get(key);
	if (set) set.add(value);
	else sets.set(key, new Set([value]));
}
