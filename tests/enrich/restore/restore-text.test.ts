import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenTex } from '../../../src/enrich/restore/formula/flatten-tex.ts';
import type { RestoredText } from '../../../src/enrich/restore/restore-text.ts';
import type { TextDecision } from '../../../src/model/corrections.ts';
import type { Day, PaperId } from '../../../src/model/id.ts';
import { times } from '../../support/sizes.ts';
import { restore } from '../../support/lexicon.ts';

describe('restoreText sets formulas', () => {
	test.each([
		// Text, TeX of what is set, and the line of Unicode.
		['from O(n^2) to linear', ['O(n^2)'], 'from O(n²) to linear'],
		['with Theta(log n)-bit words', ['\\Theta(\\log n)'], 'with Θ(log n)-bit words'],
		['the (1+epsilon)-approximate', ['(1+\\epsilon)'], 'the (1 + ϵ)-approximate'],
		['gives 11.0 pm 1.3 points', ['11.0 \\pm 1.3'], 'gives 11.0 ± 1.3 points'],
		['reach O(L^{{4}/{3}}) now', ['O(L^{{4}/{3}})'], undefined],
		['features in R^d that', ['\\mathbb{R}^d'], 'features in ℝᵈ that'],
		// `R^2` is a coefficient, not a plane.
		['fits in R^2 terms', ['R^2'], 'fits in R² terms'],
		['a 1{2} -epsilon approximation', ['\\frac{1}{2} -\\epsilon'], 'a 1/2 − ϵ approximation'],
		['to Oleft(n^{1.5}dright) from', ['O\\left(n^{1.5}d\\right)'], 'to O(n^(1.5)d) from'],
		['N_E sum_{i=1}^{N_E} f_i p_i, where', ['N_E \\sum_{i=1}^{N_E} f_i p_i'], undefined],
		['o(sqrt[3]{log n}) then', ['o(\\sqrt[3]{\\log n})'], 'o(³√(log n)) then'],
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
		// `in` is a word, except behind a variable and before what may be a set.
		['the weights W_1 in O(n^2) time', ['W_1', 'O(n^2)'], undefined],
		// Delimiters that survived.
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

test('a formula and the marks beside it stay on one line; a wide one scrolls by itself', () => {
	expect(restore('Oracle (H_2O), a').html).toMatch(
		/^Oracle <span class="held">\(<math .*<\/math>\),<\/span> a$/,
	);
	expect(restore("model \\( x'(t) = Ax(t) + Bu(t), y(t) = Cx(t) + Du(t) \\), and").html).toMatch(
		/^model <span class="wide" tabindex="0"><math .*<\/math>,<\/span> and$/,
	);
});

describe('restoreText mends what TeX, Markdown and the feed left', () => {
	test.each([
		['up to 15times (11.5times) FLOPs', 'up to 15× (11.5×) FLOPs'],
		['2-4times, 16times16 and 1.37times/1.24times', '2-4×, 16×16 and 1.37×/1.24×'],
		['15times in 3 days', '15× in 3 days'],
		['8timesRTX 4090, LLMtimesMapReduce', '8×RTX 4090, LLM×MapReduce'],
		['only 50\\% of Q\\&A', 'only 50% of Q&A'],
		['\\textless2MB, \\textgreater 13B', '<2MB, > 13B'],
		["na\\\"ively, Uzna\\'{n}ski, {\\'e}tale", 'naïvely, Uznański, étale'],
		["``on average'' and ''informative''", '“on average” and “informative”'],
		['the ``free lunch"? In', 'the “free lunch”? In'],
		["implement `SpikeGPT', a", 'implement ‘SpikeGPT’, a'],
		['hypothesize--and later--that', 'hypothesize–and later–that'],
		['a --- b', 'a — b'],
		['Language Models~(LLMs)', 'Language Models (LLMs)'],
		['0.108s/tokenx2014only half', '0.108s/token—only half'],
		['a cost of \\81 or \\18,862', 'a cost of $81 or $18,862'],
		['Norouzi{-}Fard, 14{,}056', 'Norouzi-Fard, 14,056'],
		['modes: {\\em entropy collapse} in', 'modes: entropy collapse in'],
		['\\textbf{Positional \\textbf{Integrity} (', 'Positional Integrity ('],
		['the {error indicator} becomes', 'the error indicator becomes'],
		['investigate *state collapse* (SC)', 'investigate state collapse (SC)'],
		['the point cloud.For the second', 'the point cloud. For the second'],
		['BUS:Efficient and Effective', 'BUS: Efficient and Effective'],
		['search andretrieve sentences', 'search and retrieve sentences'],
		['memory over- head as', 'memory overhead as'],
		['\\eg, small', 'e.g., small'],
	])('%s', (text, plain) => {
		const restored = restore(text);
		expect(restored.plain).toBe(plain);
		expect(restored.spans.map(({ tex }) => tex).filter(Boolean)).toEqual([]);
	});

	test('sets emphasis, and a line for each mark of a list', () => {
		expect(restore('the {\\em very *best* one}').html).toBe(
			'the <em>very <em>best</em> one</em>',
		);
		expect(restore('a **bold** claim').html).toBe('a <strong>bold</strong> claim');
		expect(restore('two parts: bullet On one. bullet On two.').html).toBe(
			'two parts: <br>\n• On one. <br>\n• On two.',
		);
		expect(restore('They are: * The first. * The second.').plain).toBe(
			'They are: • The first. • The second.',
		);
	});
});

describe('restoreText makes links', () => {
	const links = (text: string) =>
		restore(text).spans.flatMap(({ href, text }) => (href === undefined ? [] : [[href, text]]));

	test.each([
		// The full stop is the sentence's.
		['at https://github.com/a/b.', 'https://github.com/a/b', 'https://github.com/a/b'],
		['at (https://a.io/x_(y)).', 'https://a.io/x_(y)', 'https://a.io/x_(y)'],
		['[https://a.io/x]', 'https://a.io/x', 'https://a.io/x'],
		['at https://a.io/x{https://a.io/x}.', 'https://a.io/x', 'https://a.io/x'],
		['at https://a.io/x.md{this https URL}.', 'https://a.io/x.md', 'https://a.io/x.md'],
		['found https://a.io/x{here.} Now', 'https://a.io/x', 'here.'],
		['see [our page](https://a.io/x).', 'https://a.io/x', 'our page'],
		['at github.com/a/b_c.', 'https://github.com/a/b_c', 'github.com/a/b_c'],
		['at https://a.io/x\\_y, or', 'https://a.io/x_y', 'https://a.io/x_y'],
		[
			'at https://a.io/Megatron-LM#retro.',
			'https://a.io/Megatron-LM#retro',
			'https://a.io/Megatron-LM#retro',
		],
		['at https://a.io/x.The code', 'https://a.io/x', 'https://a.io/x'],
		['on lineargen.github.io.', 'https://lineargen.github.io', 'lineargen.github.io'],
	])('%s', (text, href, shown) => {
		expect(links(text)).toEqual([[href, shown]]);
	});

	test.each([
		'fast.ai and Booking.com',
		'javascript:alert(1)',
		'ftp://a.io/x',
		'https://user@evil.io/',
		'https://localhost/',
		'v1.0/v2.0',
	])('but not of %s', (text) => {
		expect(links(text)).toEqual([]);
	});

	test('which leave the site and say so', () => {
		expect(restore('https://a.io/<b>').html).toBe(
			'<a href="https://a.io/" rel="external noopener noreferrer">https://a.io/</a>&#x3C;b>',
		);
	});
});

describe('restoreText leaves alone', () => {
	test.each([
		'53 times larger, sometimes, inference times',
		'the right order, from left to right, left-to-right',
		'the sum of layer-wise log-likelihood, log-space, max column',
		'the alpha layer, alpha mattes, the Delta Rule, an epsilon of doubt, Phi-3 and Phi models',
		'top-k, k-means, n-gram, pass@k, best-of-N, Gumbel-Top-k, pass^k',
		'F* programs in F*, C++, GSM++, RETRO++',
		'block_out and block_lse, Sen2_MTC_Old, curriculum_grpo',
		'CIFAR-10, W4A8, M2R2, GPT4-o, 3D, Mixtral-8x7B, seq2seq',
		'1.98x, 7x-9x, 256x256, 50-60%, +20%, FID<2, FID = 0.116',
		'resource- and compute- efficient, inter- and intra-',
		'the "good" and \'useful\'',
		'a sim-to-real gap on an o3-mini beta version',
		'in 5 pm or so, le monde, up to 10',
		'{-1, 0, 1} and {n}',
		'about ~85% and 60%~70%',
		'we propose \\name, and \\OurMethod',
		'costs $5 to $10, or $100',
	])('%s', (text) => {
		expect(restore(text)).toMatchObject({ plain: text, spans: [] });
	});

	test.each([
		// A command around it was dropped.
		'risk of mathcal{O}(mathcal{C_Phi/m} + mathcal{C_Psi/n}) for',
		'is mathcal{O}( n + nLvarepsilon^{-1}), which',
		'bound of mathcal{O}(min{S, T/(n T)}) on',
		// A fraction of nobody knows what.
		'time Obig(n+nk{m}big), removing',
		// A command runs into a letter: something stood between.
		'a degraded O(varepsilond)-optimal solution',
		'break the varepsilond barrier',
	])('what shows a loss: %s', (text) => {
		expect(restore(text)).toMatchObject({ plain: text, spans: [] });
	});
});

describe('a person’s decision', () => {
	const decide = (received: string, show: TextDecision['show']): TextDecision => ({
		paper: 'k3v9q2x7mf' as PaperId,
		field: 'abstract',
		received,
		show,
		line: 1,
		date: '2026-11-21' as Day,
		reason: 'Asked for',
	});

	test('goes before every rule', () => {
		const text = 'a mathcal{O}(1/n) bound, 15times and 15times';
		const decisions = [
			decide('mathcal{O}(1/n)', { as: 'formula', tex: '\\tilde{\\mathcal{O}}(\\sqrt{1/n})' }),
			decide('15times', { as: 'received' }),
		];
		const restored = restore(text, { decisions });
		expect(restored.spans).toMatchObject([{ rule: 'correction', start: 2, end: 17 }]);
		expect(restored.plain).toContain('15times and 15times');
		expect(
			restore(text, { decisions: [decide('15times', { as: 'text', text: '15-fold' })] })
				.plain,
		).toContain('15-fold and 15-fold');
	});
});

describe('the laws of restoring', () => {
	const pieces = [
		..."O(n^2)|15times|$|$x$|\\(x\\)|mathcal{O}|{\\em a}|\\textbf{|}|{|*a*|**|``|''|`|--|~|\\%|\\\"i|https://a.io/x|{https://a.io}|[a](|)|(|x_1|^|_|alpha|leq|sim|left(|right)|1{2}|bullet|cloud.For|x2014|over- head|<b>|&amp;|</script>|{{x}}".split(
			'|',
		),
		' ',
		' and ',
		'. ',
	];
	const texts = fc.oneof(
		fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
		fc.string({ unit: 'grapheme', maxLength: 80 }),
	);

	test('hold for any text', () => {
		const law = fc.property(texts, (text) => {
			const { spans, plain, html } = restore(text);
			refuseUnfaithful(text, { spans, plain });
			refuseForeign(html);
		});
		const runs = { numRuns: times(3_000, 200_000), seed: 20_261_121 };
		expect(() => fc.assert(law, runs)).not.toThrow();
	}, 600_000);

	test('a formula is set only if its TeX flattens to what it stands in place of', () => {
		const letter = fc.constantFrom('n', 'x', 'L', '\\alpha', '\\Phi', '\\varepsilon');
		const scripted = fc
			.tuple(letter, fc.constantFrom('^2', '_i', '^{-1}', '_{max}', '^\\top', '_1'))
			.map((parts) => parts.join(''));
		const formula = fc.oneof(
			scripted,
			fc
				.tuple(scripted, fc.constantFrom(' \\leq ', ' + ', '\\to ', '\\cdot '), scripted)
				.map((parts) => parts.join('')),
			scripted.map((inner) => `O(${inner}\\log n)`),
			scripted.map((inner) => `\\tilde{O}(${inner})`),
			fc.tuple(scripted, scripted).map(([a, b]) => `\\frac{${a}}{${b}}`),
			fc.nat({ max: 99 }).map((number) => `${number}\\times`),
		);
		let set = 0;
		fc.assert(
			fc.property(formula, (tex) => {
				const text = flattenTex(`takes $${tex}$ time`);
				for (const span of restore(text).spans) {
					const source = text.slice(span.start, span.end);
					if (span.tex !== undefined && flattenTex(`$${span.tex}$`) !== source)
						throw new Error(`${span.tex} is not ${source}`);
					set++;
				}
			}),
			{ numRuns: times(2_000, 100_000), seed: 20_261_122 },
		);
		expect(set).toBeGreaterThan(1_000);
	});
});

/** Spans are in order, apart and within the text; between them the text is as received. */
function refuseUnfaithful(
	text: string,
	{ spans, plain }: Pick<RestoredText, 'spans' | 'plain'>,
): void {
	let shown = '';
	let at = 0;
	for (const { start, end, text: replacement } of spans) {
		if (start < at || end <= start || end > text.length)
			throw new Error(`span ${start}–${end}`);
		shown += text.slice(at, start) + replacement;
		at = end;
	}
	if (shown + text.slice(at) !== plain)
		throw new Error(`${JSON.stringify(text)} became ${JSON.stringify(plain)}`);
}

const tagRe = /<(\/?[a-z]+)([^<>]*)>/g;
const tags = new Set(
	'a em strong br span math semantics annotation mrow mi mn mo mtext msup msub msubsup mfrac msqrt mroot mover munder munderover mspace mpadded mstyle mtable mtr mtd mphantom menclose'.split(
		' ',
	),
);

/** Nothing but the serializer's own elements, and no attribute that could act. */
function refuseForeign(html: string): void {
	for (const { 1: name, 2: attributes } of html.matchAll(tagRe)) {
		if (!tags.has(name!.replace('/', ''))) throw new Error(`<${name}>`);
		if (/\b(?:style|on[a-z]+)=|href="(?!https?:)/.test(attributes!))
			throw new Error(attributes);
	}
}
