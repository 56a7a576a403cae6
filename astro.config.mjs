// @ts-check
import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { developmentConfig } from './src/build/offprint-config.ts';
import { createArchiveSource } from './src/loaders/archive-source.ts';
import { readBase, readSite } from './src/build/build-address.ts';

// For `astro dev`, `preview` and `check`. `npm run build` compiles the same pages; see `src/build/`.
export default defineConfig(
	developmentConfig(
		{
			site: readSite(process.env.OFFPRINT_SITE),
			base: readBase(process.env.OFFPRINT_BASE),
		},
		createArchiveSource(resolve(process.env.OFFPRINT_CONTENT ?? 'content')),
	),
);
