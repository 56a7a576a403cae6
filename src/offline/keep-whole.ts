// `href="/repo/_astro/style.css"`, `src="/repo/theme.js"`
const loadedRe = /(?:href|src)="([^"]+\.(?:css|js))"/g;
// `from"./href.js"`, `import"./format.js"`
const importedRe = /\b(?:from|import)\s*["'`](\.\/[^"'`]+)/g;

/** Fetch a page and keep it, with the style and the scripts that it cannot do without. */
export async function keepWhole(page: string, pages: Cache, assets: Cache): Promise<void> {
	const html = await keep(page, pages);
	const all = new Set(addressesIn(html, loadedRe, page));
	// It grows as it is gone through.
	for (const address of all)
		for (const imported of addressesIn(await keep(address, assets), importedRe, address))
			all.add(imported);
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
