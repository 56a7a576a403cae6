import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import type { Connect } from 'vite';
import type { ArchiveSource } from '../../loaders/current-archive.ts';
import { address } from '../../model/address.ts';
import { searchFiles, shardCount, shardFolder, shardSize } from '../index-files.ts';
import type { PaperView } from '../../model/paper-view.ts';
import type { ArchiveView } from '../../model/view.ts';
import { site } from '../../site.ts';
import { canonicalizeIndex } from './canonical-index.ts';
import { facetFilesOf } from './facet-files.ts';
import { searchedTextOf, vocabularyOf } from './word-files.ts';

// As many records as wait for an answer at once; more gains nothing.
const recordWindow = 64;

// Every bundle holds its own copy of these; a browser takes them from the first part.
const sharedFiles: ReadonlySet<string> = new Set([
	'pagefind-component-ui.css',
	'pagefind-component-ui.js',
	'pagefind-highlight.js',
	'pagefind-modular-ui.css',
	'pagefind-modular-ui.js',
	'pagefind-ui.css',
	'pagefind-ui.js',
]);

/**
 * Makes the search index from the archive's records, in a process of its own while Astro renders
 * the pages, and puts it into the finished site as `/pagefind/`.
 * In development it is made when the first search asks for it.
 */
export function searchIndex(
	source: ArchiveSource,
	onDone: (seconds: number) => void,
): AstroIntegration {
	let work: Promise<void> | undefined;
	let folder = '';
	return {
		name: 'offprint:search-index',
		hooks: {
			'astro:config:done': ({ config }) => {
				folder = join(fileURLToPath(config.cacheDir), 'pagefind');
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use(serveIndex(source, folder, server.config.base));
			},
			'astro:build:start': () => {
				work = source
					.read()
					.then(({ papers }) =>
						timed(() => writeIndex([...papers.values()], folder), onDone),
					);
				// Awaited when the pages are done; until then a failure is nobody's yet.
				work.catch(() => {});
			},
			'astro:build:done': async ({ dir }) => {
				await work;
				await rename(folder, join(fileURLToPath(dir), 'pagefind'));
			},
		},
	};
}

/** Serve the index in development, made anew when a search follows a change of the content. */
function serveIndex(
	source: ArchiveSource,
	folder: string,
	base: string,
): Connect.NextHandleFunction {
	const prefix = `${base.replace(/\/$/, '')}/pagefind/`;
	let indexed: Promise<ArchiveView> | undefined;
	let work = Promise.resolve();
	return (request, response, next) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		if (!path.startsWith(prefix)) return next();
		const archive = source.read();
		if (archive !== indexed) {
			indexed = archive;
			work = archive.then(({ papers }) => writeIndex([...papers.values()], folder));
		}
		work.then(() => readFile(join(folder, normalize(`/${path.slice(prefix.length)}`)))).then(
			(body) => response.setHeader('content-type', typeOf(path)).end(body),
			next,
		);
	};
}

function typeOf(path: string): string {
	if (path.endsWith('.json')) return 'application/json';
	return path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
}

async function timed(
	action: () => Promise<void>,
	onDone: (seconds: number) => void,
): Promise<void> {
	const start = performance.now();
	await action();
	onDone((performance.now() - start) / 1000);
}

/** Write the index of all papers, part by part, into an empty folder, and beside it what the search page knows of them. */
export async function writeIndex(papers: readonly PaperView[], folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	try {
		for (let shard = 1; shard <= shardCount(papers.length); shard++) {
			const start = (shard - 1) * shardSize;
			const part = papers.slice(start, start + shardSize);
			await writeShard(part, start, join(folder, shardFolder(shard)));
		}
	} finally {
		await pagefind.close();
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
	const { words, allWords, symbols } = vocabularyOf(papers);
	await mkdir(dirname(join(folder, searchFiles.words(''))), { recursive: true });
	for (const [initial, file] of words) await write(searchFiles.words(initial), file);
	await write(searchFiles.allWords, allWords);
	await write(searchFiles.symbols, symbols);
	const ids = papers.map(({ id }) => id);
	await write(searchFiles.ids, ids);
}

async function writeShard(
	papers: readonly PaperView[],
	start: number,
	folder: string,
): Promise<void> {
	const { index, errors } = await pagefind.createIndex({ forceLanguage: site.language });
	refuse(errors);
	if (!index) throw new Error('Pagefind made no index');
	for (let start = 0; start < papers.length; start += recordWindow) {
		const window = papers.slice(start, start + recordWindow);
		const answers = await Promise.all(
			window.map((paper) => index.addCustomRecord(recordOf(paper))),
		);
		refuse(answers.flatMap((answer) => answer.errors));
	}
	// Written by ourselves: on a busy machine Pagefind says that it is done before its last file has its bytes.
	const { files, errors: faults } = await index.getFiles();
	refuse(faults);
	await index.deleteIndex();
	await writeFiles(
		files.filter(({ path }) => !sharedFiles.has(path)),
		folder,
	);
	await canonicalizeIndex(folder, start);
}

async function writeFiles(files: readonly pagefind.IndexFile[], folder: string): Promise<void> {
	const folders = new Set(files.map(({ path }) => dirname(join(folder, path))));
	for (const path of folders) await mkdir(path, { recursive: true });
	for (let start = 0; start < files.length; start += recordWindow) {
		const window = files.slice(start, start + recordWindow);
		await Promise.all(
			window.map(({ path, content }) => writeFile(join(folder, path), content)),
		);
	}
}

function recordOf(paper: PaperView) {
	return {
		url: address.paper(paper.id),
		content: searchedTextOf(paper),
		language: site.language,
		// What stands here is searched too, so dates and counts stand elsewhere: `2025` would find every paper.
		meta: { title: paper.title, ...(paper.system !== undefined && { system: paper.system }) },
		// Comes with the text of a result, and is not searched.
		filters: { system: paper.systems.map(({ name }) => name) },
	};
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
