import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createIndex, type IndexFile } from 'pagefind';
import { address } from '../../model/address.ts';
import { systemPages, type PaperView } from '../../model/paper-view.ts';
import { site } from '../../site.ts';
import type { Fragment } from '../index-files.ts';
import { canonicalizeIndex } from './canonical-index.ts';
import { searchedTextOf } from './searched-text.ts';

// Every shard holds its own copy of these, and no page uses them.
const unusedFiles: ReadonlySet<string> = new Set([
	'pagefind-component-ui.css',
	'pagefind-component-ui.js',
	'pagefind-highlight.js',
	'pagefind-modular-ui.css',
	'pagefind-modular-ui.js',
	'pagefind-ui.css',
	'pagefind-ui.js',
]);

/**
 * Write the index of some papers, of which the first has the number `start` in the archive, into a
 * folder of its own.
 */
export async function writeShard(
	papers: readonly PaperView[],
	start: number,
	folder: string,
): Promise<void> {
	await writeFiles(await indexPapers(papers), folder);
	await canonicalizeIndex(folder, start);
}

async function indexPapers(papers: readonly PaperView[]): Promise<IndexFile[]> {
	const { index, errors } = await createIndex({ forceLanguage: site.language });
	refuse(errors);
	if (!index) throw new Error('Pagefind made no index');
	const answers = await forEach(papers, (paper) => index.addCustomRecord(recordOf(paper)));
	refuse(answers.flatMap((answer) => answer.errors));
	const { files, errors: faults } = await index.getFiles();
	refuse(faults);
	await index.deleteIndex();
	return files.filter(({ path }) => !unusedFiles.has(path));
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

function recordOf(paper: PaperView) {
	const { title, system } = paper;
	return {
		url: address.paper(paper.id),
		content: searchedTextOf(paper),
		language: site.language,
		// What stands here is searched too, so dates and counts stand elsewhere: `2025` would find every paper.
		meta: { title, ...(system !== undefined && { system }) },
		filters: { system: systemPages(paper.systems).map(({ name }) => name) },
	} satisfies Fragment & { language: string };
}

/** Write them by ourselves: on a busy machine Pagefind says that it is done before its last file has its bytes. */
async function writeFiles(files: readonly IndexFile[], folder: string): Promise<void> {
	const folders = new Set(files.map(({ path }) => dirname(join(folder, path))));
	for (const path of folders) await mkdir(path, { recursive: true });
	await forEach(files, ({ path, content }) => writeFile(join(folder, path), content));
}

// As many as wait for an answer at once; more gains nothing.
const mostAtOnce = 64;

async function forEach<Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (let start = 0; start < items.length; start += mostAtOnce)
		results.push(...(await Promise.all(items.slice(start, start + mostAtOnce).map(work))));
	return results;
}
