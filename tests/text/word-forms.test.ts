import { describe, expect, test } from 'vitest';
import { parseForm, wordForms } from '../../src/text/word-forms.ts';

/** Whether a form stands in a text, somewhere. */
function stands(form: string, text: string): boolean {
	const asked = parseForm(form);
	const words = wordForms(text);
	return words.some((_, start) =>
		asked.every((part, offset) => {
			const word = words[start + offset];
			return part === null ? word === null : word?.includes(part);
		}),
	);
}

describe('a form stands', () => {
	test.each([
		// Case, hyphens and endings aside.
		['state space models', 'State-Space Modeling'],
		['vision-language models', 'a vision language model'],
		['instruction tuning', 'it is instruction-tuned'],
		// One word: as one or as several.
		['quantization', 'Quantizations'],
		['policy', 'two policies'],
		['box', 'boxes'],
		['bias', 'bias'],
		// Behind an equals sign too.
		['=language modeling', 'Language modeling'],
		// Abbreviations as written, or several of them.
		['LLMs', 'an LLM'],
		['LLM agents', 'LLM agents'],
		['LLM agents', 'LLMs agent'],
		['LoRA', 'with LoRA-based tuning'],
		// A possessive is no word of its own.
		['model weights', 'the model’s weights'],
		// Characters that are written in two ways.
		['fine-tuning', 'ﬁne‑tuning'],
		// Punctuation is a part of it.
		['N:M sparsity', 'N:M sparsity'],
		['visualised attention', 'visualizing attention'],
	])('%s in “%s”', (form, text) => {
		expect(stands(form, text)).toBe(true);
	});

	test.each([
		['quantization', 'quantized'],
		['quantizer', 'quantization'],
		['=language modeling', 'language models'],
		['LLMs', 'llms'],
		['LoRA', 'Lora'],
		['agents', 'agentic'],
		// Punctuation parts.
		['long context', 'it is long. Context matters'],
		['long context', 'long (context)'],
		['N:M sparsity', 'N M sparsity'],
		// Words whose stems are one to Porter, and not to a reader.
		['text generation', 'text generalization'],
		['personal assistants', 'personalized assistants'],
		['transformer models', 'transformed models'],
		['optimizer states', 'optimized states'],
	])('%s not in “%s”', (form, text) => {
		expect(stands(form, text)).toBe(false);
	});
});

test('a text without words has none', () => {
	expect(wordForms('')).toEqual([]);
	expect(wordForms(' \t$^*')).toEqual([]);
});
