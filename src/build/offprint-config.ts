import sitemap from '@astrojs/sitemap';
import type { AstroUserConfig } from 'astro';
import { provideArchive, type ArchiveSource } from '../loaders/current-archive.ts';
import { lastChanges } from '../sitemap/last-changes.ts';
import type { Day } from '../model/id.ts';
import { dataFiles } from '../data/data-files.ts';
import { searchIndex } from '../search/build/integration.ts';

/** What differs from one build to the next. */
export interface BuildOptions {
	/** Origin of the published site, e.g. `https://example.org`. */
	readonly site: string;
	/** Path the site lies under, with slashes at both ends, e.g. `/repo/`. */
	readonly base: string;
	readonly source: ArchiveSource;
	/** Told how long a part of the build that runs beside others took. */
	readonly onStage?: (name: string, seconds: number) => void;
}

// The first that know `light-dark()` and nesting, which would be spelt out at length for older ones.
const browsers = { chrome: 123 << 16, firefox: 120 << 16, safari: (17 << 16) | (5 << 8) };

/** The Astro configuration of this project, shared by `astro.config.mjs` and the build script. */
export function offprintConfig({ site, base, source, onStage }: BuildOptions): AstroUserConfig {
	provideArchive(source);
	let changes: ReadonlyMap<string, Day | undefined> | undefined;
	return {
		site,
		base,
		output: 'static',
		trailingSlash: 'always',
		prerenderConflictBehavior: 'error',
		build: { format: 'directory', inlineStylesheets: 'never' },
		cacheDir: '.cache/astro',
		devToolbar: { enabled: false },
		integrations: [
			dataFiles(source),
			searchIndex(source, (seconds) => onStage?.('index', seconds)),
			sitemap({
				serialize: async (item) => {
					changes ??= lastChanges(await source.read());
					const path = `/${new URL(item.url).pathname.slice(base.length)}`;
					if (!changes.has(path)) return undefined;
					const lastmod = changes.get(path);
					return lastmod === undefined ? item : { ...item, lastmod };
				},
			}),
		],
		vite: {
			// One style sheet and no inlined script: the CSP allows neither inline.
			build: { cssCodeSplit: false, assetsInlineLimit: 0 },
			css: {
				transformer: 'lightningcss',
				lightningcss: { targets: browsers, drafts: { customMedia: true } },
			},
		},
	};
}
