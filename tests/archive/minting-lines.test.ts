import { expect, test } from 'vitest';
import { mintPaperId } from '../../src/archive/mint-paper-id.ts';
import { mintingLines } from '../../src/archive/minting-lines.ts';
import type { DigestId, PaperId } from '../../src/model/id.ts';

const line = (title: string, abstract: string, id: PaperId) => ({
	id,
	digest: '2025-03-11' as DigestId,
	title,
	abstract,
});
const one = mintPaperId({ title: 'one', abstract: 'x' }, () => false);
const second = mintPaperId({ title: 'one', abstract: 'y' }, (id) => id === one);
const foreign = 'zzzzzzzzzz' as PaperId;

test('an id was minted for the lines that give it, and found once a ledger', () => {
	const ledger = [
		line('one', 'x', one),
		line('other', 'x', one),
		line('one', 'y', second),
		line('two', 'z', foreign),
	];
	const minting = mintingLines(ledger);
	expect([...minting]).toEqual([
		[one, [ledger[0]]],
		[second, [ledger[2]]],
		[foreign, []],
	]);
	expect(mintingLines(ledger)).toBe(minting);
	// Nothing is in its way, so it would have been given its title's.
	expect(mintingLines([ledger[2]!]).get(second)).toEqual([]);
});
