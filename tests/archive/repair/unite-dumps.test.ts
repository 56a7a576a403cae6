import { describe, expect, test } from 'vitest';
import { uniteDumps, type DumpClaim } from '../../../src/archive/repair/unite-dumps.ts';
import type { DigestId } from '../../../src/model/id.ts';

const claim = (id: string, sha256: string): DumpClaim => ({ id: id as DigestId, sha256 });
const fixedTo = (...pairs: readonly (readonly [string, string])[]) =>
	new Map(pairs as readonly (readonly [DigestId, string])[]);

function unite(
	claims: readonly DumpClaim[],
	fixed: ReadonlyMap<DigestId, string> = new Map(),
	taken: readonly string[] = [],
) {
	const { ids, contested } = uniteDumps(claims, fixed, (id) => taken.includes(id));
	return { names: Object.fromEntries(ids), contested: [...contested].toSorted() };
}

describe('uniteDumps', () => {
	test('leaves every dump its name where branches agree', () => {
		const claims = [
			claim('2025-03-11', 'a'),
			claim('2025-03-12', 'b'),
			claim('2025-03-11', 'a'),
		];
		expect(unite(claims)).toEqual({
			names: { a: '2025-03-11', b: '2025-03-12' },
			contested: [],
		});
	});

	test('gives one of two dumps of a day the next number, by the smaller SHA-256', () => {
		const expected = {
			names: { a: '2025-03-11', b: '2025-03-11-2' },
			contested: ['2025-03-11'],
		};
		expect(unite([claim('2025-03-11', 'a'), claim('2025-03-11', 'b')])).toEqual(expected);
		expect(unite([claim('2025-03-11', 'b'), claim('2025-03-11', 'a')])).toEqual(expected);
	});

	test('leaves a name to the dump that has no other', () => {
		const claims = [
			claim('2025-03-11', 'a'),
			claim('2025-03-11-2', 'a'),
			claim('2025-03-11', 'b'),
		];
		expect(unite(claims)).toEqual({
			names: { b: '2025-03-11', a: '2025-03-11-2' },
			contested: ['2025-03-11', '2025-03-11-2'],
		});
	});

	test('gives a dump of several names the earliest', () => {
		const claims = [claim('2025-03-11-10', 'a'), claim('2025-03-11-9', 'a')];
		expect(unite(claims).names).toEqual({ a: '2025-03-11-9' });
		// A name that is said twice is one name.
		const again = [
			claim('2025-03-11', 'a'),
			claim('2025-03-11', 'a'),
			claim('2025-03-11', 'b'),
			claim('2025-03-12', 'b'),
		];
		expect(unite(again).names).toEqual({ a: '2025-03-11', b: '2025-03-12' });
	});

	test('leaves a name to the dump that it was published for', () => {
		const claims = [claim('2025-03-11', 'a'), claim('2025-03-11', 'b')];
		expect(unite(claims, fixedTo(['2025-03-11', 'b'])).names).toEqual({
			b: '2025-03-11',
			a: '2025-03-11-2',
		});
	});

	test('goes by no published name of a dump that no branch has', () => {
		expect(unite([claim('2025-03-11', 'a')], fixedTo(['2025-03-11', 'gone'])).names).toEqual({
			a: '2025-03-11',
		});
	});

	test('gives no number that another dump has, or a file that is no branch’s', () => {
		const claims = [
			claim('2025-03-11', 'a'),
			claim('2025-03-11', 'b'),
			claim('2025-03-11-2', 'c'),
		];
		expect(unite(claims, new Map(), ['2025-03-11-3']).names).toEqual({
			a: '2025-03-11',
			c: '2025-03-11-2',
			b: '2025-03-11-4',
		});
	});
});
