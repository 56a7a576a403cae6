import { describe, expect, test } from 'vitest';
import { foldSymbol, isSymbol } from '../../../src/search/text/symbols.ts';

describe('isSymbol', () => {
	test.each(['O(n)', 'C++', 'F*', '15×', '15times', 'R^d', 'ℝᵈ', 'x_0', 'pass@k', 'n²'])(
		'%s',
		(chunk) => expect(isSymbol(chunk)).toBe(true),
	);
	test.each([
		'attention',
		'k',
		'λ',
		'2',
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
