import { describe, expect, test } from 'vitest';
import { excerptOf, markedText, type TextRun } from '../../../src/search/engine/excerpt.ts';
import type { Terms } from '../../../src/search/engine/marks.ts';

const none: Terms = { words: [], symbols: [], phrases: [] };
const written = (runs: readonly TextRun[]) =>
	runs.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

describe('markedText', () => {
	test.each([
		[
			'Linear transformers transform',
			{ words: ['transformer'] },
			'Linear [transformers] transform',
		],
		['Mambas, Mamba-2 and samba', { words: ['mamba'] }, '[Mambas], [Mamba]-2 and samba'],
		['GPT-4 and GPT', { words: ['gpt4'] }, '[GPT-4] and GPT'],
		['In O(n²) time, not O(n²d)', { symbols: ['o(n^2)'] }, 'In [O(n²)] time, not O(n²d)'],
		['A k-means of k', { words: ['k'] }, 'A [k]-means of [k]'],
		['FlashAttention is attention', { words: ['attent'] }, '[FlashAttention] is [attention]'],
		[
			'Long-context in a long contexts',
			{ phrases: [['long', 'context']] },
			'[Long-context] in a [long contexts]',
		],
		['<b>bold</b>', { words: ['bold'] }, '<b>[bold]</b>'],
	])('%s', (text, terms, expected) => {
		expect(written(markedText(text, { ...none, ...terms }))).toBe(expected);
	});
});

describe('excerptOf', () => {
	const sentence = (word: string) =>
		`This sentence has some ${word} in it and is of a certain length. `;
	const abstract = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
		.map(sentence)
		.join('')
		.trim();

	test('is the passage that has most of the terms, from a sentence’s beginning on', () => {
		const excerpt = written(excerptOf(abstract, { ...none, words: ['fifth', 'sixth'] }));
		expect(excerpt).toMatch(/^… This sentence has some \[fifth\] .* \[sixth\] .* …$/);
	});

	test('is the beginning where no term is, and all of a short abstract', () => {
		expect(written(excerptOf(abstract, none))).toMatch(/^This sentence has some first .* …$/);
		expect(written(excerptOf('Short.', none))).toBe('Short.');
	});

	test('shows a formula as received only if the text as shown does not have the term', () => {
		const text = 'It takes O(n²) time. As received: O(n^2), O(m^3).';
		expect(written(excerptOf(text, none))).toBe('It takes O(n²) time.');
		const terms = { ...none, symbols: ['o(n^2)'] };
		expect(written(excerptOf(text, terms))).toBe('It takes [O(n²)] time.');
		expect(written(excerptOf(text, { ...none, symbols: ['o(m^3)'] }))).toBe(
			'It takes O(n²) time. As received: O(n^2), [O(m^3)].',
		);
	});
});
