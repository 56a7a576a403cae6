import { describe, expect, test } from 'vitest';
import { diffWords } from '../../../src/enrich/view/revisions.ts';

const marks = { same: '', added: '+', removed: '-' };

describe('diffWords', () => {
	test.each([
		['We read long texts.', 'We read very long texts.', 'We read |+very |long texts.'],
		[
			'state-of-the-art (SOTA) results',
			'the best results',
			'-state-of-the-art (SOTA)|+the best| results',
		],
		['same', 'same', 'same'],
	])('%s → %s', (before, after, expected) => {
		const parts = diffWords(before, after);
		const told = parts.map(({ kind, text }) => marks[kind] + text).join('|');
		const words = (kind: 'added' | 'removed') =>
			parts
				.filter((part) => part.kind === 'same' || part.kind === kind)
				.map(({ text }) => text)
				.join('');
		expect(words('removed')).toBe(before);
		expect(words('added')).toBe(after);
		expect(told.length).toBeLessThanOrEqual(expected.length + 12);
	});

	test('two long texts without a word in common are shown one after the other', () => {
		const before = Array.from({ length: 3_000 }, (_, index) => `a${index}`).join(' ');
		const after = Array.from({ length: 3_000 }, (_, index) => `b${index}`).join(' ');
		expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
	});
});
