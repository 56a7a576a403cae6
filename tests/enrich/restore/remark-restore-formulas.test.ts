import { describe, expect, test } from 'vitest';
import { restore } from '../../support/lexicon.ts';

describe('formulas are set', () => {
	test.each([
		// Text, TeX of what is set, and the line of Unicode.
		['from O(n^2) to linear', ['O(n^2)'], 'from O(n²) to linear'],
		['with Theta(log n)-bit words', ['\\Theta(\\log n)'], 'with Θ(log n)-bit words'],
		['the (1+epsilon)-approximate', ['(1+\\epsilon)'], 'the (1 + ϵ)-approximate'],
		['gives 11.0 pm 1.3 points', ['11.0 \\pm 1.3'], 'gives 11.0 ± 1.3 points'],
		// Between these most authors set the sign alone.
		['81% pm 2, 0.8pm0.1', ['\\pm', '\\pm'], '81% ± 2, 0.8±0.1'],
		['at 1024times1024', ['\\times'], 'at 1024×1024'],
		['reach O(L^{{4}/{3}}) now', ['O(L^{{4}/{3}})'], undefined],
		['features in R^d that', ['\\mathbb{R}^d'], 'features in ℝᵈ that'],
		// `R^2` is a coefficient, not a plane.
		['fits in R^2 terms', ['R^2'], 'fits in R² terms'],
		['a 1{2} -epsilon approximation', ['\\frac{1}{2} -\\epsilon'], 'a 1/2 − ϵ approximation'],
		['to Oleft(n^{1.5}dright) from', ['O\\left(n^{1.5}d\\right)'], 'to O(n^(1.5)d) from'],
		['N_E sum_{i=1}^{N_E} f_i p_i, where', ['N_E \\sum_{i=1}^{N_E} f_i p_i'], undefined],
		[
			'D = diag( exp(QK^top) {bf 1}_n ).',
			['D = \\mathrm{diag}( \\exp(QK^\\top) {\\bf 1}_n )'],
			'D = diag(exp(QKᵀ)𝟏ₙ).',
		],
		['For deltageq 1, we', ['\\delta\\geq 1'], 'For δ ≥ 1, we'],
		['C_{Phicirc Psi} > C_Psi.', ['C_{\\Phi\\circ \\Psi} > C_\\Psi'], undefined],
		['at geq 50% sparsity', ['\\geq 50\\%'], 'at ≥ 50% sparsity'],
		[
			'each mathbf y in R_y(mathbf x_0) that',
			['\\mathbf y \\in R_y(\\mathbf x_0)'],
			'each 𝐲 ∈ R_y(𝐱₀) that',
		],
		[
			'from 62.27% rightarrow 67.04% at',
			['62.27\\% \\rightarrow 67.04\\%'],
			'from 62.27% → 67.04% at',
		],
		['a sim60% reduction', ['\\sim60\\%'], 'a ∼ 60% reduction'],
		[
			'quadruplet langle P_u, P_a, B, H rangle that',
			['\\langle P_u, P_a, B, H \\rangle'],
			'quadruplet ⟨Pᵤ, Pₐ, B, H⟩ that',
		],
		// What a name stands on is no part of the formula; a letter or two are.
		['We propose EMPO^2, a', ['^2'], 'We propose EMPO², a'],
		['GUI-360^circ is', ['360^\\circ'], 'GUI-360° is'],
		['extend BT^2 to', ['BT^2'], 'extend BT² to'],
		['the l_1-norm and H_2O', ['l_1', 'H_2O'], 'the l₁-norm and H₂O'],
		// Signs between words without a space.
		['perceptionRightarrowinternalization', ['\\Rightarrow'], 'perception⇒internalization'],
		// Lists are parted at the space.
		['where C_Phi, C_Psi are', ['C_\\Phi', 'C_\\Psi'], 'where C_Φ, C_Ψ are'],
		// A Greek letter alone is one where the text has it in a formula, or names it.
		['of models Phi, and C_Phi', ['\\Phi', 'C_\\Phi'], undefined],
		[
			'a parameter omega. The best omega is',
			['\\omega', '\\omega'],
			'a parameter ω. The best ω is',
		],
		['we introduce beta-DPO', ['\\beta'], 'we introduce β-DPO'],
		['auxiliary modules (Phi)', ['\\Phi'], 'auxiliary modules (Φ)'],
		['a hyperparameter beta', ['\\beta'], 'a hyperparameter β'],
		// Some names are no words of the field.
		["on tau-bench, Cohen's kappa", ['\\tau', '\\kappa'], undefined],
		// `in` is a word, except behind a variable and before what may be a set.
		['the weights W_1 in O(n^2) time', ['W_1', 'O(n^2)'], undefined],
		// Delimiters that survived.
		['costs \\( 1{2} n \\) steps', ['\\frac{1}{2} n'], undefined],
		['costs \\( \\frac{1}{2} n \\) steps', ['\\frac{1}{2} n'], undefined],
		['rank \\(R_{eff}\\) is', ['R_{eff}'], undefined],
		["model \\( x'(t) = Ax(t) \\), and", ["x'(t) = Ax(t)"], undefined],
		['H$_2$O: Heavy', ['_2'], 'H₂O: Heavy'],
		['sets n times d size', ['n \\times d'], 'sets n×d size'],
	])('%s', (text, tex, plain) => {
		const restored = restore(text);
		expect(restored.spans.map((span) => span.tex)).toEqual(tex);
		if (plain !== undefined) expect(restored.plain).toBe(plain);
		expect(restored.html).toContain('<math alttext="');
	});
});

describe('what shows a loss stays as it came', () => {
	test.each([
		// A command around it was dropped.
		'risk of mathcal{O}(mathcal{C_Phi/m} + mathcal{C_Psi/n}) for',
		'is mathcal{O}( n + nLvarepsilon^{-1}), which',
		'bound of mathcal{O}(min{S, T/(n T)}) on',
		// A fraction of nobody knows what.
		'time Obig(n+nk{m}big), removing',
		'a law \\(\\eta_E{\\eta_W} = x_1\\) of',
		'is \\(\\mathcal{O}(n)\\) here',
		// A command runs into a letter: something stood between.
		'a degraded O(varepsilond)-optimal solution',
		'break the varepsilond barrier',
	])('%s', (text) => {
		expect(restore(text)).toMatchObject({ plain: text, spans: [] });
	});
});
