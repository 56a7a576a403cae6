import { writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { address } from '../../model/address.ts';
import type { SearchedPaper } from './searched-paper.ts';
import {
	indexFiles,
	papersInFile,
	type IdsFile,
	type IndexedPaper,
	type TextsFile,
} from '../index-files.ts';
import type { FacetFile } from '../facet-file.ts';
import { facetFilesOf } from './facet-files.ts';
import { nameFilesOf } from './name-files.ts';
import { searchedTextOf } from './searched-text.ts';
import { termFilesOf } from './term-files.ts';
import { indexTerms, type TermIndex } from './term-index.ts';
import { wordFilesOf } from './word-files.ts';

/** Makes a file of the index; nothing where it need not be written. */
export type Encode = (name: string, content: unknown) => string | Uint8Array | undefined;

/**
 * Write the index of all papers, which are numbers in their order, into an empty folder. Its terms may have been
 * taken from their texts before.
 */
export async function writeIndex(
	papers: readonly SearchedPaper[],
	folder: string,
	index?: TermIndex,
	encodeFile: Encode = encode,
): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	const files = indexFilesOf(papers, index);
	for (const path of new Set(files.map(([name]) => dirname(join(folder, name)))))
		await mkdir(path, { recursive: true });
	// There are hundreds of small ones: to pack and to write one costs less than to wait for it.
	for (const [name, content] of files) {
		const bytes = encodeFile(name, content);
		if (bytes !== undefined) writeFileSync(join(folder, name), bytes);
	}
}

/** A file of the index, by its path in the folder. */
export type IndexFile = readonly [name: string, content: unknown];

/** All files of the index, before they are encoded. */
export function indexFilesOf(
	papers: readonly SearchedPaper[],
	index = indexTerms(papers),
): IndexFile[] {
	const facets = facetFilesOf(papers);
	const { table, blocks, places } = termFilesOf(index, papers.length);
	const { words, allWords, symbols } = wordFilesOf(index);
	const { topics, byInitial } = nameFilesOf(papers, index);
	return [
		[indexFiles.facets, { version: table.version, ...facets.first } satisfies FacetFile],
		...(facets.first.hasMore ? [[indexFiles.moreFacets, facets.more] as const] : []),
		[indexFiles.terms, table],
		...blocks.map((block, at): IndexFile => [indexFiles.block(table.version, at), block]),
		...places.map((block, at): IndexFile => [indexFiles.places(table.version, at), block]),
		...Array.from(words, ([initial, file]): IndexFile => [indexFiles.words(initial), file]),
		[indexFiles.allWords, allWords],
		...Array.from(byInitial, ([initial, file]): IndexFile => [indexFiles.names(initial), file]),
		[indexFiles.topics, topics],
		[indexFiles.symbols, symbols],
		[indexFiles.ids, papers.map(({ id }) => id) satisfies IdsFile],
		...textFilesOf(papers),
	];
}

function textFilesOf(papers: readonly SearchedPaper[]): IndexFile[] {
	return Array.from({ length: Math.ceil(papers.length / papersInFile) }, (_, at) => {
		const first = at * papersInFile;
		const content: TextsFile = papers.slice(first, first + papersInFile).map(textOf);
		return [indexFiles.texts(first), content];
	});
}

function textOf(paper: SearchedPaper): IndexedPaper {
	const { id, title, systems, firstSeen, seen } = paper;
	return {
		url: address.paper(id),
		title,
		text: searchedTextOf(paper),
		systems: systems.map(({ name }) => name),
		firstSeen,
		seen,
	};
}

/** A file of the index as it lies in its folder. */
export function encode(name: string, content: unknown): string | Buffer<ArrayBuffer> {
	const text = `${JSON.stringify(content)}\n`;
	return name.endsWith('.packed') ? gzipSync(text) : text;
}
