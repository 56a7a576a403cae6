import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paperLinks } from '../../../src/enrich/view/paper-links.ts';
import { introducedSystem } from '../../../src/enrich/names/introduced-system.ts';
import { readLexicon } from '../../../src/disk/content-folder.ts';
import { restore } from '../../support/lexicon.ts';
import { root } from '../../support/run-script.ts';
import { seedAbstracts } from '../../support/seed-texts.ts';

const lexicon = await readLexicon();

/** What a person found in a paper of the seeds. */
interface Facts {
	readonly title: string;
	readonly system: string | null;
	readonly aliases: readonly string[];
	readonly links: readonly string[];
}

const facts = readFileSync(join(root, 'tests/fixtures/paper-facts.jsonl'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Facts);

function folded(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^a-z0-9+]/g, '');
}

describe('introducedSystem', () => {
	test.each([
		['LMUFormer: Low Complexity Spiking Model', 'Transformers are slow.', 'LMUFormer'],
		[
			'Simple Models',
			'We propose a novel Edit-Invariant Sequence Loss (EISL), which computes.',
			'EISL',
		],
		['Edits', 'We develop a synthetic data algorithm called LintSeq. It helps.', 'LintSeq'],
		['Languages', 'Here we term in context language learning (ICLL).', 'ICLL'],
		['Hydra: Draft Heads', 'Drafting is slow. With Hydra it is fast.', 'Hydra'],
		['Edits', 'We solve it by introducing Positional Integrity Encoding (PIE). PIE is.', 'PIE'],
		['Texts', 'We present a framework, named Recformer, which learns.', 'Recformer'],
		[
			'Curses',
			'We propose a novel training method, Bidirectional Causal Optimization (BICO), for it.',
			'BICO',
		],
		['Loops', 'We propose a simple and effective training method DITTO (Pseudo).', 'DITTO'],
		['Online', 'The concept of Continual Inference Networks (CINs) is proposed.', 'CIN'],
		['Duo-LLM: A Framework for Adaptive Computation', 'It adapts.', 'Duo-LLM'],
		['Lawma: The Power of Specialization', 'It is about law.', 'Lawma'],
		['RetroMAE v2: Masked Encoders', 'They retrieve.', 'RetroMAE v2'],
		// A phrase of the title, that the abstract says is its own.
		[
			'Trash with Token Recycling',
			'We propose Token Recycling. It is fast.',
			'Token Recycling',
		],
		[
			'Parallel Decoding via Hidden Transfer',
			'We propose a novel parallel decoding approach, namely hidden transfer, which decodes.',
			'Hidden Transfer',
		],
		[
			'Momentum Decoding: Generation as Exploration',
			'We propose a novel decoding method – momentum decoding – which explores.',
			'Momentum Decoding',
		],
		[
			'Sparse Attention with Routing Transformers',
			'Our model, the Routing Transformer, endows attention.',
			'Routing Transformer',
		],
		[
			'Synthesis with Latent Diffusion Models',
			'Our latent diffusion models (LDMs) win.',
			'LDM',
		],
		[
			'Memory Reweaving in Models',
			'The proposed Memory Reweaving framework keeps it.',
			'Memory Reweaving',
		],
		// What has a name of its own is called by it.
		[
			'Sequence Parallelism: Long Sequences',
			'We propose sequence parallelism, which is good. We propose Ring Self-Attention (RSA).',
			'RSA',
		],
		// A kind of thing is no name, whoever proposes it.
		['Better Models', 'We propose to employ Hidden Markov Models (HMMs) for it.', undefined],
		['Losses', 'We present a discourse-aware TS approach that splits.', undefined],
		[
			'Mission: Impossible Language Models',
			'We develop synthetic impossible languages.',
			undefined,
		],
		['A Survey of Mamba', 'This paper presents a review of Mamba.', undefined],
		[
			'A Study of Mamba',
			'We present a direct comparison between Mamba, Mamba-2, and Transformers.',
			undefined,
		],
		['Streams with Attention Sinks', 'We see a phenomenon, namely attention sink.', undefined],
		['The Inductive Bias', 'Our proposed inductive bias metric tells much.', undefined],
		['Parallel Training', 'We propose a parallel training method.', undefined],
		['Tokenization: Costs', 'It costs.', undefined],
	])('%s', (title, abstract, name) => {
		expect(introducedSystem(title, abstract, lexicon)?.name).toBe(name);
	});

	test('finds on the seeds what a person found: precision 98 %, recall 91 %', () => {
		let [right, wrong, all] = [0, 0, 0];
		for (const { title, system, aliases } of facts) {
			const found = introducedSystem(
				restore(title).plain,
				restore(seedAbstracts.get(title)!).plain,
				lexicon,
			);
			const names =
				system === null
					? []
					: [system, ...aliases].map((name) => folded(name.replace('^', '')));
			if (system !== null) all++;
			if (found && names.includes(folded(found.name))) right++;
			else if (found) wrong++;
		}
		expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98);
		expect(right / all).toBeGreaterThanOrEqual(0.91);
	});
});

describe('paperLinks', () => {
	test('finds on the seeds every link that a person found', () => {
		const bare = (url: string) => url.replace(/\.git$|\/$/g, '');
		for (const { title, links } of facts) {
			const found = paperLinks(restore(seedAbstracts.get(title)!).spans).map(({ url }) =>
				bare(url),
			);
			expect(found.toSorted(), title).toEqual(links.map(bare).toSorted());
		}
	});

	test.each([
		['at https://github.com/a/b.git.', [{ url: 'https://github.com/a/b', kind: 'code' }]],
		[
			'at https://huggingface.co/datasets/a/b',
			[{ url: 'https://huggingface.co/datasets/a/b', kind: 'data' }],
		],
		['at https://huggingface.co/a/b', [{ url: 'https://huggingface.co/a/b', kind: 'model' }]],
		[
			'at https://a.github.io/ and http://www.a.github.io',
			[{ url: 'https://a.github.io/', kind: 'project' }],
		],
		['see https://arxiv.org/abs/2501.00001', []],
	])('%s', (text, links) => {
		expect(paperLinks(restore(text).spans)).toEqual(links);
	});
});
