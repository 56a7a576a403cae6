import { describe, expect, test } from 'vitest';
import { printedWordings } from '../../../src/archive/repair/printed-wordings.ts';
import { wordingKey } from '../../../src/archive/wording-key.ts';
import type { DigestId, PaperId } from '../../../src/model/id.ts';
import { abstractNumber } from '../../support/dumps.ts';
import { filedDigest } from '../../support/filed-digest.ts';

const one = ['One', abstractNumber(1)] as const;
const two = ['Two', abstractNumber(2)] as const;
// The same wording in other letters.
const loud = ['ONE!', abstractNumber(1).toUpperCase()] as const;
const lineOf = ([title, abstract]: readonly [string, string], id: string) => ({
	...wordingKey(title, abstract),
	id: 'k3v9q2x7mf' as PaperId,
	digest: id as DigestId,
});

describe('printedWordings', () => {
	const { texts, positionOf, printed } = printedWordings([
		filedDigest('2025-03-12', loud, two),
		filedDigest('2025-03-11', two, one, loud),
	]);

	test('has every abstract as it was printed of a wording, oldest first', () => {
		expect(texts(lineOf(one, '2025-03-11'))).toEqual([one[1], loud[1], loud[1]]);
		expect(texts(lineOf(['Three', 'Never printed.'], '2025-03-11'))).toBeUndefined();
	});

	test('tells where a digest prints a wording first, from 1', () => {
		expect(positionOf(lineOf(two, '2025-03-11'))).toBe(1);
		expect(positionOf(lineOf(loud, '2025-03-11'))).toBe(2);
		expect(positionOf(lineOf(two, '2025-03-12'))).toBe(2);
		expect(positionOf(lineOf(two, '2025-03-13'))).toBeUndefined();
	});

	test('lists every wording once, with the digest that printed it first', () => {
		expect(printed).toEqual([
			{ ...wordingKey(...two), digest: '2025-03-11' },
			{ ...wordingKey(...one), digest: '2025-03-11' },
		]);
	});
});
