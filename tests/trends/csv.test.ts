import { describe, expect, test } from 'vitest';
import { csv } from '../../src/trends/csv.ts';

const table = (...rows: (string | number)[][]) => ({
	columns: [
		{ name: 'title', heading: 'Title', kind: 'text' as const },
		{ name: 'papers', heading: 'Papers', kind: 'count' as const },
	],
	rows,
});

describe('csv', () => {
	test('has a line of names, then a line for each row, each ended with CRLF', () => {
		expect(csv(table(['A', 1], ['B', 2]))).toBe('title,papers\r\nA,1\r\nB,2\r\n');
		expect(csv(table())).toBe('title,papers\r\n');
	});

	test.each([
		['Fast, small', '"Fast, small"'],
		['A “Study” of "It"', '"A “Study” of ""It"""'],
		['two\nlines', '"two\nlines"'],
		['O(n²) ≤ ∞', 'O(n²) ≤ ∞'],
		['', ''],
		// What a spreadsheet would run.
		['=HYPERLINK("http://a.io")', `"'=HYPERLINK(""http://a.io"")"`],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\tA', "'\tA"],
		['\rA', `"'\rA"`],
		['＝1', "'＝1"],
		// Not at the beginning, a sign is only a sign.
		['a=b', 'a=b'],
	])('writes %j as %j', (text, cell) => {
		expect(csv(table([text, 1]))).toBe(`title,papers\r\n${cell},1\r\n`);
	});
});
