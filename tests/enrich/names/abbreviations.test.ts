import { describe, expect, test } from 'vitest';
import {
	abbreviations,
	expansionOf,
	explainedAbbreviations,
} from '../../../src/enrich/names/abbreviations.ts';

test('an abbreviation comes with the words before it and its place', () => {
	expect([...abbreviations('Here: a state space (S4) is.')]).toEqual([
		{ words: 'a state space', short: 'S4', index: 6, end: 24 },
	]);
});

describe('explainedAbbreviations', () => {
	test.each([
		['A mixture of experts (MoE) is sparse.', [['MoE', 'mixture of experts']]],
		// Several are explained as one.
		['With mixtures of experts (MoEs) it is.', [['MoE', 'mixtures of experts']]],
		['“State~Space Model” (SSM) it is.', [['SSM', 'State Space Model']]],
		// Not an abbreviation of these words; no words before it; one word.
		['A large model (GPT) is.', []],
		['(LLM) is.', []],
		['Attention (ATT) is.', []],
	])('of %s', (text, explained) => {
		expect(
			Array.from(explainedAbbreviations(text), ({ short, words }) => [short, words]),
		).toEqual(explained);
	});
});

test.each([
	['we use Gated Linear Attention', 'GLA', 'Gated Linear Attention'],
	['a mixture of many experts', 'MoE', 'mixture of many experts'],
	['a model', 'GPT', undefined],
])('of %s, %s stands for %s', (words, short, phrase) => {
	expect(expansionOf(words, short)).toBe(phrase);
});
