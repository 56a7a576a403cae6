import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRecords } from '../../src/check/read-data.ts';

const signs = ['a', 'b c', '"', '""', ',', '\r\n', '\n', '\r', ' ', '\ufeff', 'é'];

/** What is said of a table: how many rows it has, or what is wrong. */
function said(count: () => number): unknown {
	try {
		return count();
	} catch (error) {
		return (error as Error).message;
	}
}

test('a table has as many records, or the same fault, as a strict reader finds', () => {
	const tables = fc.array(fc.constantFrom(...signs), { maxLength: 12 });
	fc.assert(
		fc.property(tables, (parts) => {
			const text = parts.join('');
			expect(said(() => countRecords('a.csv', text))).toBe(
				said(() => Math.max(0, parse(text).length - 1)),
			);
		}),
		{
			numRuns: 2000,
			examples: [[[]], [['a', ',', '"', '\r\n', '"', '\r\n', 'a', ',', '\r\n']]],
		},
	);
});
