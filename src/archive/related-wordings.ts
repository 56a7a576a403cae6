import type { LedgerLine } from '../model/ledger.ts';
import { similarity } from './similarity.ts';

/**
 * Below this, two abstracts under one title are two papers. Of the ten million pairs of different
 * papers in 285 days of the feed, twenty reach it, each two papers by the same hands.
 */
export const relatedAbstracts = 0.15;

/**
 * The abstracts as printed of a wording. `undefined`, where no dump has it any more, is related to
 * all; nothing, to none.
 */
export type TextsOfWordings = (line: LedgerLine) => readonly string[] | undefined;

/** Lines of one id that nothing connects with the one that was given it. */
interface Strangers {
	readonly first: LedgerLine;
	readonly strangers: readonly LedgerLine[];
}

/**
 * The lines of one id that nothing connects with its others: no abstract that is the same, no
 * title that is the same over an abstract that is related. `minting` are those that can have been
 * given the id.
 */
export function strangersIn(
	lines: readonly LedgerLine[],
	minting: readonly LedgerLine[],
	texts: TextsOfWordings,
): Strangers | undefined {
	if (lines.every(({ abstract }) => abstract === lines[0]!.abstract)) return undefined;
	const [best] = minting
		.map((first) => {
			const kin = kinOf(first, lines, texts);
			return { first, strangers: lines.filter((line) => !kin.has(line)) };
		})
		.toSorted((a, b) => a.strangers.length - b.strangers.length);
	return best && best.strangers.length > 0 ? best : undefined;
}

/** A line and all that are connected with it, by way of one another. */
export function kinOf(
	first: LedgerLine,
	lines: readonly LedgerLine[],
	texts: TextsOfWordings,
): Set<LedgerLine> {
	const kin = new Set([first]);
	for (let size = 0; size < kin.size;) {
		size = kin.size;
		for (const line of lines)
			if (!kin.has(line) && belongs(line, [...kin], texts)) kin.add(line);
	}
	return kin;
}

function belongs(line: LedgerLine, kin: readonly LedgerLine[], texts: TextsOfWordings): boolean {
	if (kin.some(({ abstract }) => abstract === line.abstract)) return true;
	return (
		kin.some(({ title }) => title === line.title) &&
		kin.some((other) => areRelated(texts(line), texts(other)))
	);
}

function areRelated(
	texts: readonly string[] | undefined,
	others: readonly string[] | undefined,
): boolean {
	if (!texts || !others) return true;
	return texts.some((text) =>
		others.some((other) => similarity(text, other) >= relatedAbstracts),
	);
}
