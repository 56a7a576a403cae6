import { describe, expect, test } from 'vitest';
import { isUnknown, readSymbol, readWord } from '../../../src/search/engine/readings.ts';
import { standsAlone, vocabularyOf, wordsToFetch } from '../../../src/search/engine/vocabulary.ts';
import { packNumbers } from '../../../src/search/number-steps.ts';
import { packWords } from '../../../src/search/word-file.ts';

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
const names = { Chimera: [1], 'Long-Mamba': [1] };
const vocabulary = vocabularyOf([{ words: packWords(counted), names }], symbols);

describe('a word', () => {
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
		expect(readWord(vocabulary, word)).toEqual({ words: expected, letters: [] });
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
		const reading = readWord(vocabulary, word);
		expect(reading).toMatchObject({ word });
		expect(isUnknown(reading) && reading.nearest[0]).toBe(nearest);
	});

	test('nothing is near to what is like no word', () => {
		expect(readWord(vocabulary, 'zzyzzyx')).toEqual({ word: 'zzyzzyx', nearest: [] });
	});
});

test('a beginning is known by its words, unless it is short and a word itself', () => {
	expect(wordsToFetch(vocabulary, 'transfo')).toEqual(['transform', 'transformer']);
	expect(wordsToFetch(vocabulary, 'transform')).toEqual(['transform', 'transformer']);
	expect(wordsToFetch(vocabulary, 'gp')).toEqual(['gpt', 'gpt4']);
	expect(wordsToFetch(vocabulary, 'gpt')).toEqual([]);
	// `lin` is half of a name here and there, and mostly the beginning of `linear`.
	expect(['gpt', 'mamba', 'lin'].map((word) => standsAlone(vocabulary, word))).toEqual([
		true,
		false,
		false,
	]);
	expect(wordsToFetch(vocabulary, 'zz')).toEqual([]);
});

describe('a symbol', () => {
	test.each([
		['O(n²)', [3, 9]],
		['O(n^{2})', [3, 9]],
		['F*', [7]],
		['k', [2]],
		// Within another, from where a name may begin.
		['n^2', [3, 4, 9]],
	])('%s is in papers %j', (symbol, papers) => {
		const reading = readSymbol(vocabulary, symbol);
		expect(typeof reading === 'object' && 'papers' in reading).toBe(true);
		if (typeof reading === 'object' && 'papers' in reading)
			expect([...reading.papers].toSorted((a, b) => a - b)).toEqual(papers);
	});

	test('`C++` is not in `SpecDec++`, and a letter that all papers have is said to be', () => {
		expect(readSymbol(vocabulary, 'C++')).toEqual({ word: 'C++', nearest: [] });
		expect(readSymbol(vocabulary, 'a')).toBe('common');
	});
});
