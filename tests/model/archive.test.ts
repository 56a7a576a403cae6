import { expect, test } from 'vitest';
import { currentId, type FormerPaper } from '../../src/model/archive.ts';
import type { Day, DigestId, PaperId } from '../../src/model/id.ts';

test('a paper that moved is known by the id that it leads to, any other by its own', () => {
	const [one, two, gone] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'] as [
		PaperId,
		PaperId,
		PaperId,
	];
	const decision = { date: '2026-11-20' as Day, reason: 'A reason' };
	const former: FormerPaper[] = [
		{ kind: 'moved', id: one, into: two, ...decision },
		{ kind: 'gone', id: gone, digests: ['2025-03-11' as DigestId], ...decision },
	];
	expect([one, two, gone].map(currentId({ former }))).toEqual([two, two, gone]);
});
