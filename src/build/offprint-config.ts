import type { AstroIntegration, AstroUserConfig } from 'astro';
import { serveData } from '../data/serve-data.ts';
import { provideAnswers } from '../loaders/current-answers.ts';
import { provideArchive, type ArchiveSource } from '../loaders/current-archive.ts';
import { reloadContent } from '../loaders/reload-content.ts';
import type { Settings } from '../model/settings.ts';
import { serveIndex } from '../search/build/serve-index.ts';
import { defaults } from '../site.ts';
import { offlinePlugin } from './offline-plugin.ts';
import { settingsPlugin } from './settings-plugin.ts';
import { answersOf } from '../watch/answers-of.ts';

/** Where a site is published, and under which name. */
export interface SiteAddress {
	/** Origin, e.g. `https://example.org`. */
	readonly site: string;
	/** Path the site lies under, with slashes at both ends, e.g. `/repo/`. */
	readonly base: string;
	/** What the archive says of itself; this project's words where none are given. */
	readonly settings?: Settings;
}

// The first that know `light-dark()` and nesting, which would be spelt out at length for older ones.
const browsers = { chrome: 123 << 16, firefox: 120 << 16, safari: (17 << 16) | (5 << 8) };

/** `/_astro/SiteHeader.D__x9DKU.js`, where Astro’s own name, which every page has, is three times as long. */
function scriptName({ name }: { readonly name: string }): string {
	return `_astro/${name.split('.')[0]}.[hash].js`;
}

/** What the compiled pages and those of a development server have in common. */
export function pageConfig({ site, base, settings = defaults }: SiteAddress) {
	return {
		site,
		base,
		trailingSlash: 'always',
		build: { format: 'directory', inlineStylesheets: 'never' },
		devToolbar: { enabled: false },
		// One style sheet and no inlined script: the CSP allows neither inline.
		vite: {
			plugins: [settingsPlugin(settings), offlinePlugin(settings)],
			// Scripts that are loaded when they are needed are bundled as workers are.
			worker: { plugins: () => [settingsPlugin(settings)] },
			build: { cssCodeSplit: false, assetsInlineLimit: 0 },
			environments: {
				client: { build: { rolldownOptions: { output: { entryFileNames: scriptName } } } },
			},
			css: {
				transformer: 'lightningcss',
				lightningcss: { targets: browsers, drafts: { customMedia: true } },
			},
		},
	} satisfies AstroUserConfig;
}

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
