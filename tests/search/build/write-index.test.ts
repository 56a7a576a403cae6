import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FacetFile } from '../../../src/search/facet-file.ts';
import { pageName, pageNumber } from '../../../src/search/index-files.ts';
import type { PaperView } from '../../../src/model/paper-view.ts';
import { unpackNumbers } from '../../../src/search/number-steps.ts';
import {
	initials,
	unpackWords,
	type SymbolsFile,
	type WordsFile,
} from '../../../src/search/word-file.ts';
import { facetFilesOf } from '../../../src/search/build/facet-files.ts';
import { writeIndex } from '../../../src/search/build/write-index.ts';
import { fingerprint, temporaryFolder } from '../../support/folders.ts';
import { somePapers } from '../some-papers.ts';

describe('writeIndex', () => {
	test('gives the same bytes each time', async () => {
		const papers = somePapers();
		const folder = await temporaryFolder();
		const sums = [];
		// In the order of a hash map, eight values come out alike once in 40,320 times.
		for (let run = 0; run < 3; run++) {
			await writeIndex(papers, folder);
			sums.push(await fingerprint(folder));
		}
		expect(sums[1]).toEqual(sums[0]);
		expect(sums[2]).toEqual(sums[0]);
	});

	test('names each paper’s text by its number', async () => {
		const papers = somePapers();
		const folder = await temporaryFolder();
		await writeIndex(papers, folder);
		const urls = await Promise.all(
			papers.map(async (_, number) => {
				const bytes = gunzipSync(
					await readFile(join(folder, 'fragment', `${pageName(number)}.pf_fragment`)),
				);
				return JSON.parse(bytes.subarray('pagefind_dcd'.length).toString()).url;
			}),
		);
		expect(urls).toEqual(papers.map(({ id }) => `/papers/${id}/`));
		expect([0, 35, 9_999].map((number) => pageNumber(pageName(number)))).toEqual([
			0, 35, 9_999,
		]);
	});

	test('says which papers have what, and which words and symbols there are', async () => {
		const papers = somePapers();
		const folder = await temporaryFolder();
		await writeIndex(papers, folder);
		const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
		const { facets }: FacetFile = await read('facets.json');
		const seen = papers.findIndex(({ title }) => title === 'Often seen');
		expect(Object.keys(facets.digest)).toHaveLength(8);
		for (const steps of Object.values(facets.digest))
			expect(unpackNumbers(steps)).toContain(seen);
		expect(Object.keys(facets.topic)).toEqual(['Topic0', 'Topic1', 'Topic2', 'Topic3']);
		expect(unpackNumbers(facets.system['System1']!)).toEqual([0, 1]);
		expect(unpackNumbers(facets.code['yes']!)).toEqual([0, 2, 4, 6, 8]);
		expect(await readdir(join(folder, 'words'))).toHaveLength(initials.length);
		const { words, names }: WordsFile = await read('words/b.json');
		const counted = new Map(unpackWords(words).map(({ word, magnitude }) => [word, magnitude]));
		expect(counted.get('benchmarks')).toBe(3);
		expect([...counted.keys()].every((word) => word.startsWith('b'))).toBe(true);
		expect(names).toEqual({});
		const { words: all, names: systems }: WordsFile = await read('words.json');
		expect(unpackWords(all)).toEqual(
			expect.arrayContaining([...counted].map(([word, magnitude]) => ({ word, magnitude }))),
		);
		expect(await read('words/s.json')).toMatchObject({ names: systems });
		expect(Object.entries(systems).slice(0, 2)).toEqual([
			['System1', [2, 1]],
			['System2', [2, 2]],
		]);
		const { symbols }: SymbolsFile = await read('symbols.json');
		const others = papers.flatMap(({ title }, number) =>
			title === 'Often seen' ? [] : number,
		);
		expect(unpackNumbers(symbols['f*']!)).toEqual(others);
		expect(unpackNumbers(symbols['o(n^2)']!)).toEqual(others);
	});
});

describe('facetFilesOf', () => {
	test('leaves out at first the values that few papers have, where there are many', () => {
		const papers = somePapers();
		expect(facetFilesOf(papers)).toMatchObject({
			first: { hasMore: false },
			more: { topic: {}, system: {} },
		});
		// 900 papers with ten topics each, of which the first are in most.
		const many = Array.from({ length: 900 }, (_, number): PaperView => {
			const topics = Array.from({ length: 10 }, (_, place) => {
				const name = `Topic ${place < 8 ? place : 8 + (number % 300) + 300 * (place - 8)}`;
				return { slug: name, name };
			});
			return { ...papers[0]!, topics };
		});
		const { first, more } = facetFilesOf(many);
		expect(first.hasMore).toBe(true);
		expect(Object.keys(first.facets.topic)).toHaveLength(16);
		expect(Object.keys(more.topic)).toHaveLength(608 - 16);
		for (const values of [first.facets.topic, more.topic])
			for (const [name, steps] of Object.entries(values))
				for (const number of unpackNumbers(steps))
					expect(many[number]!.topics.map((topic) => topic.name)).toContain(name);
	});
});
