import { describe, expect, test } from 'vitest';
import {
	chunksOf,
	foldSymbol,
	foldWord,
	isSymbol,
	singularOf,
	stemOf,
	wordsOf,
} from '../../src/search/search-text.ts';

describe('chunksOf', () => {
	test.each([
		['(“GPT-4’s” – or not),', ['GPT-4', 'or', 'not']],
		['in O(n log n) time (O(n)).', ['in', 'O(n log n)', 'time', 'O(n)']],
		['C++, F*. and GSM++:', ['C++', 'F*', 'and', 'GSM++']],
		['a model(s) [MASK] ~15× 50%', ['a', 'model(s)', 'MASK', '15×', '50']],
		// Never closed: only the chunk itself.
		['f(x and so on', ['f(x', 'and', 'so', 'on']],
	])('%s', (text, expected) => {
		const chunks = chunksOf(text);
		expect(chunks.map((chunk) => chunk.text)).toEqual(expected);
		for (const { text: chunk, start } of chunks)
			expect(text.slice(start, start + chunk.length)).toBe(chunk);
	});
});

describe('isSymbol', () => {
	test.each([
		'O(n)',
		'C++',
		'F*',
		'k',
		'15×',
		'15times',
		'R^d',
		'ℝᵈ',
		'x_0',
		'pass@k',
		'n²',
		'λ',
	])('%s', (chunk) => expect(isSymbol(chunk)).toBe(true));
	test.each([
		'attention',
		'model(s)',
		'GPT-4',
		'3.5',
		'mtc_new',
		'https://a.org/b#c',
		'ViT-L/14',
	])('%s is none', (chunk) => expect(isSymbol(chunk)).toBe(false));
});

describe('foldSymbol', () => {
	test.each([
		['o(n^2)', ['O(n²)', 'O(n^2)', 'O(n^{2})', 'mathcal{O}(n^2)', '\\mathcal{O}(n^2)']],
		['o(nlogn)', ['O(n log n)', 'O(nlogn)']],
		['15×', ['15×', '15times', '15x']],
		['r^d', ['R^d', 'ℝᵈ', 'mathbb{R}^d', 'ℝ^d']],
		['r_y(x_0)', ['R_y(mathbf x_0)', 'R_y(x₀)']],
		['d^-1', ['D^{-1}', 'D⁻¹']],
	])('%s', (folded, spellings) => {
		for (const spelling of spellings) expect(foldSymbol(spelling)).toBe(folded);
	});
});

describe('words', () => {
	test.each([
		['long-context', ['long', 'context']],
		['GPT-4', ['gpt', 'gpt4']],
		['LMUFormer', ['lmuformer', 'lmu', 'former']],
		['Poincaré', ['poincare']],
		['don’t', ['dont']],
		['https://github.com/foo', ['https', 'github', 'com', 'foo']],
	])('%s', (chunk, expected) => {
		expect(wordsOf(chunk)).toEqual(expected);
	});

	test('are compared without case, accents and punctuation', () => {
		expect(foldWord('Poincaré-2')).toBe('poincare2');
	});

	test('are one in their endings', () => {
		expect(stemOf('transforming')).toBe(stemOf('transforms'));
		expect(stemOf('attentions')).toBe(stemOf('attention'));
		expect(singularOf('transformers')).toBe('transformer');
		expect(singularOf('loss')).toBeUndefined();
	});
});
