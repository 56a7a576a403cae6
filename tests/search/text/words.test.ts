import { describe, expect, test } from 'vitest';
import {
	foldWord,
	nameKey,
	otherWordsOf,
	partsOf,
	stemOf,
	versionedName,
	wholeOf,
} from '../../../src/search/text/words.ts';

describe('words', () => {
	test.each([
		['long-context', ['long', 'context'], []],
		['LMUFormer', ['lmuformer'], ['lmu', 'former']],
		['Poincaré', ['poincare'], []],
		['don’t', ['dont'], []],
		['https://github.com/foo', ['https', 'github', 'com', 'foo'], []],
		// A part that says little is found in one with the others, too.
		['GPT-4o', ['gpt', '4o'], ['gpt4o']],
		['UI-R1', ['ui', 'r1'], ['uir1']],
		['DeepSeek-Coder-V2', ['deepseek', 'coder', 'v2'], ['deep', 'seek', 'deepseekcoderv2']],
		['Llama3', ['llama3'], ['llama', '3']],
		['Qwen2.5-VL', ['qwen25', 'vl'], ['qwen', '25', 'qwen25vl']],
	])('%s', (chunk, parts, others) => {
		expect(partsOf(chunk)).toEqual(parts);
		expect(otherWordsOf(chunk)).toEqual(others);
	});

	test('are compared without case, accents and punctuation', () => {
		expect(foldWord('Poincaré-2')).toBe('poincare2');
	});

	test.each([
		['model', 'models', 'modeling', 'modelling', 'modeled'],
		['transform', 'transforms', 'transforming'],
		['generate', 'generation', 'generative', 'generating'],
		['quantize', 'quantization', 'quantised', 'quantizing'],
		['study', 'studies'],
		['plan', 'plans', 'planning'],
		['loss', 'losses'],
		['llm', 'llms'],
	])('%s is one with its forms', (word, ...forms) => {
		for (const form of forms) expect(stemOf(form), form).toBe(stemOf(word));
	});

	test.each([
		['transformer', 'transform'],
		['general', 'generation'],
		['string', 'str'],
		['attention', 'attend'],
	])('%s is not %s', (word, other) => {
		expect(stemOf(word)).not.toBe(stemOf(other));
	});

	test('of a name are one with its version, however they are written', () => {
		expect(versionedName('DeepSeek', 'R1')).toBe(wholeOf('DeepSeek-R1'));
		expect(versionedName('Llama', '3')).toBe(wholeOf('Llama-3'));
		expect(versionedName('the', '3')).toBeUndefined();
		expect(versionedName('Llama', 'three')).toBeUndefined();
		expect(wholeOf('long-context')).toBeUndefined();
	});

	test('of a name in any form are one key', () => {
		for (const name of ['World Models', 'world-model', 'WorldModel'])
			expect(nameKey(name)).toBe('worldmodel');
	});
});
