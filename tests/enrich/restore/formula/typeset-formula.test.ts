import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../../src/enrich/restore/formula/formula-text.ts';
import { typesetFormula } from '../../../../src/enrich/restore/formula/typeset-formula.ts';

describe('typesetFormula', () => {
	test('gives MathML with the TeX as annotation', () => {
		const html = toHtml(typesetFormula('O(n^2)'));
		expect(html).toMatch(/^<math><semantics>.*<msup><mi>n<\/mi><mn>2<\/mn><\/msup>/);
		expect(html).toContain('<annotation encoding="application/x-tex">O(n^2)</annotation>');
	});

	test.each([
		'\\bar x',
		'\\begin{matrix}a\\end{matrix}',
		'\\color{red}x',
		'\\tilde{O}',
		'\\boxed{x}',
	])('has no style for the policy to drop: %s', (tex) => {
		expect(toHtml(typesetFormula(tex))).not.toMatch(/ (?:style|class)=/);
	});

	test.each([
		'\\frac{',
		'x^1^2',
		'\\nosuchcommand',
		'{'.repeat(5_000),
		`x${'^{x'.repeat(30)}${'}'.repeat(30)}`,
		'x'.repeat(501),
		'\\def\\a{\\a\\a}\\a',
		'\\href{javascript:alert(1)}{x}',
	])('throws rather than set %s', (tex) => {
		expect(() => typesetFormula(tex)).toThrow(Error);
	});

	test('markup in a formula is text', () => {
		const html = toHtml(typesetFormula('\\text{<img src=x onerror=alert(1)>}'));
		expect(html).not.toContain('<img');
	});
});

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
