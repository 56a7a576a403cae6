import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ArchiveSource } from '../../loaders/current-archive.ts';
import { indexFolder } from '../index-files.ts';
import { serveIndex } from './serve-index.ts';
import { writeIndex } from './write-index.ts';

/**
 * Makes the search index from the archive's records, in a process of its own while Astro renders
 * the pages, and puts it into the finished site as `/search-index/`.
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
				folder = join(fileURLToPath(config.cacheDir), indexFolder);
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
				await rename(folder, join(fileURLToPath(dir), indexFolder));
			},
		},
	};
}

async function timed(
	action: () => Promise<void>,
	onDone: (seconds: number) => void,
): Promise<void> {
	const start = performance.now();
	await action();
	onDone((performance.now() - start) / 1000);
}
