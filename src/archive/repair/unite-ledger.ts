import { compareDigestIds, type DigestId, type PaperId } from '../../model/id.ts';
import type { LedgerLine } from '../../model/ledger.ts';
import { wordingId } from '../ledger.ts';
import { couldMint, mintPaperId } from '../mint-paper-id.ts';
import { compareTexts } from './compare-texts.ts';
import { kinOf, strangersIn, type TextsOfWordings } from '../related-wordings.ts';

/** What two branches know beside the lines of their ledgers. */
export interface LedgerContext {
	readonly texts: TextsOfWordings;
	/** Where a digest's dump prints a wording, from 1; nowhere if it was changed since. */
	readonly positionOf: (line: LedgerLine) => number | undefined;
	/** The abstract that an id was given for, as the register that is to be extended says. */
	readonly fixed: ReadonlyMap<PaperId, string>;
	/** The abstracts that an id was given for, as the register of any branch says. */
	readonly given: ReadonlyMap<PaperId, readonly string[]>;
	/** Every wording that a dump prints, with the digest that does so first. */
	readonly printed: readonly Omit<LedgerLine, 'id'>[];
}

/** A paper that two branches gave the id of another, and the id that it has now. */
export interface ToldApart {
	readonly id: PaperId;
	readonly former: PaperId;
	readonly line: LedgerLine;
}

/** The lines of both ledgers in one right order. */
export interface UnitedLedger {
	readonly lines: readonly LedgerLine[];
	readonly toldApart: readonly ToldApart[];
}

/**
 * Bring the lines of two ledgers together, in an order that does not depend on whose they are: by digest, then
 * as its dump has them. An id that both gave to unrelated papers stays with the one that `fixed` says,
 * else with the one of the earlier digest; the other goes to the paper that has its abstract, else gets
 * an id of its own.
 */
export function uniteLedger(claims: readonly LedgerLine[], context: LedgerContext): UnitedLedger {
	const compare = ledgerOrder(context);
	const sorted = withoutRepeats([...claims, ...missingClaims(claims, context)].sort(compare));
	const ids = new Set(sorted.map(({ id }) => id));
	const kept: LedgerLine[] = [];
	const orphans: LedgerLine[][] = [];
	for (const [id, lines] of Map.groupBy(sorted, ({ id }) => id)) {
		const [first, ...others] = papersOf(id, lines, ids, context);
		kept.push(...first!);
		orphans.push(...others);
	}
	const toldApart: ToldApart[] = [];
	for (const orphan of orphans.sort(([a], [b]) => compare(a!, b!))) {
		const owner = ownerOf(orphan, kept);
		const id = owner ?? mintPaperId(orphan[0]!, (candidate) => ids.has(candidate));
		if (owner === undefined) toldApart.push({ id, former: orphan[0]!.id, line: orphan[0]! });
		ids.add(id);
		kept.push(...orphan.map((line) => ({ ...line, id })));
	}
	return { lines: withoutRepeats(kept.sort(compare)), toldApart };
}

function ledgerOrder({ positionOf }: LedgerContext): (a: LedgerLine, b: LedgerLine) => number {
	const places = new Map<LedgerLine, number>();
	const placeOf = (line: LedgerLine) => {
		const place = places.get(line) ?? positionOf(line) ?? Number.MAX_SAFE_INTEGER;
		places.set(line, place);
		return place;
	};
	return (a, b) =>
		compareDigestIds(a.digest, b.digest) ||
		placeOf(a) - placeOf(b) ||
		compareTexts(wordingId(a), wordingId(b)) ||
		compareTexts(a.id, b.id);
}

/** The first line of each wording of each id; the others say the same later. */
function withoutRepeats(lines: readonly LedgerLine[]): LedgerLine[] {
	const seen = new Set<string>();
	return lines.filter((line) => {
		const key = `${line.id} ${wordingId(line)}`;
		return !seen.has(key) && seen.add(key);
	});
}

/** Lines that neither ledger has, though a register says that their ids were given; of what a dump prints. */
function missingClaims(
	claims: readonly LedgerLine[],
	{ given, printed }: LedgerContext,
): LedgerLine[] {
	const known = new Set(claims.map(({ id, abstract }) => `${id} ${abstract}`));
	const missing = [...given].flatMap(([id, abstracts]) =>
		abstracts
			.filter((abstract) => !known.has(`${id} ${abstract}`))
			.map((abstract) => [id, abstract] as const),
	);
	const ids = new Set([...claims.map(({ id }) => id), ...given.keys()]);
	const wordings = Map.groupBy([...claims, ...printed], ({ abstract }) => abstract);
	return missing.flatMap(([id, abstract]) =>
		(wordings.get(abstract) ?? [])
			.filter((line) => couldMint(id, line, (other) => ids.has(other)))
			.map(({ digest, title }) => ({ id, digest, title, abstract })),
	);
}

/** The papers that have one id, as what connects its lines says. The one that keeps the id comes first. */
function papersOf(
	id: PaperId,
	lines: readonly LedgerLine[],
	ids: ReadonlySet<PaperId>,
	context: LedgerContext,
): LedgerLine[][] {
	const { given, fixed } = context;
	const minting = lines.filter((line) => couldMint(id, line, (other) => ids.has(other)));
	// Given for two abstracts, it is two papers as long as nothing shows that it is one.
	const texts: TextsOfWordings =
		new Set(given.get(id)).size > 1 ? (line) => context.texts(line) ?? [] : context.texts;
	if (!strangersIn(lines, minting, texts)) return [[...lines]];
	const left = new Set([...minting, ...lines]);
	const papers: LedgerLine[][] = [];
	for (const first of left) {
		const kin = kinOf(first, lines, texts);
		const paper = lines.filter((line) => left.has(line) && kin.has(line));
		for (const line of paper) left.delete(line);
		papers.push(paper);
	}
	const meant = fixed.get(id);
	const keeper = papers.find((paper) => paper.some(({ abstract }) => abstract === meant));
	return keeper ? [keeper, ...papers.filter((paper) => paper !== keeper)] : papers;
}

/** The paper that has an abstract of these lines already. */
function ownerOf(orphan: readonly LedgerLine[], kept: readonly LedgerLine[]): PaperId | undefined {
	const abstracts = new Set(orphan.map(({ abstract }) => abstract));
	return kept.find(({ abstract }) => abstracts.has(abstract))?.id;
}

/** That one id leads to another from now on. */
export interface Forward {
	readonly paper: PaperId;
	readonly into: PaperId;
	/** The digest in which the one that leads on was met first. */
	readonly digest: DigestId;
}

/**
 * Papers that both branches met, and gave an id each: of those that have an abstract in common, and of
 * which nobody decided, all lead to the one of the earliest digest, then of the smaller id.
 */
export function forwardsOf(
	lines: readonly LedgerLine[],
	target: (id: PaperId) => PaperId,
	isDecided: (one: PaperId, other: PaperId) => boolean,
): Forward[] {
	const first = new Map<PaperId, DigestId>();
	for (const { id, digest } of lines) if (!first.has(id)) first.set(id, digest);
	const rank = (a: PaperId, b: PaperId) =>
		compareDigestIds(first.get(a)!, first.get(b)!) || compareTexts(a, b);
	const groups = new Map<PaperId, Set<PaperId>>();
	for (const sharers of Map.groupBy(lines, ({ abstract }) => abstract).values()) {
		const [one] = sharers;
		for (const { id } of sharers)
			if (!isDecided(one!.id, id)) join(groups, target(one!.id), target(id));
	}
	return [...new Set(groups.values())].flatMap((group) => {
		const [keeper, ...others] = [...group].sort(rank);
		return others.map((paper) => ({ paper, into: keeper!, digest: first.get(paper)! }));
	});
}

function join(groups: Map<PaperId, Set<PaperId>>, one: PaperId, other: PaperId): void {
	const group = new Set([one, other, ...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
	for (const id of group) groups.set(id, group);
}
