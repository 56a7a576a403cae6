import { describe, expect, test } from 'vitest';
import { foldWord, singularOf, stemOf, wordsOf } from '../../../src/search/text/words.ts';

describe('words', () => {
	test.each([
		['long-context', ['long', 'context']],
		['GPT-4', ['gpt', 'gpt4']],
		['LMUFormer', ['lmuformer', 'lmu', 'former']],
		['Poincaré', ['poincare']],
		['don’t', ['dont']],
		['https://github.com/foo', ['https', 'github', 'com', 'foo']],
	])('%s', (chunk, expected) => {
		expect(wordsOf(chunk)).toEqual(expected);
	});

	test('are compared without case, accents and punctuation', () => {
		expect(foldWord('Poincaré-2')).toBe('poincare2');
	});

	test('are one in their endings', () => {
		expect(stemOf('transforming')).toBe(stemOf('transforms'));
		expect(stemOf('attentions')).toBe(stemOf('attention'));
		expect(singularOf('transformers')).toBe('transformer');
		expect(singularOf('loss')).toBeUndefined();
	});
});
