import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines, countRecords } from '../../src/check/read-data.ts';

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

test.each([
	['{}\n[1]\n', 2],
	['', 0],
	['{}\n[1]', 'the last line is cut'],
	['{}\n\n', 'line 2: Unexpected end of JSON input'],
	['{}\n\ufeff{}\n', /^line 2: Unexpected token/],
])('lines of JSON, %j: %s', (text, found) => {
	const count = said(() => countLines(Buffer.from(text)));
	if (found instanceof RegExp) expect(count).toMatch(found);
	else expect(count).toBe(found);
});

test('bytes that are not UTF-8 are no lines of JSON', () => {
	expect(() => countLines(Buffer.from([0x22, 0xff, 0x22, 0x0a]))).toThrow(TypeError);
});
