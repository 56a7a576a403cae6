import { expect, test } from 'vitest';
import { readLexicon } from '../../../../src/disk/content-folder.ts';
import { systemFinder } from '../../../../src/enrich/names/systems/find-systems.ts';
import type { PaperId } from '../../../../src/model/id.ts';
import { restore } from '../../../support/lexicon.ts';
import { paperFacts } from '../../../support/paper-facts.ts';

const lexicon = await readLexicon();
const knowledge = {
	lexicon,
	decisions: { names: [], not: [], introduced: {} },
	addressed: [],
};

/** What a paper is found to introduce, with no other in view. */
function ownName(title: string, abstract: string): string | undefined {
	const id = '0000000000' as PaperId;
	return systemFinder([{ id, firstSeen: '2025-03-11', title, abstract }], knowledge)
		.find([])
		.papers.get(id)!.system;
}

test.each([
	['LMUFormer: Low Complexity Spiking Model', 'Transformers are slow.', 'LMUFormer'],
	[
		'Simple Models',
		'We propose a novel Edit-Invariant Sequence Loss (EISL), which computes.',
		'EISL',
	],
	['R&B: Mixing Data', 'We propose R&B, a framework. R&B mixes data.', 'R&B'],
	['A.S.E: A Benchmark', 'We introduce A.S.E, a benchmark.', 'A.S.E'],
	['Learn-by-fun: Agents', 'We propose Learn-by-fun. It adapts.', 'Learn-by-fun'],
	[
		'Rho-4-reasoning Technical Report',
		'We introduce Rho-4-reasoning, a model.',
		'Rho-4-reasoning',
	],
	['Tools', 'The research introduces TUCAN (Tool-Using Capable Assistant Navigator).', 'TUCAN'],
	['Edits', 'We develop a synthetic data algorithm called LintSeq. It helps.', 'LintSeq'],
	['Hydra: Draft Heads', 'Drafting is slow. With Hydra it is fast.', 'Hydra'],
	['Texts', 'We present a framework, named Recformer, which learns.', 'Recformer'],
	['Duo-LLM: A Framework for Adaptive Computation', 'It adapts.', 'Duo-LLM'],
	['RetroMAE v2: Masked Encoders', 'They retrieve.', 'RetroMAE v2'],
	// A phrase of the title that the abstract says is its own.
	['Trash with Token Recycling', 'We propose Token Recycling. It is fast.', 'Token Recycling'],
	// A kind of thing is no name, whoever proposes it.
	['Better Models', 'We propose to employ Hidden Markov Models (HMMs) for it.', undefined],
	['Losses', 'We present a discourse-aware TS approach that splits.', undefined],
	// Each part of the short name begins a word.
	[
		'Test-Time Search',
		'We propose Evolutionary Search (EvoSearch), a method for it. EvoSearch is fast.',
		'EvoSearch',
	],
	// The dash of a sentence came as a hyphen.
	['Honest Models', 'We propose BARREL-a novel framework. BARREL is concise.', 'BARREL'],
	// The address of the code says what the title calls it.
	[
		'Safe Unlearning: A Defence',
		'It is safe. We call it so: https://github.com/lab/SafeUnlearning.',
		'Safe Unlearning',
	],
	// What stands where a name should is none.
	['Documents', 'We propose OurMethod, a model. OurMethod is fast. Ours wins.', undefined],
	// What is found is not made.
	['The Semantic Hub Hypothesis: A Framework', 'We propose it.', undefined],
	['A Survey of Mamba', 'This paper presents a review of Mamba.', undefined],
	[
		'A Study of Mamba',
		'We present a direct comparison between Mamba, Mamba-2, and Transformers.',
		undefined,
	],
	['Streams with Attention Sinks', 'We see a phenomenon, namely attention sink.', undefined],
	['Parallel Training', 'We propose a parallel training method.', undefined],
])('%s', (title, abstract, name) => {
	expect(ownName(title, abstract)).toBe(name);
});

test('of papers that a person read, 93 % of what is found is right, and 89 % of what is there is found, without any list', () => {
	const papers = paperFacts.map(({ title, abstract }, index) => ({
		id: `p${index}` as PaperId,
		firstSeen: '2025-03-11',
		title: restore(title).plain,
		abstract: restore(abstract).plain,
	}));
	const { papers: found } = systemFinder(papers, knowledge).find([]);
	let [right, wrong, all] = [0, 0, 0];
	paperFacts.forEach(({ system, aliases }, index) => {
		const names = (system === null ? [] : [system, ...aliases]).map(folded);
		const own = found.get(papers[index]!.id)!.system;
		if (system !== null) all++;
		if (own !== undefined && names.includes(folded(own))) right++;
		else if (own !== undefined) wrong++;
	});
	expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.93);
	expect(right / all).toBeGreaterThanOrEqual(0.89);
});

function folded(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^a-z0-9+]/g, '')
		.replace(/s$/, '');
}
