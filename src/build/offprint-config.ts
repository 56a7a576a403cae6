import type { AstroUserConfig } from 'astro';
import type { Settings } from '../model/settings.ts';
import { defaults } from '../site.ts';
import { offlinePlugin } from './offline-plugin.ts';
import { settingsPlugin } from './settings-plugin.ts';

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
	const own = settingsPlugin(settings);
	return {
		site,
		base,
		trailingSlash: 'always',
		build: { format: 'directory', inlineStylesheets: 'never' },
		devToolbar: { enabled: false },
		// One style sheet and no inlined script: the CSP allows neither inline.
		vite: {
			plugins: [own, offlinePlugin(settings)],
			// Scripts that are loaded when they are needed are bundled as workers are.
			worker: { plugins: () => [own] },
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
