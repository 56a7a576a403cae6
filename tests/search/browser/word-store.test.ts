import { beforeEach, describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/browser/query.ts';
import { createWordStore, type WordSource } from '../../../src/search/browser/word-store.ts';
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
const store = () => createWordStore(source);

describe('the word store', () => {
	test.each([
		['linear attention', ['a', 'l']],
		['“linear attention” mamba', ['a', 'l', 'm']],
		['linear-attention', ['a', 'l']],
		['Linéar', ['l']],
		['3D λ-calculus', ['0', 'c', 'symbols']],
		['O(n)', ['symbols']],
		['Mamba-2', ['0', 'm', 'symbols']],
	])('%s needs %j', async (query, expected) => {
		await store().forQuery(parseQuery(query));
		expect(fetched.toSorted()).toEqual(expected);
	});

	test('knows what it fetched, in order, and all when it is asked for all', async () => {
		const own = store();
		const few = await own.forQuery(parseQuery('mam 3d'));
		expect(few.wordsFrom('mam')).toEqual(['mamba', 'mamba2']);
		expect(few.readWord('linear')).toMatchObject({ nearest: [] });
		const all = await own.allFor(parseQuery('linaer'));
		expect(all.readWord('linaer')).toMatchObject({ nearest: ['linear'] });
		expect(fetched).toEqual(['0', 'm', 'all']);
		await own.allFor(parseQuery('linaer O(n)'));
		expect(fetched).toEqual(['0', 'm', 'all', 'all', 'symbols']);
	});

	test('gives names of all the initials, most papers first', async () => {
		expect(await store().names(['l', 'm', 'm'])).toEqual([
			{ value: 'Mamba', count: 9 },
			{ value: 'LMUFormer', count: 3 },
			{ value: 'MoE', count: 2 },
		]);
		expect(fetched).toEqual(['l', 'm']);
		expect(await store().nameOf('lmuformer')).toBe('LMUFormer');
		expect(await store().nameOf('linear')).toBeUndefined();
		expect(await store().introducersOf('mamba')).toEqual([4, 70]);
		for (const query of ['MoE', 'mam', 'mamba lmuformer', ''])
			expect(await store().introducersOf(query)).toEqual([]);
	});
});
