import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { noCorrections } from '../../../src/archive/decisions/corrections.ts';
import { decideForwards } from '../../../src/archive/repair/decide-forwards.ts';
import type { Corrections } from '../../../src/model/corrections.ts';
import type { Day, DigestId, PaperId } from '../../../src/model/id.ts';
import type { LedgerLine } from '../../../src/model/ledger.ts';

const [early, late, other] = ['zzzzzzzzzz', '0000000000', 'k3v9q2x7mf'] as PaperId[];
const line = (id: PaperId | undefined, digest: string, abstract: string): LedgerLine => ({
	id: id!,
	digest: digest as DigestId,
	title: abstract,
	abstract,
});

function decide(ledger: readonly LedgerLine[], decisions: Partial<Corrections> = {}) {
	const file = new VFile();
	const merges = decideForwards(ledger, { ...noCorrections, ...decisions }, file);
	return { merges, messages: file.messages.map(({ ruleId }) => ruleId) };
}

describe('decideForwards', () => {
	test('leads a paper that two branches met to the earlier address, as of the day it was met', () => {
		const ledger = [line(early, '2025-03-11', 'a'), line(late, '2025-03-12-2', 'a')];
		expect(decide(ledger)).toEqual({
			merges: [{ paper: late, into: early, date: '2025-03-12', reason: expect.any(String) }],
			messages: ['forwarded-paper'],
		});
	});

	test('says nothing of papers that have no abstract in common', () => {
		const ledger = [line(early, '2025-03-11', 'a'), line(late, '2025-03-12', 'b')];
		expect(decide(ledger)).toEqual({ merges: [], messages: [] });
	});

	test('decides nothing that a person decided', () => {
		const ledger = [line(early, '2025-03-11', 'a'), line(late, '2025-03-12', 'a')];
		const decision = { date: '2026-11-20' as Day, reason: 'They are two.' };
		const split = [{ paper: late!, from: early!, ...decision }];
		expect(decide(ledger, { split }).merges).toEqual([]);
		const merged = [{ paper: late!, into: early!, ...decision }];
		expect(decide(ledger, { merged }).merges).toEqual([]);
	});

	test('makes its decisions in the order of their papers', () => {
		const ledger = [
			line(early, '2025-03-11', 'a'),
			line(other, '2025-03-12', 'a'),
			line(late, '2025-03-13', 'a'),
		];
		expect(decide(ledger).merges.map(({ paper }) => paper)).toEqual([late, other]);
	});
});
