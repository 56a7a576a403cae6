import { describe, expect, test } from 'vitest';
import { mutantsOf } from '../../scripts/mutation/mutants.ts';

/** A source text after each change of it. */
const changed = (source: string) =>
	mutantsOf(source).map(
		({ start, end, text }) => source.slice(0, start) + text + source.slice(end),
	);

describe('mutantsOf', () => {
	test.each([
		['a < b', ['a <= b']],
		['a ?? b', ['a && b']],
		['a + 1', ['a - 1', 'a + 2']],
		['!a', ['a']],
		['a ? b : c', ['a ? c : b']],
		['if (a) b();', ['if (true) b();', 'if (false) b();']],
		['list.sort(f).map(g)', ['list.map(g)']],
		['({ 0: a } = b)', []],
		['const { 0: a } = b;', []],
		['type A = 1 | 2;', []],
	])('%s', (source, expected) => {
		expect(changed(source)).toEqual(expected);
	});

	test('says what stood where, and in which expression', () => {
		const source = 'const a =\n\tb === 1;';
		expect(mutantsOf(source)[0]).toEqual({
			start: 13,
			end: 16,
			text: '!==',
			from: '===',
			line: 2,
			within: [11, 18],
		});
	});
});
