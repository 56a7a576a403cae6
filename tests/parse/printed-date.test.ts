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
