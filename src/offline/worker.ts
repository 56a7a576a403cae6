import { registerRoute } from 'workbox-routing/registerRoute.js';
import { setCatchHandler } from 'workbox-routing/setCatchHandler.js';
import { CacheFirst } from 'workbox-strategies/CacheFirst.js';
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js';
import { answerFromIndex, lookAtBuild } from './index-answers.ts';
import { keepNeeded, keepWhole } from './keep-whole.ts';
import { forget, kept, root, worker } from './worker-scope.ts';

// A page is some 10 KB, so all that is kept takes some 6 MB.
const mostPages = 500;
// Those of three builds.
const mostAssets = 90;
// A network that does not answer for so long is as good as none.
const patience = 5;

const pages = new NetworkFirst({
	cacheName: kept.pages,
	networkTimeoutSeconds: patience,
	plugins: [{ cacheKeyWillBeUsed: async ({ request }) => plain(request.url) }, newest(mostPages)],
});
const files = new NetworkFirst({ cacheName: kept.assets, plugins: [newest(mostAssets)] });
// Their names say what is in them.
const assets = new CacheFirst({
	cacheName: kept.assets,
	plugins: [{ cacheDidUpdate: follow }, newest(mostAssets)],
});

registerRoute(
	({ url }) => isAt(url, 'search-index/'),
	({ request, event }) => answerFromIndex(request, event),
);
registerRoute(({ url }) => isAt(url, '_astro/'), assets);
registerRoute(
	({ url }) => isAt(url, '') && isPage(url),
	({ request, event }) => {
		if (request.mode === 'navigate') void lookAtBuild();
		return pages.handle({ request, event });
	},
);
registerRoute(({ url, request }) => isAt(url, '') && isLoaded(request), files);
setCatchHandler(async ({ request }) =>
	request.mode === 'navigate'
		? answerPage(plain(request.url))
		: ((await caches.match(request.url)) ?? Response.error()),
);

worker.addEventListener('install', (event) => {
	void worker.skipWaiting();
	event.waitUntil(keepFallback());
});
worker.addEventListener('activate', (event) =>
	event.waitUntil(Promise.all([worker.clients.claim(), keepOpenPages()])),
);

interface Kept {
	readonly cacheName: string;
	readonly newResponse: Response;
}

/** Whether an address is of this site, below a folder of it. */
function isAt({ href }: URL, folder: string): boolean {
	return href.startsWith(root + folder);
}

function isPage({ pathname }: URL): boolean {
	return pathname.endsWith('/');
}

/** Whether it belongs to a page, as its theme or its icon; nobody reads feeds and data here. */
function isLoaded({ destination }: Request): boolean {
	return ['script', 'style', 'image'].includes(destination);
}

/** `/search/` for `/search/?q=attention`: one page answers all. */
function plain(address: string): string {
	const { origin, pathname } = new URL(address);
	return origin + pathname;
}

/** Keeps that much of what was written last. */
function newest(most: number) {
	return {
		cacheDidUpdate: async ({ cacheName }: Kept) => {
			const cache = await caches.open(cacheName);
			const old = (await cache.keys()).slice(0, -most);
			await Promise.all(old.map((request) => cache.delete(request)));
		},
	};
}

/** What a script loads later may be needed when there is no network. */
async function follow({ cacheName, newResponse }: Kept): Promise<void> {
	await keepNeeded(newResponse, await caches.open(cacheName)).catch(() => {});
}

/** A page that was there before the worker asked it for nothing. */
async function keepOpenPages(): Promise<void> {
	const all = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
	const own = all.map(({ url }) => new URL(url)).filter((url) => isAt(url, '') && isPage(url));
	const [pages, assets] = [await caches.open(kept.pages), await caches.open(kept.assets)];
	await Promise.allSettled(own.map(({ href }) => keepWhole(plain(href), pages, assets)));
}

const fallbackPage = new URL('offline/', root).href;
// It is made of what the browser stores, so it has something to show to who never opened it.
const savedPage = new URL('saved/', root).href;

async function keepFallback(): Promise<void> {
	await forget(kept.fallback);
	const cache = await caches.open(kept.fallback);
	for (const page of [fallbackPage, savedPage]) await keepWhole(page, cache, cache);
}

async function answerPage(address: string): Promise<Response> {
	const cache = await caches.open(kept.fallback);
	const saved = address === savedPage && (await cache.match(savedPage));
	if (saved) return saved;
	const page = await cache.match(fallbackPage);
	return page
		? new Response(page.body, { status: 503, headers: page.headers })
		: Response.error();
}
