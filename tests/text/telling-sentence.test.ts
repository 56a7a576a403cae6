import { expect, test } from 'vitest';
import { tellingSentence } from '../../src/text/telling-sentence.ts';

// Sentences that have been an abstract's beginning, its middle and its end.
const others = [
	'Large language models have made remarkable progress.',
	'However, existing methods struggle on long inputs.',
	'Specifically, our framework prunes tokens by their attention.',
	'We conduct extensive experiments on five benchmarks.',
	'Code is available at https://github.com/a/b.',
];

test.each([
	'We propose TokenNet, a network that recycles tokens.',
	'To bridge this gap, we introduce TokenBench.',
	'In this paper, we show that tokens can be recycled.',
	'This survey reviews how tokens are recycled.',
	'We study whether tokens are recycled.',
	'This work presents TokenNet.',
	'Here we turn this observation into a method.',
])('%s', (sentence) => {
	for (let place = 0; place <= others.length; place++)
		expect(tellingSentence(others.toSpliced(place, 0, sentence))).toBe(place);
});

test('what is introduced besides comes after what is introduced first', () => {
	const sentences = ['It is slow.', 'We introduce TokenNet.', 'We also propose a benchmark.'];
	expect(tellingSentence(sentences)).toBe(1);
});

test('of sentences that tell as much, the first; it is the first of all where none tells', () => {
	expect(tellingSentence(['It is slow.', 'We propose A.', 'We propose B.'])).toBe(1);
	expect(tellingSentence(['It is slow.', 'It is large.'])).toBe(0);
});
