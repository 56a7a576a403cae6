import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
// Astro exports no other way to what `getStaticPaths` gave a page.
import { getRouteCache } from '#astro/route-cache';

/** A page or an endpoint of the site, ready to be rendered. */
export interface Page {
	/** From the root of the site, e.g. `/papers/0123456789/` or `/urls.txt`. */
	readonly path: string;
	/** The component that makes it. */
	readonly view: string;
	/** What that is given beside the archive: plain JSON. */
	readonly props: unknown;
	/** Rejects with what the page throws. */
	readonly render: () => Promise<Response>;
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
			render: () => app.render(new Request(url), { routeData: route }),
		};
	});
}

// `/repo` and `/repo/`
const endRe = /\/?$/;
