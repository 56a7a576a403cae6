// @ts-check
import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { developmentConfig } from './src/build/development-config.ts';
import { applySettings } from './src/loaders/apply-settings.ts';
import { createArchiveSource } from './src/loaders/archive-source.ts';
import { buildAddress } from './src/build/build-address.ts';

// For `astro dev`, `preview` and `check`. `npm run build` compiles the same pages; see `src/build/`.
const content = resolve(process.env.OFFPRINT_CONTENT ?? 'content');
const settings = await applySettings(content, (file) => console.warn(file.messages.join('\n')));
const { OFFPRINT_SITE, OFFPRINT_BASE } = process.env;

export default defineConfig(
	developmentConfig(
		{ ...buildAddress(OFFPRINT_SITE, OFFPRINT_BASE, settings), settings },
		createArchiveSource(content),
	),
);
