import { expect, test } from 'vitest';
import { genericNames } from '../../../src/enrich/names/generic-names.ts';
import { isCoined, withoutSize } from '../../../src/enrich/names/is-coined.ts';

test.each(['GSM++', 'LaMamba-Diff', 'StreamingLLM', 'GPT-4', 'M2R2', 'kMaX-DeepLab', 'TRLMs'])(
	'%s is coined',
	(name) => {
		expect(isCoined(name)).toBe(true);
	},
);

test.each([
	// Of the stop list.
	'LLM',
	'LLMs',
	'RNNs',
	'GPU',
	'KV-cache',
	'FP8',
	'LLM-based',
	// A word, a year, a letter.
	'Mamba',
	'ICLR-2023',
	'S',
])('%s is not', (name) => {
	expect(isCoined(name)).toBe(false);
});

test('the stop list is long enough to mean something', () => {
	expect(genericNames.size).toBeGreaterThan(150);
});

test('a size is no part of a name', () => {
	expect(['ProLong-8B', 'Phi-1.5B', 'GPT-4'].map(withoutSize)).toEqual([
		'ProLong',
		'Phi',
		'GPT-4',
	]);
});
