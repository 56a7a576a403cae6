import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../../src/enrich/restore/formula/formula-text.ts';
import { typesetFormula } from '../../../../src/enrich/restore/formula/typeset-formula.ts';

describe('formulaText', () => {
	test.each([
		['O(n^2)', 'O(n²)'],
		['x \\in \\mathbb{R}^d', 'x ∈ ℝᵈ'],
		['\\mathcal O(n \\log n)', '𝒪(n log n)'],
		['\\frac{1}{16}', '1/16'],
		['\\frac{a+b}{2}', '(a + b)/2'],
		['\\sqrt[3]{\\log n}', '³√(log n)'],
		['N_E', 'N_E'],
		['n^{1.5}', 'n^(1.5)'],
		['v_{\\text{reason}}', 'vᵣₑₐₛₒₙ'],
		['2^k - 1', '2ᵏ − 1'],
		['n^{-1}', 'n⁻¹'],
		['62\\% \\rightarrow 67\\%', '62% → 67%'],
		['360^\\circ', '360°'],
		['\\{a, b\\}', '{a, b}'],
	])('%s', (tex, text) => {
		expect(formulaText(typesetFormula(tex))).toBe(text);
	});
});
