import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeTex, formulaTex, isBalanced } from '../../src/text/escape-tex.ts';

describe('escapeTex', () => {
	test.each([
		['Attention Is All You Need', 'Attention Is All You Need'],
		['R&D at 50% for $5 #1 a_b', 'R\\&D at 50\\% for \\$5 \\#1 a\\_b'],
		['C:\\x ~ ^', 'C:\\textbackslash{}x \\textasciitilde{} \\textasciicircum{}'],
		// A brace without a partner would end the field.
		['a } b {', 'a \\textbraceright{} b \\textbraceleft{}'],
		// `<` prints as `¡` in TeX's own fonts.
		['a < b | c', 'a \\textless{} b \\textbar{} c'],
		['Poincaré, Erdős, Šimůnek', "Poincar\\'{e}, Erd\\H{o}s, \\v{S}im\\r{u}nek"],
		// An accent on an accent stays as it is.
		['Nguyễn', 'Nguyễn'],
		['Łukasz Straße Ærø', '\\L{}ukasz Stra\\ss{}e \\AE{}r\\o{}'],
		['“Here’s”: ‘a’ – b — c…', "``Here's'': `a' -- b --- c\\ldots{}"],
		['The "Problem" of 5" and 7"', 'The ``Problem\'\' of 5" and 7"'],
		// Not a dash, and not `¿`.
		['use --flag', 'use -{}-flag'],
		['What?“ he', 'What?{}`` he'],
		['H₂O, BT², 15×', 'H$_{2}$O, BT$^{2}$, 15\\texttimes{}'],
		['α-β λ ≤ Ω', '$\\alpha$-$\\beta$ $\\lambda$ $\\le$ $\\Omega$'],
		// What TeX has no name for stays.
		['日本 ℝ', '日本 ℝ'],
		['two\n\tlines\u0007', 'two lines '],
	])('%s', (text, tex) => {
		expect(escapeTex(text)).toBe(tex);
	});

	test('whatever a text holds, its braces are in pairs and nothing of it is a command', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const tex = escapeTex(text);
				expect(isBalanced(tex)).toBe(true);
				expect(tex).not.toMatch(/[\n\r]/);
				expect(tex.replace(/\\[a-z]+|\\./gi, '')).not.toMatch(/[\\&%#]/);
			}),
		);
	});
});

describe('formulaTex', () => {
	test.each([
		['BT^2', '$BT^2$'],
		// An escaped brace counts for BibTeX all the same.
		['\\left\\{ x \\right.', '$\\left\\lbrace  x \\right.$'],
		// A new line, then a group.
		['a \\\\{b}', '$a \\\\{b}$'],
	])('%s', (formula, tex) => {
		expect(formulaTex(formula)).toBe(tex);
		expect(isBalanced(tex)).toBe(true);
	});
});

test.each([
	['a', true],
	['{a}{b{c}}', true],
	['{a', false],
	['a}{', false],
])('the braces of %s: %s', (tex, expected) => {
	expect(isBalanced(tex)).toBe(expected);
});
