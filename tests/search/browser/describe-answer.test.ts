import { describe, expect, test } from 'vitest';
import { describeAnswer } from '../../../src/search/browser/describe-answer.ts';
import { readState } from '../../../src/search/engine/state.ts';

const answer = (found: number, complete: number, asked = 2, least = 1) => ({
	papers: Array.from({ length: found }, (_, paper) => paper),
	complete,
	words: { asked, least },
	unknown: [],
});

describe('describeAnswer', () => {
	test.each([
		[answer(1, 1), '1 paper'],
		[answer(1200, 1200), '1,200 papers'],
		[answer(0, 0), 'Nothing found.'],
		[answer(7, 1), '1 paper has both words; 6 have one of them.'],
		[answer(42, 2, 5, 3), '2 papers have all of these words; 40 have most of them.'],
		[answer(40, 0, 6, 2), 'No paper has all of these words; 40 have some of them.'],
		[answer(1, 0, 3, 2), 'No paper has all of these words; 1 has most of them.'],
		[
			{ ...answer(3, 0, 3, 2), unknown: [{ word: 'zzyzzyx', nearest: [] }] },
			'No paper has all other words; 3 have most of them.',
		],
	])('%#', (found, expected) => {
		expect(describeAnswer(found, readState('?q=some+words'))).toBe(expected);
	});

	test('says nothing of no search, and of what is ticked where nothing is left', () => {
		expect(describeAnswer(answer(0, 0), readState(''))).toBe('');
		expect(describeAnswer(answer(0, 0), readState('?q=a&code=yes'))).toBe(
			'Nothing found for the boxes ticked.',
		);
	});
});
