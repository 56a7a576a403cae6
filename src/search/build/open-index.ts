import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lazily } from '../engine/lazily.ts';
import { searchSource, type SearchSource } from '../engine/source.ts';
import type { SearchedPaper } from './searched-paper.ts';

/** The source of an index that lies in a folder of this machine. */
export function openIndex(folder: string): SearchSource {
	return searchSource('', async (name) => new Response(await readFile(join(folder, name))));
}

/** The source of the index of some papers, which is made when a file is first asked for, and written nowhere. */
export function indexOf(papers: readonly SearchedPaper[]): SearchSource {
	const made = lazily(async () => {
		const { encode, indexFilesOf } = await import('./write-index.ts');
		return { encode, files: new Map(indexFilesOf(papers)) };
	});
	return searchSource('', async (name) => {
		const { encode, files } = await made();
		const content = files.get(name);
		if (content === undefined) throw new Error(`Unexpected lack of ${name} in the index`);
		return new Response(encode(name, content));
	});
}
