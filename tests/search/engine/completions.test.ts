import { describe, expect, test } from 'vitest';
import { completionsOf } from '../../../src/search/engine/completions.ts';

const names = ['Mamba', 'Mamba-2', 'Monarch Mixer', 'GPT-4'].map((value) => ({ value, count: 1 }));

describe('completionsOf', () => {
	test.each([
		['mam', ['Mamba', 'Mamba-2']],
		['linear mam', ['linear Mamba', 'linear Mamba-2']],
		['a monarch mi', ['a Monarch Mixer']],
		['gpt4', []],
		['gpt', ['GPT-4']],
		// Whole already, but for the longer one.
		['mamba', ['Mamba-2']],
		// From one letter everything follows.
		['m', []],
		['', []],
	])('%s', (query, expected) => {
		expect(completionsOf(query, names).map((completion) => completion.query)).toEqual(expected);
	});
});
