import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../../src/disk/content-folder.ts';
import { findFormulas } from '../../../../src/enrich/restore/formula/find-formulas.ts';
import { flattensTo } from '../../../../src/enrich/restore/formula/flatten-tex.ts';
import { createWords } from '../../../../src/enrich/restore/formula/words.ts';

const words = createWords(await readLexicon());

function find(text: string, from = 0, to = text.length) {
	return findFormulas(text, from, to, words);
}

describe('findFormulas reads', () => {
	test.each([
		// Products, by what stands on both sides and the spaces between.
		['16times16', ['16\\times16']],
		['n times d', ['n \\times d']],
		['224 times 224', ['224 \\times 224']],
		['3 times 10 days', []],
		['2times m, ntimes n, 4.3times 10^5', ['2\\times m', 'n\\times n', '4.3\\times 10^5']],
		['3times w.r.t. it', ['3\\times']],
		['256{times}256', ['256{\\times}256']],
		['15times', ['15\\times']],
		['10times-20times', ['10\\times', '20\\times']],
		// Other commands between two things.
		['11.0 pm 1.3', ['11.0 \\pm 1.3']],
		['x in {0, 1}', ['x \\in \\{0, 1\\}']],
		['x in O(n) time', ['O(n)']],
		['r in [0.1, 0.9], as X in [3]', ['r \\in [0.1, 0.9]']],
		['αin (0,1), as B in (b)', ['α\\in (0,1)']],
		['n to infty', ['n \\to \\infty']],
		['beta_2 to 1, x_2 to 19', ['\\beta_2 \\to 1', 'x_2']],
		['x to y', []],
		['p mid q', []],
		['x sim p', ['x \\sim p']],
		['T ll hwd', ['T \\ll hwd']],
		// Signs.
		['epsilon<0.1', ['\\epsilon<0.1']],
		['1+epsilon', ['1+\\epsilon']],
		['rho = -0.86, r=-0.5', ['\\rho = -0.86']],
		['x = A100', []],
		['alpha/beta', []],
		['x-1, x - 1', []],
		['1 - t/T', ['1 - t/T']],
		['x_1 / b, x_1/ b, x_1- b', ['x_1 / b', 'x_1', 'x_1']],
		['x_i - a method', ['x_i']],
		// A relation with nothing before it.
		['leq 7', ['\\leq 7']],
		['sim20%', ['\\sim20\\%']],
		['le 5', ['\\le 5']],
		['le monde', []],
		['sim 10^3', ['\\sim 10^3']],
		['sim2real, sim-to-real, Flexi-UNet', []],
		// Most authors set it alone before a number that stands close, or has a unit.
		['sim20, ge 175B', ['\\sim', '\\ge']],
		['{sim}750, {sim}2{times}', ['{\\sim}', '{\\sim}', '2{\\times}']],
		['sim2.5times', ['\\sim', '2.5\\times']],
		// Scripts.
		['pi_0.5', ['\\pi_0.5']],
		['10^5, 10^15', ['10^5']],
		['x_{LR} x_{max} x_{ij}', ['x_{\\text{LR}} x_{\\max} x_{ij}']],
		['n^2d', ['n^2d']],
		['τ^2-bench, π_{0.5}, CAS(ME)^2', ['τ^2', 'π_{0.5}', '^2']],
		['CO_2, F1_c, Q4_0, LLM_old', ['_2', '_c']],
		// Fonts, accents, logarithms, brackets.
		['tilde O(n)', ['\\tilde O(n)']],
		['mathbf x', ['\\mathbf x']],
		['boldsymbolπ', ['\\boldsymbolπ']],
		['nlog n, 5log n, log d', ['n\\log n', '5\\log n', '\\log d']],
		['O(loglog T)', ['O(\\log\\log T)']],
		['log a, log P-value', []],
		['Oleft(n^2right)', ['O\\left(n^2\\right)']],
		['log(d/2), log(thing)', ['\\log(d/2)']],
		['(n_1)^2, (n)^2, (n)', ['(n_1)^2', '(n)^2']],
		['f_i p_i', ['f_i p_i']],
		['Delta t, Delta a', ['\\Delta t']],
		['W^top W', ['W^\\top W']],
		// Brackets of the formula and of the sentence.
		['a (1-varepsilon) part', ['(1-\\varepsilon)']],
		['the pair (eta, B)', ['(\\eta, B)']],
		['few (k leq 5) of', ['k \\leq 5']],
		['see (GUI-G^2)', ['G^2']],
		['a VLA (e.g., pi_0)', ['\\pi_0']],
		// A set, names of programs, signs between words.
		['{True, False}', []],
		['x_train', []],
		['VLM^2', ['^2']],
		['LLMtimesMapReduce', ['\\times']],
	])('%s', (text, formulas) => {
		const found = find(text);
		expect(found.map(({ tex }) => tex)).toEqual(formulas);
		for (const { start, end, tex } of found)
			expect(flattensTo(tex!, text.slice(start, end))).toBe(true);
	});
});

describe('findFormulas passes over whole what shows a loss', () => {
	test.each([
		['of mathcal{O}(n) now', 'mathcal{O}(n)'],
		['at x_1{m} here', 'x_1{m}'],
		['in left(n{m}right) steps', 'left(n{m}right)'],
	])('%s', (text, loss) => {
		const found = find(text).filter(({ tex }) => tex === undefined);
		expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([loss]);
	});
});

test('nothing is read beyond the offsets', () => {
	const text = 'see C_Phi and C_Psi';
	expect(find(text, 9).map(({ start }) => start)).toEqual([14]);
	expect(find(text, 0, 12)).toMatchObject([{ start: 4, end: 9 }]);
});
