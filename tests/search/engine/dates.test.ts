import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/search/engine/dates.ts';

describe('readDate', () => {
	test.each([
		['2025', '2025'],
		['2025-03', '2025-03'],
		['2025/3/9', '2025-03-09'],
		['March 2025', '2025-03'],
		['2025 mar', '2025-03'],
		['Mar 11, 2025', '2025-03-11'],
		['11th March 2025', '2025-03-11'],
		[' 11 sept. 2025 ', '2025-09-11'],
		// No date, or a date and something else.
		['March', undefined],
		['may', undefined],
		['March 2025 mamba', undefined],
		['ma 2025', undefined],
		['11 2025', undefined],
		['20255', undefined],
		['', undefined],
	])('%s is %s', (text, expected) => {
		expect(readDate(text)).toBe(expected);
	});
});
