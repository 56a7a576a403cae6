import { beforeEach, describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { readWord } from '../../../src/search/engine/readings.ts';
import { wordsToFetch } from '../../../src/search/engine/vocabulary.ts';
import {
	fetchIntroducers,
	fetchName,
	fetchNames,
	fetchVocabulary,
	needsOf,
	type WordSource,
} from '../../../src/search/engine/word-source.ts';
import { packWords, type WordsFile } from '../../../src/search/word-file.ts';

const words = ['linear', 'attention', 'mamba', 'mamba2', 'λ', '3d'];
const names: Readonly<Record<string, Record<string, number[]>>> = {
	m: { Mamba: [9, 4, 70], MoE: [2] },
	l: { LMUFormer: [3, 1] },
};

let fetched: string[] = [];
beforeEach(() => {
	fetched = [];
});

function fileOf(own: readonly string[], initials: readonly string[]): WordsFile {
	return {
		words: packWords(own.toSorted().map((word) => ({ word, magnitude: 1 }))),
		names: Object.assign({}, ...initials.map((initial) => names[initial] ?? {})),
	};
}

const source: WordSource = {
	words: async (initial) => {
		fetched.push(initial);
		const own = initial === '0' ? /^[^a-z]/ : new RegExp(`^${initial}`);
		return fileOf(
			words.filter((word) => own.test(word)),
			[initial],
		);
	},
	allWords: async () => {
		fetched.push('all');
		return fileOf(words, Object.keys(names));
	},
	symbols: async () => {
		fetched.push('symbols');
		return { symbols: { 'o(n)': [1] }, common: ['a'] };
	},
};

const fetchFor = (query: string) => fetchVocabulary(source, needsOf(parseQuery(query)));

describe('the words that are fetched', () => {
	test.each([
		['linear attention', ['a', 'l']],
		['“linear attention” mamba', ['a', 'l', 'm']],
		['linear-attention', ['a', 'l']],
		['Linéar', ['l']],
		['3D λ-calculus', ['0', 'c', 'symbols']],
		['O(n)', ['symbols']],
		['Mamba-2', ['0', 'm', 'symbols']],
	])('%s needs %j', async (query, expected) => {
		await fetchFor(query);
		expect(fetched.toSorted()).toEqual(expected);
	});

	test('are known in their order, and all when all are asked for', async () => {
		const few = await fetchFor('mam 3d');
		expect(wordsToFetch(few, 'mam')).toEqual(['mamba', 'mamba2']);
		expect(readWord(few, 'linear')).toMatchObject({ nearest: [] });
		const all = await fetchVocabulary(source, { initials: 'all', symbols: false });
		expect(readWord(all, 'linaer')).toMatchObject({ nearest: ['linear'] });
		expect(fetched).toEqual(['0', 'm', 'all']);
		await fetchVocabulary(source, { initials: 'all', symbols: true });
		expect(fetched).toEqual(['0', 'm', 'all', 'all', 'symbols']);
	});

	test('come with the names of all the initials, most papers first', async () => {
		expect(await fetchNames(source, ['l', 'm', 'm'])).toEqual([
			{ value: 'Mamba', count: 9 },
			{ value: 'LMUFormer', count: 3 },
			{ value: 'MoE', count: 2 },
		]);
		expect(fetched).toEqual(['l', 'm']);
		expect(await fetchName(source, 'lmuformer')).toBe('LMUFormer');
		expect(await fetchName(source, 'linear')).toBeUndefined();
		expect(await fetchIntroducers(source, 'mamba')).toEqual([4, 70]);
		for (const query of ['MoE', 'mam', 'mamba lmuformer', ''])
			expect(await fetchIntroducers(source, query)).toEqual([]);
	});
});
