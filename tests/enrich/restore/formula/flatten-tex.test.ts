import { describe, expect, test } from 'vitest';
import { flattenTex, flattensTo } from '../../../../src/enrich/restore/formula/flatten-tex.ts';

describe('flattenTex', () => {
	test.each([
		['up to $15\\times$ faster', 'up to 15times faster'],
		['$O(n\\log n)$', 'O(nlog n)'],
		['$\\left(n\\right)$', 'left(nright)'],
		// Outside dollars only commands with an argument go.
		['50\\% and \\(A\\) and {\\em x}', '50\\% and \\(A\\) and {\\em x}'],
		['\\textbf{We} propose \\ours{}', 'We propose '],
		// The argument ends at the first brace, so what is wrapped survives and the wrapper does not.
		['$\\tilde{\\mathcal{O}}(n)$', 'mathcal{O}(n)'],
		['$\\frac{1}{2}$', '1{2}'],
		['\\href{https://a.b/}{here}', 'https://a.b/{here}'],
		['\\unicode{x2014}', 'x2014'],
		// Prices pair up.
		['\\$81 to \\$18,862', '\\81 to \\18,862'.replace('\\18', '18')],
	])('%s', (tex, text) => {
		expect(flattenTex(tex)).toBe(text);
	});

	test('says whether a formula may be what a text was', () => {
		expect(flattensTo('O(n^2)', 'O(n^2)')).toBe(true);
		expect(flattensTo('\\mathbb{R}^d', 'R^d')).toBe(true);
		expect(flattensTo('\\varepsilon d', 'varepsilond')).toBe(false);
	});
});
