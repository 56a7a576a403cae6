import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteExpectations } from '../../src/check/check-site.ts';
import { contentSecurityPolicy } from '../../src/layouts/content-security-policy.ts';

/** Where the small site is published. */
export const smallSiteUrl = 'https://example.org/repo/';

const head = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">`;

/** A page in the sitemap. */
function page(path: string, body: string): string {
	return `<!doctype html><html><head>${head}<title>Page ${path}</title><link rel="canonical" href="${smallSiteUrl}${path}"><link rel="stylesheet" href="/repo/_astro/style.css"></head><body><h1>Page</h1><a href="/repo/about/">About</a>${body}</body></html>`;
}

/** A page that is not to be listed. */
function unlisted(body: string): string {
	return `<!doctype html><html><head>${head}<title>Page</title><meta name="robots" content="noindex"></head><body><h1>Page</h1>${body}</body></html>`;
}

const listed: Readonly<Record<string, string>> = {
	'': '<form action="/repo/search/"></form><a href="digests/2025-03-11/#k3v9q2x7mf">First</a><a href="https://example.com/">Elsewhere</a>',
	'about/': '',
	'digests/2025-03-11/':
		'<ol><li id="k3v9q2x7mf"><a href="../../papers/k3v9q2x7mf/">A Paper</a></li></ol>',
	'papers/k3v9q2x7mf/': '<a href="/repo/digests/2025-03-11/">Its digest</a>',
};

const files: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		Object.entries(listed).map(([path, body]) => [`${path}index.html`, page(path, body)]),
	),
	'search/index.html': unlisted('<a href="../">Home</a>'),
	'404.html': unlisted('<a href="/repo/">Home</a>'),
	'_astro/style.css': 'p { margin: 0 }',
	'data/papers.jsonl': '{"id":"k3v9q2x7mf"}\n',
	'trends/papers.csv': 'day,papers\n2025-03-11,1\n',
	'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'feeds/papers.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>${smallSiteUrl}papers/k3v9q2x7mf/</id><link href="${smallSiteUrl}papers/k3v9q2x7mf/"/></entry></feed>`,
	'sitemap-index.xml': `<sitemapindex><sitemap><loc>${smallSiteUrl}sitemap-0.xml</loc></sitemap></sitemapindex>`,
	'sitemap-0.xml': `<urlset>${Object.keys(listed)
		.map((path) => `<url><loc>${smallSiteUrl}${path}</loc></url>`)
		.join('')}</urlset>`,
};

/** The addresses of the small site that must answer. */
export const smallSiteAddresses: readonly string[] = [
	...Object.keys(listed).map((path) => `/${path}`),
	'/search/',
	'/feeds/papers.xml',
];

/** What the small site must hold to. */
export const smallSite: SiteExpectations = {
	url: smallSiteUrl,
	addresses: smallSiteAddresses,
	policies: [contentSecurityPolicy],
	records: new Map([
		['/data/papers.jsonl', 1],
		['/feeds/papers.xml', 1],
	]),
};

/** Write a site of six pages that keeps every promise, for a test to break. */
export async function writeSmallSite(folder: string): Promise<string> {
	const site = join(folder, 'site');
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(site, name)), { recursive: true });
		await writeFile(join(site, name), text);
	}
	return site;
}
