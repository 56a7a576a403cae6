import { expect, test } from 'vitest';
import { namedPagesFor } from '../../../src/search/engine/named-pages.ts';
import type { NamesFile } from '../../../src/search/name-file.ts';

const files: Readonly<Record<string, Partial<NamesFile>>> = {
	m: {
		topics: { 'Mixture of Experts': ['mixture-of-experts', 9] },
		systems: {
			Mamba: ['mamba', 17],
			'Mamba-2': ['mamba-2', 4],
			MambaMixer: ['', 1, 3],
			Mistral: ['mistral', 20],
			'MambaVision-L': ['mambavision', 2],
			'Mamba-3': ['mamba-3', 1],
		},
	},
	e: { topics: { Evaluation: ['evaluation', 12] }, systems: {} },
};
const topics = ['Evaluation', 'Mixture of Experts'];
const source = {
	names: async (initial: string): Promise<NamesFile> => ({
		systems: {},
		topics: {},
		acronyms: {},
		...files[initial],
	}),
};

test.each([
	// Those with a page, most papers first, and no more than three.
	['mam', ['/systems/mamba/', '/systems/mamba-2/', '/systems/mambavision/']],
	['Mamba 2', ['/systems/mamba-2/']],
	['mixture', ['/topics/mixture-of-experts/']],
	['mixture of e', ['/topics/mixture-of-experts/']],
	// A later word of a topic leads to it, too.
	['experts', ['/topics/mixture-of-experts/']],
	['eval', ['/topics/evaluation/']],
	['mixed', []],
	// Every name follows from one letter.
	['m', []],
	['', []],
])('the pages that “%s” may become', async (query, urls) => {
	const pages = await namedPagesFor(query, topics, source);
	expect(pages.map(({ url }) => url)).toEqual(urls);
});
