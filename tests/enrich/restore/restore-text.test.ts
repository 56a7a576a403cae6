import { describe, expect, test } from 'vitest';
import { restore } from '../../support/lexicon.ts';

describe('restoreText mends what TeX, Markdown and the feed left', () => {
	test.each([
		['up to 15times (11.5times) FLOPs', 'up to 15× (11.5×) FLOPs'],
		['2-4times, 16times16 and 1.37times/1.24times', '2-4×, 16×16 and 1.37×/1.24×'],
		['15times in 3 days', '15× in 3 days'],
		['only 50\\% of Q\\&A', 'only 50% of Q&A'],
		['\\textless2MB, \\textgreater 13B', '<2MB, > 13B'],
		["na\\\"ively, Uzna\\'{n}ski, {\\'e}tale", 'naïvely, Uznański, étale'],
		["``on average'' and ''informative''", '“on average” and “informative”'],
		['the ``free lunch"? In', 'the “free lunch”? In'],
		["implement `SpikeGPT', a", 'implement ‘SpikeGPT’, a'],
		['hypothesize--and later--that', 'hypothesize–and later–that'],
		['a --- b', 'a — b'],
		['markers (mai yamok) --creating consistent', 'markers (mai yamok) –creating consistent'],
		['Language Models~(LLMs)', 'Language Models (LLMs)'],
		['up to 60~Hz, by +8.67~pp', 'up to 60 Hz, by +8.67 pp'],
		['from 10~50x to 60%~70%', 'from 10~50x to 60%~70%'],
		['0.108s/tokenx2014only half', '0.108s/token—only half'],
		['a cost of \\81 or \\18,862', 'a cost of $81 or $18,862'],
		['Norouzi{-}Fard, 14{,}056', 'Norouzi-Fard, 14,056'],
		['modes: {\\em entropy collapse} in', 'modes: entropy collapse in'],
		['\\textbf{Positional \\textbf{Integrity} (', 'Positional Integrity ('],
		['the {error indicator} becomes', 'the error indicator becomes'],
		['investigate *state collapse* (SC)', 'investigate state collapse (SC)'],
		['the point cloud.For the second', 'the point cloud. For the second'],
		['BUS:Efficient and Effective', 'BUS: Efficient and Effective'],
		['\\eg, small', 'e.g., small'],
		["GPT-4o\\'s, don\\'t, Ren\\'e", "GPT-4o's, don't, René"],
		['2.3\\times faster, 20{\\deg}C', '2.3× faster, 20°C'],
		['a {C}ontinual Le{a}rner, {W}-space', 'a Continual Learner, W-space'],
		['an Orchestrator} executes', 'an Orchestrator executes'],
		['we call it \\pyrag, as', 'we call it pyrag, as'],
	])('%s', (text, plain) => {
		const restored = restore(text);
		expect(restored.plain).toBe(plain);
		expect(restored.spans.map(({ tex }) => tex).filter(Boolean)).toEqual([]);
	});

	test('sets emphasis', () => {
		expect(restore('the {\\em very *best* one}').html).toBe(
			'the <em>very <em>best</em> one</em>',
		);
		expect(restore('a **bold** claim').html).toBe('a <strong>bold</strong> claim');
	});
});

describe('restoreText leaves alone', () => {
	test.each([
		'53 times larger, sometimes, inference times',
		'the right order, from left to right, left-to-right',
		'the sum of layer-wise log-likelihood, log-space, max column',
		'the alpha layer, alpha mattes, the Delta Rule, Phi-3 and Phi models',
		'top-k, k-means, n-gram, pass@k, best-of-N, Gumbel-Top-k, pass^k',
		'F* programs in F*, C++, GSM++, RETRO++',
		'block_out and block_lse, Sen2_MTC_Old, curriculum_grpo',
		'CIFAR-10, W4A8, M2R2, GPT4-o, 3D, Mixtral-8x7B, seq2seq',
		'1.98x, 7x-9x, 256x256, 50-60%, +20%, FID<2, FID = 0.116',
		'resource- and compute- efficient, inter- and intra-',
		'the "good" and \'useful\'',
		'a sim-to-real gap on an o3-mini beta version',
		'Flexi-UNet, sim2real, pi0, eta-VAE, delta parameters',
		'“quoted” words, a factor rho and an alpha (Phi)',
		'in 5 pm or so, le monde, up to 10',
		'{-1, 0, 1} and {n}',
		'about ~85% and 60%~70%',
		'we propose \\name, and \\OurMethod',
		'costs $5 to $10, or $100',
		'--help: What Command Lines Say',
		'run it with the --dry-run flag, or $ make --jobs=2',
		'says `--help` first',
	])('%s', (text) => {
		expect(restore(text)).toMatchObject({ plain: text, spans: [] });
	});
});
