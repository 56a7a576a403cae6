import { describe, expect, test } from 'vitest';
import { nameKey, phraseKey, singularAbbreviation } from '../../src/text/words.ts';

describe('phraseKey is the same for all forms of a phrase', () => {
	test.each([
		['State-Space Models', 'state space model'],
		['long contexts', 'long-context'],
		['quantizing', 'quantization'],
		['Length Generalisation', 'length generalization'],
	])('%s and %s', (form, other) => {
		expect(phraseKey(form)).toBe(phraseKey(other));
	});

	test('and another for another', () => {
		expect(phraseKey('text generation')).not.toBe(phraseKey('text generalization'));
	});
});

test.each([
	['LLaMA-2', 'llama2'],
	['Llama 2', 'llama2'],
	['AlpacaEval 2.0', 'alpacaeval2'],
	['GSM++', 'gsm++'],
	['EMPO²', 'empo2'],
	// Versions are told apart.
	['Qwen2.5', 'qwen2.5'],
	['Qwen2', 'qwen2'],
	// Letters of every script stay.
	['π_RL', 'πrl'],
	['Словарь', 'словарь'],
	// A dot that no number has.
	['llama.cpp', 'llamacpp'],
])('the key of the name %s is %s', (name, key) => {
	expect(nameKey(name)).toBe(key);
});

test.each([
	['MoEs', 'MoE'],
	['S4s', 'S4s'],
	['Models', 'Models'],
])('the singular of the abbreviation %s is %s', (word, singular) => {
	expect(singularAbbreviation(word)).toBe(singular);
});
