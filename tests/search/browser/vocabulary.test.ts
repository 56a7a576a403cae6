import { describe, expect, test } from 'vitest';
import { createVocabulary } from '../../../src/search/browser/vocabulary.ts';
import { packNumbers } from '../../../src/search/word-file.ts';

const words = Object.entries({
	transformer: 8,
	transform: 3,
	mamba: 4,
	lmuformer: 0,
	long: 7,
	context: 7,
	linear: 6,
	lin: 4,
	attention: 8,
	gpt4: 3,
	gpt: 4,
	the: 9,
	divergence: 1,
	camera: 2,
	chimera: 0,
	optimizer: 2,
	optimised: 3,
});

const counted = words
	.toSorted(([a], [b]) => (a < b ? -1 : 1))
	.map(([word, magnitude]) => ({ word, magnitude }));
const symbols = {
	symbols: Object.fromEntries(
		Object.entries({ 'o(n^2)': [3, 9], 'n^2d': [4], 'specdec++': [1], 'f*': [7], k: [2] }).map(
			([symbol, papers]) => [symbol, packNumbers(papers)],
		),
	),
	common: ['a'],
};
const vocabulary = createVocabulary(
	counted,
	symbols,
	new Map([
		['chimera', 'Chimera'],
		['longmamba', 'Long-Mamba'],
	]),
);

describe('readWord', () => {
	test.each([
		['Mamba', ['mamba']],
		// A beginning, a plural, another ending.
		['transfo', ['transfo']],
		['transformers', ['transformers']],
		['transforming', ['transformer']],
		['linear-attention', ['linear', 'attention']],
		// A name without its hyphen.
		['LongMamba', ['long', 'mamba']],
		// A part of one character says little by itself.
		['GPT-4', ['gpt4']],
	])('%s is known', (word, expected) => {
		expect(vocabulary.readWord(word)).toEqual({ words: expected, letters: [] });
	});

	test.each([
		['transfomer', 'transformer'],
		['mmaba', 'mamba'],
		['LMUFromer', 'lmuformer'],
		['longcontext', 'long context'],
		['linear-atention', 'linear-attention'],
		// A name, if it is written as one.
		['Chmera', 'chimera'],
		['chmera', 'camera'],
		// Rather a slip than another form.
		['optimier', 'optimizer'],
	])('%s is unknown, and nearest is %s', (word, nearest) => {
		const reading = vocabulary.readWord(word);
		expect(reading).toMatchObject({ word });
		expect('nearest' in reading && reading.nearest[0]).toBe(nearest);
	});

	test('nothing is near to what is like no word', () => {
		expect(vocabulary.readWord('zzyzzyx')).toEqual({ word: 'zzyzzyx', nearest: [] });
	});
});

test('a beginning is known by its words, unless it is short and a word itself', () => {
	expect(vocabulary.wordsFrom('transfo')).toEqual(['transform', 'transformer']);
	expect(vocabulary.wordsFrom('transform')).toEqual(['transform', 'transformer']);
	expect(vocabulary.wordsFrom('gp')).toEqual(['gpt', 'gpt4']);
	expect(vocabulary.wordsFrom('gpt')).toEqual([]);
	// `lin` is half of a name here and there, and mostly the beginning of `linear`.
	expect(['gpt', 'mamba', 'lin'].map(vocabulary.standsAlone)).toEqual([true, false, false]);
	expect(vocabulary.wordsFrom('zz')).toEqual([]);
});

describe('readSymbol', () => {
	test.each([
		['O(n²)', [3, 9]],
		['O(n^{2})', [3, 9]],
		['F*', [7]],
		['k', [2]],
		// Within another, from where a name may begin.
		['n^2', [3, 4, 9]],
	])('%s is in papers %j', (symbol, papers) => {
		const reading = vocabulary.readSymbol(symbol);
		expect(typeof reading === 'object' && 'papers' in reading).toBe(true);
		if (typeof reading === 'object' && 'papers' in reading)
			expect([...reading.papers].toSorted((a, b) => a - b)).toEqual(papers);
	});

	test('`C++` is not in `SpecDec++`, and a letter that all papers have is said to be', () => {
		expect(vocabulary.readSymbol('C++')).toEqual({ word: 'C++', nearest: [] });
		expect(vocabulary.readSymbol('a')).toBe('common');
	});
});
