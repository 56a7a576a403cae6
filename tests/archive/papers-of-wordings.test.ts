import { describe, expect, test } from 'vitest';
import { areDecided, papersOfWordings } from '../../src/archive/papers-of-wordings.ts';
import { rivalOf, splitWordings, wordingsOf } from '../../src/archive/split-wordings.ts';
import { mintPaperId } from '../../src/archive/mint-paper-id.ts';
import type { Corrections } from '../../src/model/corrections.ts';
import type { Day, DigestId, PaperId } from '../../src/model/id.ts';
import type { LedgerLine } from '../../src/model/ledger.ts';

const [a, b, c] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'] as [PaperId, PaperId, PaperId];
const decision = { date: '2026-11-20' as Day, reason: 'A reason' };
const line = (id: PaperId, title: string, abstract = title): LedgerLine => ({
	id,
	digest: '2025-03-11' as DigestId,
	title,
	abstract,
});

type Pair = readonly [PaperId, PaperId];
const decisions = (
	merged: readonly Pair[],
	split: readonly Pair[] = [],
): Pick<Corrections, 'merged' | 'split'> => ({
	merged: merged.map(([paper, into]) => ({ paper, into, ...decision })),
	split: split.map(([paper, from]) => ({ paper, from, ...decision })),
});

describe('papersOfWordings', () => {
	const paperOf = (
		ledger: readonly LedgerLine[],
		decided: Pick<Corrections, 'merged' | 'split'> = decisions([]),
	) => Object.fromEntries(papersOfWordings(ledger, decided));

	test('gives each wording its paper, the first of several', () => {
		expect(paperOf([line(a, 'x'), line(b, 'y'), line(b, 'x')])).toEqual({
			'x\nx': a,
			'y\ny': b,
		});
	});

	test('gives a wording to the paper that others were merged into, by way of others too', () => {
		const ledger = [line(a, 'x'), line(b, 'x')];
		expect(paperOf(ledger, decisions([[a, b]]))).toEqual({ 'x\nx': b });
		expect(paperOf(ledger.toReversed(), decisions([[a, b]]))).toEqual({ 'x\nx': b });
		const chain = decisions([
			[a, c],
			[c, b],
		]);
		expect(paperOf(ledger, chain)).toEqual({ 'x\nx': b });
	});

	test('gives a wording to the paper that was split off', () => {
		const ledger = [line(a, 'x'), line(b, 'x')];
		expect(paperOf(ledger, decisions([], [[b, a]]))).toEqual({ 'x\nx': b });
		expect(paperOf(ledger.toReversed(), decisions([], [[b, a]]))).toEqual({ 'x\nx': b });
	});

	test('also from one that was merged into what holds it', () => {
		const ledger = [line(a, 'x'), line(b, 'x')];
		expect(paperOf(ledger, decisions([[c, a]], [[b, c]]))).toEqual({ 'x\nx': b });
	});

	test('leaves it to the one that was split off, though that was merged back', () => {
		const ledger = [line(b, 'x'), line(a, 'x')];
		expect(paperOf(ledger, decisions([[b, a]], [[b, a]]))).toEqual({ 'x\nx': b });
	});
});

describe('areDecided', () => {
	test('tells papers that decisions connect, by way of others too, from those that none does', () => {
		const isDecided = areDecided(decisions([[a, b]], [[c, b]]));
		expect([isDecided(a, b), isDecided(b, a), isDecided(a, c)]).toEqual([true, true, true]);
		expect(isDecided(a, 'dddddddddd' as PaperId)).toBe(false);
		expect(isDecided('dddddddddd' as PaperId, 'dddddddddd' as PaperId)).toBe(true);
	});

	test('may be told a thing twice', () => {
		const isDecided = areDecided(decisions([[a, b]], [[a, b]]));
		expect([isDecided(a, b), isDecided(a, c)]).toEqual([true, false]);
	});
});

test('a paper’s own wordings are those that became no other’s', () => {
	const ledger = [line(a, 'x'), line(b, 'x'), line(a, 'y'), line(b, 'z')];
	expect(wordingsOf(a, ledger, decisions([], [[b, a]]))).toEqual([ledger[2]]);
	expect(wordingsOf(b, ledger, decisions([], [[b, a]]))).toEqual([ledger[1], ledger[3]]);
});

test('wordings that are split off get an id of their own, one for all', () => {
	const own = mintPaperId(line(a, 'y'), () => false);
	const lines = [{ ...line(a, 'y'), line: 2 }, line(a, 'z')] as const;
	expect(splitWordings(lines, [line(a, 'x'), ...lines])).toEqual([
		line(own, 'y'),
		line(own, 'z'),
	]);
	const taken = splitWordings(lines, [...lines, line(own, 'other')])[0].id;
	expect(taken).not.toBe(own);
});

describe('rivalOf', () => {
	const ledger = [line(a, 'x'), line(b, 'other', 'x'), line(c, 'y')];

	test('is a paper with an abstract in common, once nothing is decided of the two', () => {
		expect(rivalOf(b, ledger, decisions([]))).toBe(a);
		expect(rivalOf(b, ledger, decisions([[b, a]]))).toBe(a);
		expect(rivalOf(a, ledger, decisions([]))).toBe(b);
	});

	test('is none where another decision keeps them apart, or there is no such paper', () => {
		expect(rivalOf(b, ledger, decisions([[b, a]], [[b, a]]))).toBeUndefined();
		expect(rivalOf(c, ledger, decisions([]))).toBeUndefined();
	});
});
