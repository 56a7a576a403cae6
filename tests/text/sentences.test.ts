import { describe, expect, test } from 'vitest';
import { endsSentence, sentences } from '../../src/text/sentences.ts';

describe('sentences', () => {
	test.each([
		['It is slow. We mend it.', ['It is slow.', 'We mend it.']],
		// Digits, bullets and marks begin one too.
		['Up by 50%. 8 runs agree.', ['Up by 50%.', '8 runs agree.']],
		['Two parts: • One. • Two.', ['Two parts: • One.', '• Two.']],
		['It is “good.” (We asked.)', ['It is “good.”', '(We asked.)']],
		// No end: an abbreviation, an initial, a number.
		['Shown by Gu et al. They mean it.', ['Shown by Gu et al. They mean it.']],
		['Models, e.g. Mamba, are fast.', ['Models, e.g. Mamba, are fast.']],
		['Theorem of (J. Smith) holds.', ['Theorem of (J. Smith) holds.']],
		['A gain of 1.5 is small.', ['A gain of 1.5 is small.']],
		['', ['']],
	])('of %s', (text, parts) => {
		expect(sentences(text)).toEqual(parts);
		expect(parts.join(' ')).toBe(text);
	});
});

test.each([
	['We show it.', true],
	['We show “it works.”', true],
	['(It is shown!)', true],
	['And so on…', true],
	['Attention Is All You Need', false],
	['GPT-4.5', false],
])('whether %s ends a sentence', (text, ends) => {
	expect(endsSentence(text)).toBe(ends);
});
