import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FacetFile } from '../../../src/search/facet-file.ts';
import {
	indexFiles,
	papersInFile,
	type TextsFile,
	type TopicsFile,
} from '../../../src/search/index-files.ts';
import type { PaperView } from '../../../src/model/paper-view.ts';
import type { NamesFile } from '../../../src/search/name-file.ts';
import { unpackRising } from '../../../src/search/number-steps.ts';
import type { PlacesBlock, TermBlock, TermTable } from '../../../src/search/term-file.ts';
import { initials, unpackWords, type SymbolsFile } from '../../../src/search/word-file.ts';
import { facetFilesOf } from '../../../src/search/build/facet-files.ts';
import { writeIndex } from '../../../src/search/build/write-index.ts';
import { fingerprint, temporaryFolder } from '../../support/folders.ts';
import { papersOf } from '../open-engine.ts';
import { somePapers } from '../some-papers.ts';

/** Write the index of some papers, and give what reads its files. */
async function writtenIndex(papers: readonly PaperView[]) {
	const folder = await temporaryFolder();
	await writeIndex(papers, folder);
	return <File>(name: string): File => {
		const bytes = readFileSync(join(folder, name));
		return JSON.parse(String(name.endsWith('.packed') ? gunzipSync(bytes) : bytes));
	};
}

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

	test('has each paper’s text where its number says', async () => {
		const papers = somePapers();
		const read = await writtenIndex(papers);
		const texts = papers.map(
			(_, number) => read<TextsFile>(indexFiles.texts(number))[number % papersInFile]!,
		);
		expect(texts.map(({ url }) => url)).toEqual(papers.map(({ id }) => `/papers/${id}/`));
		expect(texts.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
	});

	test('changes of the texts only the last file when papers come', async () => {
		const [papers, folder] = [somePapers(), await temporaryFolder()];
		const textsOf = async (some: readonly PaperView[]) => {
			await writeIndex(some, folder);
			return fingerprint(join(folder, 'texts'));
		};
		const before = await textsOf(papers.slice(0, papersInFile + 1));
		expect(Object.keys(before)).toEqual(['0.packed', '1.packed']);
		const after = await textsOf(papers.slice(0, papersInFile + 2));
		expect(after['0.packed']).toBe(before['0.packed']);
		expect(after['1.packed']).not.toBe(before['1.packed']);
	});

	test('says which papers have what, and which words and symbols there are', async () => {
		const papers = somePapers();
		const read = await writtenIndex(papers);
		const { facets } = read<FacetFile>(indexFiles.facets);
		const seen = papers.findIndex(({ title }) => title === 'Often seen');
		expect(Object.keys(facets.digest)).toHaveLength(8);
		for (const steps of Object.values(facets.digest))
			expect(unpackRising(steps)).toContain(seen);
		expect(Object.keys(facets.topic)).toEqual(['Topic0', 'Topic1', 'Topic2', 'Topic3']);
		expect(unpackRising(facets.system['System1']!)).toEqual([0, 1]);
		expect(unpackRising(facets.code['yes']!)).toEqual([0, 2, 4, 6, 8]);
		const words = initials.map((initial) => unpackWords(read(indexFiles.words(initial))));
		const ofB = new Map(words[1]!.map(({ word, magnitude }) => [word, magnitude]));
		expect(ofB.get('benchmarks')).toBe(3);
		expect([...ofB.keys()].every((word) => word.startsWith('b'))).toBe(true);
		const all = unpackWords(read(indexFiles.allWords));
		expect(all).toHaveLength(words.flat().length);
		const symbols = read<SymbolsFile>(indexFiles.symbols);
		const others = papers.flatMap(({ title }, number) =>
			title === 'Often seen' ? [] : number,
		);
		expect(unpackRising(symbols['f*']!)).toEqual(others);
		expect(unpackRising(symbols['o(n^2)']!)).toEqual(others);
	});

	test('says what has a name, and which papers introduce it', async () => {
		const read = await writtenIndex([
			...somePapers(),
			...papersOf(['Some', 'Mixture of Experts (MoE) layers.']),
		]);
		const { systems, topics } = read<NamesFile>(indexFiles.names('s'));
		expect(topics).toEqual({});
		expect(Object.entries(systems).slice(0, 2)).toEqual([
			['System1', ['system1', 2, 1]],
			['System2', ['system2', 2, 2]],
		]);
		expect(read<NamesFile>(indexFiles.names('t')).topics['Topic1']).toEqual(['topic1', 5]);
		expect(read<TopicsFile>(indexFiles.topics)).toEqual([
			'Topic0',
			'Topic1',
			'Topic2',
			'Topic3',
		]);
		expect(read<NamesFile>(indexFiles.names('m')).acronyms).toEqual({ moe: 'mixturofexpert' });
	});

	test('leads to no topic that has no page', async () => {
		const topics = [
			{ slug: 'mixture-of-experts', name: 'Mixture of experts' },
			{ slug: 'many experts', name: 'Many experts', isLabel: true },
		];
		const read = await writtenIndex(papersOf(['A title', 'An abstract.', { topics }]));
		expect(read<NamesFile>(indexFiles.names('m')).topics).toEqual({
			'Mixture of experts': ['mixture-of-experts', 1],
		});
	});

	test('has every term in the block that the table names', async () => {
		const papers = somePapers();
		const read = await writtenIndex(papers);
		const table = read<TermTable>(indexFiles.terms);
		expect(table.papers).toBe(papers.length);
		const terms = table.starts.flatMap((start, at) => {
			const block = read<TermBlock>(indexFiles.block(table.version, at));
			expect(block[0]![0]).toBe(start);
			expect(read<PlacesBlock>(indexFiles.places(table.version, at))).toHaveLength(
				block.length,
			);
			return block.map(([term]) => term);
		});
		expect(terms).toEqual([...new Set(terms)].toSorted());
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
				for (const number of unpackRising(steps))
					expect(many[number]!.topics.map((topic) => topic.name)).toContain(name);
	});
});
