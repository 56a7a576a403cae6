import { expect, test } from 'vitest';
import { compareTexts } from '../../../src/archive/repair/compare-texts.ts';

test('texts are ordered by code units, in every language', () => {
	expect(['b', 'ä', 'a', 'B', 'a'].sort(compareTexts)).toEqual(['B', 'a', 'a', 'b', 'ä']);
	expect(compareTexts('a', 'a')).toBe(0);
	expect(compareTexts('a', 'b')).toBe(-1);
	expect(compareTexts('b', 'a')).toBe(1);
});
