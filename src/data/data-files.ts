import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Connect } from 'vite';
import type { ArchiveSource } from '../loaders/current-archive.ts';
import { address } from '../model/address.ts';
import { paperRecord } from './paper-record.ts';
import type { PaperView } from '../model/paper-view.ts';

/**
 * Writes the archive as data into the finished site: one paper a line, in the order of the ledger.
 * In development it is made when it is asked for.
 */
export function dataFiles(source: ArchiveSource): AstroIntegration {
	return {
		name: 'offprint:data-files',
		hooks: {
			'astro:server:setup': ({ server }) => {
				server.middlewares.use(serveData(source, server.config.base));
			},
			'astro:build:done': async ({ dir }) => {
				const { papers } = await source.read();
				const file = fileURLToPath(new URL(`.${address.paperData}`, dir));
				await mkdir(fileURLToPath(new URL('./data/', dir)), { recursive: true });
				await writeFile(file, paperLines(papers.values()));
			},
		},
	};
}

function serveData(source: ArchiveSource, base: string): Connect.NextHandleFunction {
	const served = base.replace(/\/$/, '') + address.paperData;
	return (request, response, next) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		if (path !== served) return next();
		source.read().then(({ papers }) => {
			response.setHeader('content-type', 'application/jsonl; charset=utf-8');
			response.end(paperLines(papers.values()));
		}, next);
	};
}

function paperLines(papers: Iterable<PaperView>): string {
	return Array.from(papers, (paper) => `${JSON.stringify(paperRecord(paper))}\n`).join('');
}
