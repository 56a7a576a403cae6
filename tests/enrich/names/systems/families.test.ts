import { describe, expect, test } from 'vitest';
import { familyOf, type KnownNames } from '../../../../src/enrich/names/systems/families.ts';

const names = new Set(['Qwen3', 'AIME', 'MMLU', 'ViT', 'o3', 'MATH', 'MATH-500', 'GPT-4o']);
const known: KnownNames = {
	isName: (name) => names.has(name),
	isOwnThing: (name) => name === 'MATH-500' || name === 'DeepSeek-V3-Base',
	isRefused: (word) => word === 'OpenAI',
};

describe('a variant is of the family that its name begins with', () => {
	test.each([
		['Qwen3-8B', 'Qwen3'],
		['Qwen3 8B', 'Qwen3'],
		['Qwen3-30B-A3B-Instruct', 'Qwen3'],
		['Qwen2.5-7B-Instruct', 'Qwen2.5'],
		['AIME24', 'AIME'],
		['AIME 2024', 'AIME'],
		["AIME'25", 'AIME'],
		['GPT-4o-mini', 'GPT-4o'],
		['Gemini 2.5 Pro', 'Gemini 2.5'],
		['GPT-4o-2024-08-06', 'GPT-4o-2024-08-06'],
		['OpenAI o3', 'o3'],
		['SWE-bench Verified', 'SWE-bench'],
		['ViT-B/16', 'ViT'],
		// A tier without a version is another thing.
		['MMLU-Pro', 'MMLU-Pro'],
		// What is a thing of its own stays one.
		['MATH-500', 'MATH-500'],
		['DeepSeek-V3-Base', 'DeepSeek-V3-Base'],
		['CamelNet', 'CamelNet'],
	])('%s: %s', (name, family) => {
		expect(familyOf(name, known)).toBe(family);
	});
});
