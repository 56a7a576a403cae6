import { describe, expect, test } from 'vitest';
import { acronymsOf, explanationsOf } from '../../../src/search/build/acronyms.ts';
import { papersOf } from '../open-engine.ts';

const explained = (...abstracts: readonly string[]) =>
	Object.fromEntries(
		acronymsOf(
			papersOf(...abstracts.map((abstract) => ['A title', abstract] as const)).map(
				explanationsOf,
			),
		),
	);

describe('acronymsOf', () => {
	test.each([
		['We use Mixture of Experts (MoE) layers.', 'moe', ['mixtur', 'of', 'expert']],
		['Large language models (LLMs) grow.', 'llm', ['larg', 'languag', 'model']],
		['Low-Rank Adaptation (LoRA) is cheap.', 'lora', ['low', 'rank', 'adaptat']],
		['A chain-of-thought (CoT) prompt.', 'cot', ['chain', 'of', 'thought']],
	])('%s', (abstract, acronym, words) => {
		expect(explained(abstract)).toEqual({ [acronym]: words });
	});

	test.each([
		// No acronym of these words.
		'We use state space models (Mamba) here.',
		'On images (ImageNet) it works.',
		// Two letters may be chance.
		'It has a random layer (RL) inside.',
	])('not: %s', (abstract) => {
		expect(explained(abstract)).toEqual({});
	});

	test('two letters count where two papers explain them alike', () => {
		const learning = 'Reinforcement learning (RL) works.';
		expect(explained(learning, learning)).toEqual({ rl: ['reinforcement', 'learn'] });
	});

	test('what papers explain in several ways stands for none of them', () => {
		expect(explained('Scene text recognition (STR).', 'Sparse tree rotation (STR).')).toEqual(
			{},
		);
	});
});
