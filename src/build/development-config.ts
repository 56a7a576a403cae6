import type { AstroIntegration, AstroUserConfig } from 'astro';
import { serveData } from '../data/serve-data.ts';
import { provideAnswers } from '../loaders/current-answers.ts';
import { provideArchive, type ArchiveSource } from '../loaders/current-archive.ts';
import { reloadContent } from '../loaders/reload-content.ts';
import { serveIndex } from '../search/build/serve-index.ts';
import { answersOf } from '../watch/answers-of.ts';
import { pageConfig, type SiteAddress } from './offprint-config.ts';

/** The Astro configuration of a development server over the archive of a source. */
export function developmentConfig(address: SiteAddress, source: ArchiveSource): AstroUserConfig {
	provideArchive(source);
	provideAnswers(async () => answersOf(await source.read()));
	return {
		...pageConfig(address),
		output: 'static',
		prerenderConflictBehavior: 'error',
		cacheDir: '.cache/astro',
		integrations: [serveArchive(source)],
	};
}

/** Answers in development for what a build writes beside the pages, and follows changes of the content. */
function serveArchive(source: ArchiveSource): AstroIntegration {
	return {
		name: 'offprint:archive',
		hooks: {
			'astro:server:setup': ({ server, logger }) => {
				const { base } = server.config;
				server.middlewares.use(serveData(source, base));
				server.middlewares.use(serveIndex(source, '.cache/search-index', base));
				reloadContent(server, source, logger);
			},
		},
	};
}
