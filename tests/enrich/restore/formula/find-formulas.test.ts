import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../../src/disk/content-folder.ts';
import { findFormulas } from '../../../../src/enrich/restore/formula/find-formulas.ts';
import { flattensTo } from '../../../../src/enrich/restore/formula/flatten-tex.ts';

const lexicon = await readLexicon();

function find(text: string, from = 0, to = text.length) {
	return findFormulas(
		text,
		from,
		to,
		(word) => lexicon.has(word) || lexicon.has(word.toLowerCase()),
	);
}

describe('findFormulas reads', () => {
	test.each([
		// Products, by what stands on both sides and the spaces between.
		['16times16', ['16\\times16']],
		['n times d', ['n \\times d']],
		['224 times 224', ['224 \\times 224']],
		['3 times 10 days', []],
		['15times', ['15\\times']],
		['8timesRTX', ['8\\times']],
		['10times-20times', ['10\\times', '20\\times']],
		// Other commands between two things.
		['11.0 pm 1.3', ['11.0 \\pm 1.3']],
		['x in {0, 1}', ['x \\in \\{0, 1\\}']],
		['x in O(n) time', ['O(n)']],
		['n to infty', ['n \\to \\infty']],
		['x to y', []],
		['p mid q', []],
		['x sim p', ['x \\sim p']],
		['T ll hwd', ['T \\ll hwd']],
		// Signs.
		['epsilon<0.1', ['\\epsilon<0.1']],
		['1+epsilon', ['1+\\epsilon']],
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
		['ge 175B', ['\\ge 175\\mathrm{B}']],
		// Scripts.
		['pi_0.5', ['\\pi_0.5']],
		['10^5, 10^15', ['10^5']],
		['x_{LR} x_{max} x_{ij}', ['x_{\\text{LR}} x_{\\text{max}} x_{ij}']],
		["x_0'(t), RNN's", ["x_0'(t)"]],
		['n^2d', ['n^2d']],
		// Fonts, accents, roots, brackets.
		['tilde O(n)', ['\\tilde O(n)']],
		['mathbf x', ['\\mathbf x']],
		['sqrt n', ['\\sqrt n']],
		['Oleft(n^2right)', ['O\\left(n^2\\right)']],
		['O (n^2)', ['O (n^2)']],
		['log(d/2), log(thing)', ['\\log(d/2)']],
		['(n_1)^2, (n)^2', ['(n_1)^2']],
		['f_i p_i', ['f_i p_i']],
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
		['the varepsilond barrier', 'varepsilond'],
		['at x_1{m} here', 'x_1{m}'],
		['in left(n{m}right) steps', 'left(n{m}right)'],
		['of min(n{m}) all', 'min(n{m})'],
	])('%s', (text, loss) => {
		const found = find(text).filter(({ tex }) => tex === undefined);
		expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([loss]);
	});
});

test('the Greek letters of a formula come with it, and nothing is read beyond the offsets', () => {
	const text = 'see C_Phi and C_Psi';
	expect(find(text).map(({ greek }) => greek)).toEqual([['Phi'], ['Psi']]);
	expect(find(text, 9).map(({ start }) => start)).toEqual([14]);
	expect(find(text, 0, 12)).toMatchObject([{ start: 4, end: 9 }]);
});
