import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { fileDay, parsePrintedDate, resolveDay } from '../../src/parse/printed-date.ts';

function day(text: string, sources: Parameters<typeof resolveDay>[1]) {
	const file = new VFile({ path: 'dump.txt' });
	const printed = parsePrintedDate(text, 9, file);
	const resolved = printed && resolveDay(printed, sources, file);
	return resolved ?? file.messages.map(({ ruleId }) => ruleId).join();
}

describe('resolveDay', () => {
	test.each([
		// The year is given.
		['Mar 11', { year: 2025 }, '2025-03-11'],
		['Sept 3', { year: 2025 }, '2025-09-03'],
		['Feb 29', { year: 2024 }, '2024-02-29'],
		// The year is the file name's.
		['Mar 11', { fileName: '2025-03-11.txt' }, '2025-03-11'],
		['Jan 1', { fileName: '2016-01-01_00000.txt' }, '2016-01-01'],
		// The year is printed.
		['Mar 11, 2025', {}, '2025-03-11'],
		['2025-03-11', {}, '2025-03-11'],
		// All three agree.
		['Mar 11, 2025', { year: 2025, fileName: '2025-03-11.txt' }, '2025-03-11'],
		// Nothing says the year.
		['Mar 11', {}, 'missing-year'],
		['Mar 11', { fileName: '003_eb3e76666404ec78.txt' }, 'missing-year'],
		// They disagree.
		['Mar 11', { fileName: '2025-03-12.txt' }, 'date-conflict'],
		['Mar 11', { year: 2024, fileName: '2025-03-11.txt' }, 'date-conflict'],
		['Mar 11, 2025', { year: 2024 }, 'date-conflict'],
		// The year takes the leap day away.
		['Feb 29', { year: 2025 }, 'impossible-date'],
		// Not a date.
		['Ma 11', { year: 2025 }, 'missing-date'],
		['13', { year: 2025 }, 'missing-date'],
		['2025-13-01', {}, 'impossible-date'],
	] as const)('%s with %o is %s', (text, sources, expected) => {
		expect(day(text, sources)).toBe(expected);
	});
});

describe('a dump without a date', () => {
	test.each([
		[{ fileName: '2025-03-11.json' }, '2025-03-11'],
		[{ fileName: '2025-03-11.json', year: 2025 }, '2025-03-11'],
		[{ fileName: '2025-03-11.json', year: 2024 }, 'date-conflict'],
		[{ fileName: 'list.json', year: 2025 }, 'missing-day'],
		[{}, 'missing-day'],
	])('with %o is of %s', (sources, expected) => {
		const file = new VFile({ path: 'dump.json' });
		const resolved = resolveDay(undefined, sources, file);
		expect(resolved ?? file.messages.map(({ ruleId }) => ruleId).join()).toBe(expected);
	});
});

describe('parsePrintedDate', () => {
	test.each([
		// The ends of months and of names.
		['Jan 1', [undefined, 1, 1]],
		['December 31', [undefined, 12, 31]],
		['Feb 29', [undefined, 2, 29]],
		['Sep. 30', [undefined, 9, 30]],
		['mar 11 2025', [2025, 3, 11]],
		['2025-12-01', [2025, 12, 1]],
	])('%s is read', (text, [year, month, date]) => {
		const file = new VFile({ path: 'dump.txt' });
		expect(parsePrintedDate(text, 9, file)).toEqual({ text, year, month, day: date, line: 9 });
		expect(file.messages).toEqual([]);
	});

	test.each([
		['Apr 31', 'impossible-date'],
		['Mar 0', 'impossible-date'],
		['Feb 29, 2025', 'impossible-date'],
		['2025-00-11', 'missing-date'],
		['Mai 11', 'missing-date'],
		['soon', 'missing-date'],
	])('%s is refused, with its place', (text, expected) => {
		const file = new VFile({ path: 'dump.txt' });
		expect(parsePrintedDate(text, 9, file)).toBeUndefined();
		expect(file.messages).toMatchObject([{ ruleId: expected, line: 9, column: 1 }]);
	});

	test('a day before its month is read, and said to be odd', () => {
		const file = new VFile({ path: 'dump.txt' });
		expect(parsePrintedDate('11 March, 2025', 9, file)).toMatchObject({ month: 3, day: 11 });
		expect(file.messages).toMatchObject([
			{ ruleId: 'day-before-month', line: 9, column: 1, fatal: false },
		]);
	});
});

describe('resolveDay', () => {
	test('says where the date that it refuses stands', () => {
		for (const sources of [{}, { year: 2024 }, { year: 2025, fileName: '2025-03-12' }]) {
			const file = new VFile({ path: 'dump.txt' });
			const printed = parsePrintedDate(
				sources.year === 2024 ? 'Mar 11, 2025' : 'Mar 11',
				7,
				file,
			);
			expect(resolveDay(printed, sources, file)).toBeUndefined();
			expect(file.messages).toMatchObject([{ line: 7, column: 1 }]);
		}
	});

	test('says in which year there is no such day', () => {
		const file = new VFile({ path: 'dump.txt' });
		const printed = parsePrintedDate('Feb 29', 7, file);
		expect(resolveDay(printed, { year: 2025 }, file)).toBeUndefined();
		expect(file.messages[0]!.reason).toContain('Feb 29, 2025');
	});

	test('writes a year of four digits', () => {
		expect(day('Mar 1', { year: 987 })).toBe('0987-03-01');
	});
});

describe('fileDay', () => {
	test.each([
		['2025-03-11.txt', '2025-03-11'],
		['feed 2025-03-11 (1).txt', '2025-03-11'],
		['2025-02-30.txt', undefined],
		['12025-03-11.txt', undefined],
		['003_eb3e76666404ec78.txt', undefined],
	])('%s is %s', (name, expected) => {
		expect(fileDay(name)).toBe(expected);
	});
});
