import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close } from 'pagefind';
import type { PaperView } from '../../model/paper-view.ts';
import { searchFiles, shardCount, shardFolder, shardSize, type IdsFile } from '../index-files.ts';
import { facetFilesOf } from './facet-files.ts';
import { wordFilesOf } from './word-files.ts';
import { writeShard } from './write-shard.ts';

/** Write the index of all papers, shard by shard, into an empty folder, and beside it what the search page knows of them. */
export async function writeIndex(
	papers: readonly PaperView[],
	folder: string,
	size = shardSize,
): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	try {
		for (let shard = 1; shard <= shardCount(papers.length, size); shard++) {
			const start = (shard - 1) * size;
			const own = papers.slice(start, start + size);
			await writeShard(own, start, join(folder, shardFolder(shard)));
		}
	} finally {
		await close();
	}
	await writeTables(papers, folder);
}

/** What the search page knows of the papers without asking the index. */
async function writeTables(papers: readonly PaperView[], folder: string): Promise<void> {
	const write = (name: string, content: unknown) =>
		writeFile(join(folder, name), `${JSON.stringify(content)}\n`);
	const facets = facetFilesOf(papers);
	await write(searchFiles.facets, facets.first);
	if (facets.first.hasMore) await write(searchFiles.moreFacets, facets.more);
	const { words, allWords, symbols } = wordFilesOf(papers);
	await mkdir(dirname(join(folder, searchFiles.words(''))), { recursive: true });
	for (const [initial, file] of words) await write(searchFiles.words(initial), file);
	await write(searchFiles.allWords, allWords);
	await write(searchFiles.symbols, symbols);
	await write(searchFiles.ids, papers.map(({ id }) => id) satisfies IdsFile);
}
