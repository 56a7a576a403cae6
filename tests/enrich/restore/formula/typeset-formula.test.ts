import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
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
