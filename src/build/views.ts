import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { renderToString } from 'astro/runtime/server/index.js';
import type { APIRoute } from 'astro';
// Astro exports no other way to what a page is rendered from, and to what `getStaticPaths` gave it.
import { FetchState } from '#astro/fetch-state';
import { getRouteCache } from '#astro/route-cache';

/** A page or an endpoint of the site, ready to be rendered. */
export interface Page {
	/** From the root of the site, e.g. `/papers/0123456789/` or `/urls.txt`. */
	readonly path: string;
	/** The component that makes it. */
	readonly view: string;
	/** What that is given beside the archive: plain JSON. */
	readonly props: unknown;
	/** Gives a page as its text, and what an endpoint answers. Rejects with what either throws. */
	readonly render: () => Promise<string | Response>;
}

const app = createApp();

/**
 * All pages of the archive that was provided to this process, for a site at `origin`.
 * Compiled as pages of a server, which are kept from one build to the next, they are rendered as
 * those of a static site: each route gives its paths and their properties by `getStaticPaths`.
 */
export async function listPages(origin: string): Promise<Page[]> {
	for (const { routeData } of app.manifest.routes)
		routeData.prerender = routeData.origin === 'project';
	// A process may make several sites, each of another archive.
	getRouteCache(app.manifest).clearAll();
	const paths = await new StaticPaths(app).getAll();
	return paths.map(({ pathname, route }) => {
		const path = route.type === 'page' ? pathname.replace(endRe, '/') : pathname;
		const url = `${origin}${app.manifest.base.replace(endRe, '')}${path}`;
		const props = getRouteCache(app.manifest)
			.get(route)
			?.staticPaths.keyed.get(pathname)?.props;
		return {
			path,
			view: route.component,
			props,
			render: () => render(route, url, props ?? {}),
		};
	});
}

// `/repo` and `/repo/`
const endRe = /\/?$/;

type Route = NonNullable<FetchState['routeData']>;
type Module = Awaited<ReturnType<FetchState['loadComponentInstance']>>;

const modules = new Map<Route, Module>();

// What only answers of a server need.
const noServer = {
	addCookieHeader: false,
	clientAddress: undefined,
	locals: undefined,
	prerenderedErrorPageFetch: undefined,
	waitUntil: undefined,
};

/** What `app.render` gives, in half the time: as a string, and without finding anew what is known of the page. */
async function render(routeData: Route, url: string, props: object): Promise<string | Response> {
	const state = new FetchState(app.manifest, new Request(url), { ...noServer, routeData });
	state.props = props;
	const module = modules.get(routeData) ?? (await state.loadComponentInstance());
	modules.set(routeData, module);
	if (routeData.type === 'endpoint')
		return (module as unknown as { readonly GET: APIRoute }).GET(state.getAPIContext());
	const result = await state.createResult(module, state.getActionAPIContext());
	return renderToString(result, module.default, props, {}, true, routeData);
}
