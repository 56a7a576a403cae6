import { otherPlace, report, type DiagnosticName } from '../diagnostics.ts';
import type { DigestId } from '../model/id.ts';
import type { Ledger, LedgerLine } from '../model/ledger.ts';
import { wordingId } from './ledger.ts';
import { mintPaperId } from './mint-paper-id.ts';
import { mintingLines } from './minting-lines.ts';
import { areDecided } from './papers-of-wordings.ts';
import type { Decisions, RecognisedEntry } from './recognise.ts';
import { strangersIn, type TextsOfWordings } from './related-wordings.ts';

/**
 * Replay the ledger: report on it what neither ingest nor a repair could have written. Each
 * message names the two lines that cannot both be so. What branches did in whatever order is no
 * fault, as long as it ends in one paper an id and one id a paper.
 */
export function replayLedger(places: readonly RecognisedEntry[], decisions: Decisions): void {
	const said: Told[] = [
		...twiceMinted(decisions),
		...foreignIds(decisions.ledger),
		...sharedIds(decisions.ledger, textsOf(places)),
		...brokenOrder(places, decisions),
	];
	for (const { name, found, line, other } of said)
		report(decisions.ledgerFile, name, found, placeOf(line), {
			cause: other && otherPlace(name, `The other line: ${other.id}`, placeOf(other)),
		});
}

interface Told {
	readonly name: DiagnosticName;
	readonly found: string;
	readonly line: LedgerLine;
	readonly other?: LedgerLine | undefined;
}

function placeOf({ line = 1 }: LedgerLine) {
	return { line, column: 1 };
}

/** Two ids of one wording, or of one abstract, where nobody decided how they belong together. */
function twiceMinted({ ledger, corrections }: Decisions): Told[] {
	const isDecided = areDecided(corrections);
	const wordings = new Map<string, LedgerLine>();
	const abstracts = new Map<string, LedgerLine>();
	return ledger.flatMap((line): Told[] => {
		const wording = firstOf(wordings, wordingId(line), line);
		const abstract = firstOf(abstracts, line.abstract, line);
		if (!isDecided(wording.id, line.id))
			return [{ name: 'contradictory-ledger-line', found: line.id, line, other: wording }];
		if (!isDecided(abstract.id, line.id))
			return [{ name: 'forked-paper', found: line.id, line, other: abstract }];
		return [];
	});
}

function firstOf(lines: Map<string, LedgerLine>, key: string, line: LedgerLine): LedgerLine {
	const first = lines.get(key) ?? line;
	lines.set(key, first);
	return first;
}

/** Ids that none of their wordings can have been given; the other line is the one that has their title's. */
function foreignIds(ledger: Ledger): Told[] {
	const papers = Map.groupBy(ledger, ({ id }) => id);
	return [...mintingLines(ledger)].flatMap(([id, minting]): Told[] => {
		if (minting.length > 0) return [];
		const line = papers.get(id)![0]!;
		const owner = papers.get(mintPaperId(line, () => false));
		return [{ name: 'foreign-id', found: id, line, other: owner?.[0] }];
	});
}

/** Ids of wordings that nothing connects: two papers. */
function sharedIds(ledger: Ledger, texts: TextsOfWordings): Told[] {
	const minting = mintingLines(ledger);
	return [...Map.groupBy(ledger, ({ id }) => id)].flatMap(([id, lines]): Told[] => {
		const found = strangersIn(lines, minting.get(id)!, texts);
		return found
			? [{ name: 'shared-id', found: id, line: found.strangers[0]!, other: found.first }]
			: [];
	});
}

function textsOf(places: readonly RecognisedEntry[]): TextsOfWordings {
	const texts = Map.groupBy(places, ({ wording }) => wording);
	return (line) => texts.get(wordingId(line))?.map(({ entry }) => entry.abstract.text);
}

/**
 * The lines of a digest stand together, in the order of its dump. A dump that was changed since
 * says nothing; nor does a second line of one wording, which a decision added.
 */
function brokenOrder(
	places: readonly RecognisedEntry[],
	{ ledger, corrections }: Decisions,
): Told[] {
	const positions = new Map(
		places.toReversed().map((place) => [`${place.digest}\n${place.wording}`, place.position]),
	);
	const changed = new Set(corrections.dumps.map(({ digest }) => digest));
	const seen = new Set<string>();
	const last = new Map<DigestId, { readonly line: LedgerLine; readonly position: number }>();
	let before: DigestId | undefined;
	return ledger.flatMap((line): Told[] => {
		const wording = wordingId(line);
		const position = positions.get(`${line.digest}\n${wording}`);
		if (seen.has(wording) || changed.has(line.digest) || position === undefined) return [];
		seen.add(wording);
		const earlier = last.get(line.digest);
		const isBroken = earlier && (earlier.position > position || before !== line.digest);
		last.set(line.digest, { line, position });
		before = line.digest;
		return isBroken
			? [{ name: 'impossible-order', found: line.id, line, other: earlier.line }]
			: [];
	});
}
