import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonPlaces, placesOf } from '../../../src/parse/feed-list/json-places.ts';

/** Every value of a value, by JSON pointer. */
function valuesIn(value: unknown, pointer = ''): (readonly [string, unknown])[] {
	const inner =
		typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, one]) =>
					valuesIn(one, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
				)
			: [];
	return [[pointer, value], ...inner];
}

const json = fc.jsonValue({ maxDepth: 4 });

// `-0.5e+3`
const numberRe = /^-?\d[\d.eE+-]*/;

/** What begins at an offset of a text. */
function valueAt(text: string, offset: number): unknown {
	const number = numberRe.exec(text.slice(offset));
	if (number) return Number(number[0]);
	for (let end = offset + 1; end <= text.length; end++) {
		try {
			return JSON.parse(text.slice(offset, end));
		} catch {
			// Not whole yet.
		}
	}
	return undefined;
}

function faultOf(text: string): number | undefined {
	return findJsonPlaces(text, new Set()).fault;
}

describe('findJsonPlaces', () => {
	test('finds every value that is asked for, and no fault, in whatever is JSON', () => {
		fc.assert(
			fc.property(json, fc.constantFrom(undefined, '\t'), (value, indent) => {
				const text = JSON.stringify(value, undefined, indent);
				const values = new Map(valuesIn(value));
				const { offsets, fault } = findJsonPlaces(text, new Set(values.keys()));
				expect(fault).toBeUndefined();
				for (const [pointer, offset] of offsets)
					expect(valueAt(text, offset)).toEqual(
						JSON.parse(JSON.stringify(values.get(pointer))),
					);
				expect([...offsets.keys()].toSorted()).toEqual([...values.keys()].toSorted());
			}),
		);
	});

	test('finds none that is not asked for, or lies deeper than five levels', () => {
		const text = '{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}';
		const find = (...pointers: readonly string[]) =>
			Object.fromEntries(findJsonPlaces(text, new Set(pointers)).offsets);
		expect(find('/a/b', '/a/x')).toEqual({ '/a/b': 10 });
		expect(find('/a/b/c/d/e')).toEqual({ '/a/b/c/d/e': 25 });
		expect(find('/a/b/c/d/e/f')).toEqual({});
	});

	test.each([
		// Where each stops being JSON.
		['', 0],
		['{', 1],
		['[1,]', 3],
		['[1 2]', 3],
		['[,1]', 1],
		['{"a":1,}', 7],
		['{"a" 1}', 5],
		['{"a":}', 5],
		['{a:1}', 1],
		['{1:1}', 1],
		['[1}', 2],
		['{"a":1]', 6],
		['[1] x', 4],
		['[1][', 3],
		['tru', 0],
		['[01]', 2],
		['[-]', 1],
		['"a', 2],
		['"a\\"', 4],
		['["a\\\\"]x', 7],
		['"\\d"', 1],
		['"a\\u00g0"', 2],
		['"a\nb"', 2],
		['{"a\nb":1}', 3],
	])('%j is faulty at %d', (text, fault) => {
		expect(() => JSON.parse(text)).toThrow(SyntaxError);
		expect(faultOf(text)).toBe(fault);
	});

	test.each([['"\\\\"'], ['"\\\\\\""'], ['"\\u00e9\\n"'], ['[-0.5e+3, true, null]'], [' {} ']])(
		'%s has no fault',
		(text) => {
			expect(() => JSON.parse(text)).not.toThrow(SyntaxError);
			expect(faultOf(text)).toBeUndefined();
		},
	);
});

test('LF, CRLF and CR end a line', () => {
	const placeOf = placesOf('ab\ncd\r\nef\rg');
	expect([0, 1, 2, 3, 7, 9, 10].map(placeOf)).toEqual([
		{ line: 1, column: 1 },
		{ line: 1, column: 2 },
		{ line: 1, column: 3 },
		{ line: 2, column: 1 },
		{ line: 3, column: 1 },
		{ line: 3, column: 3 },
		{ line: 4, column: 1 },
	]);
});
