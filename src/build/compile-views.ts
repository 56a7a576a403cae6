import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { pageConfig, type SiteAddress } from './offprint-config.ts';

/**
 * Compile the pages of the project at `root` into an empty folder: `server/entry.mjs` lists and
 * renders them (see `views.ts`), `client/` holds what they load and all of `public/`. Nothing of an
 * archive is in it.
 */
export async function compileViews(
	root: string,
	address: SiteAddress,
	folder: string,
): Promise<void> {
	const { vite, ...pages } = pageConfig(address);
	const config = {
		...pages,
		vite: { ...vite, environments: { ...vite.environments, ssr: withPackages } },
		output: 'server',
		root,
		configFile: false,
		outDir: folder,
		cacheDir: `${folder}.astro`,
		logLevel: 'error',
		image: { service: { entrypoint: 'astro/assets/services/noop' } },
		adapter: serveViews,
		integrations: [nothingPrerendered],
	} satisfies AstroInlineConfig;
	await build(config, withoutCollections);
}

// A hundred and fifty files, of which pages use few. Packages that a build loads anyway are not worth bundling.
const withPackages = { resolve: { noExternal: ['feedsmith'] } };

// There are none whose types a server of Vite's own would have to find; Astro’s types do not know the option.
const withoutCollections = { devOutput: false, sync: false };

const serveViews: AstroIntegration = {
	name: 'offprint:views',
	hooks: {
		'astro:config:done': ({ setAdapter }) =>
			setAdapter({
				name: 'offprint:views',
				serverEntrypoint: fileURLToPath(new URL('views.ts', import.meta.url)),
				entrypointResolution: 'auto',
				supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable' },
				adapterFeatures: { buildOutput: 'server' },
			}),
	},
};

const nothing = 'data:text/javascript,';

const nothingPrerendered: AstroIntegration = {
	name: 'offprint:nothing-prerendered',
	hooks: {
		'astro:route:setup': ({ route }) => {
			route.prerender = false;
		},
		// Else Astro bundles what would do it.
		'astro:build:setup': ({ updateConfig }) => {
			const build = { rolldownOptions: { input: nothing } };
			updateConfig({ environments: { prerender: { build } } });
		},
	},
};
