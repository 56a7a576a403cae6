import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ArchiveSource } from '../loaders/archive-source.ts';
import { address } from '../model/address.ts';
import { paperRecord } from '../model/paper-record.ts';

/** Writes the archive as data into the finished site: one paper a line, in the order of the ledger. */
export function dataFiles(source: ArchiveSource): AstroIntegration {
	return {
		name: 'offprint:data-files',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const { papers } = await source.read();
				const file = fileURLToPath(new URL(`.${address.paperData}`, dir));
				await mkdir(fileURLToPath(new URL('./data/', dir)), { recursive: true });
				const lines = papers.map((paper) => `${JSON.stringify(paperRecord(paper))}\n`);
				await writeFile(file, lines.join(''));
			},
		},
	};
}
