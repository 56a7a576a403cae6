// `href="/repo/_astro/style.css"`, `src="/repo/theme.js"`
const loadedRe = /(?:href|src)="([^"]+\.(?:css|js))"/g;
// `from"./href.js"`, `import"./format.js"`
const importedRe = /\b(?:from|import)\s*["'`](\.\/[^"'`]+)/g;
// `"/repo/_astro/fill-menus-D1HMqC_J.js"`, which is loaded when a menu is opened
const lazyRe = /["'`](\/[^"'`\s]*_astro\/[^"'`\s]+\.js)["'`]/g;

/** Fetch a page and keep it, with the style and the scripts that it loads, also those that wait until they are needed. */
export async function keepWhole(page: string, pages: Cache, assets: Cache): Promise<void> {
	const html = await keep(page, pages);
	const all = new Set(addressesIn(html, loadedRe, page));
	// It grows as it is gone through.
	for (const address of all) {
		const text = await keep(address, assets);
		for (const pattern of [importedRe, lazyRe])
			for (const needed of addressesIn(text, pattern, address)) all.add(needed);
	}
}

/** Keep the scripts that a kept one loads when they are needed. */
export async function keepNeeded(script: Response, assets: Cache): Promise<void> {
	for (const address of addressesIn(await script.text(), lazyRe, script.url))
		if (!(await assets.match(address))) await keep(address, assets);
}

async function keep(address: string, cache: Cache): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} ${address}`);
	await cache.put(address, response.clone());
	return response.text();
}

function addressesIn(text: string, pattern: RegExp, base: string): string[] {
	return Array.from(text.matchAll(pattern), ([, address]) => new URL(address!, base).href);
}
