import { error, type Finding } from './findings.ts';
import type { PageFacts } from './read-page.ts';
import type { Sizes } from './site-files.ts';
import type { XmlFacts } from './read-xml.ts';

/** A site as it was read. */
export interface ReadSite {
	/** Where it is published. */
	readonly url: URL;
	readonly sizes: Sizes;
	readonly pages: ReadonlyMap<string, PageFacts>;
	readonly xml: ReadonlyMap<string, XmlFacts>;
	readonly scripts: ReadonlyMap<string, readonly string[]>;
}

/** Follow every link that stays on the site, and what scripts load. Gives how many different ones there were. */
export function checkLinks(site: ReadSite, findings: Finding[]): number {
	const known = new Map<string, string | undefined>();
	const faultAt = (link: string, here: URL) => {
		const target = URL.parse(link, here) ?? undefined;
		if (target && target.origin !== site.url.origin) return undefined;
		const key = target?.href ?? link;
		if (!known.has(key)) known.set(key, faultOf(site, target));
		return known.get(key);
	};
	// Most links are written from the root of the host, and mean the same on every page.
	const fromRoot = new Map<string, string | null>();
	const follow = (file: string, links: Iterable<string>) => {
		const here = addressOf(site, file);
		for (const link of links) {
			const isFromRoot = link.startsWith('/') && !link.startsWith('//');
			let fault = isFromRoot ? fromRoot.get(link) : undefined;
			if (fault === undefined) {
				fault = faultAt(link, here) ?? null;
				if (isFromRoot) fromRoot.set(link, fault);
			}
			if (fault)
				findings.push(error('broken-link', file, `Broken link \`${link}\`: ${fault}`));
		}
	};
	for (const [file, { links }] of site.pages) follow(file, links);
	for (const [file, { links }] of site.xml) follow(file, links);
	for (const [file, scripts] of site.scripts) follow(file, scripts);
	return known.size;
}

/** Where a file is published. */
export function addressOf({ url }: Pick<ReadSite, 'url'>, file: string): URL {
	return new URL(url.pathname + file.slice(1).replace(/index\.html$/, ''), url);
}

/** The file that answers at an address, as GitHub Pages would give it; case counts. */
export function answer(sizes: Sizes, address: string): string | undefined {
	const file = address.endsWith('/') ? `${address}index.html` : address;
	return sizes.has(file) ? file : undefined;
}

function faultOf({ url, sizes, pages }: ReadSite, target: URL | undefined): string | undefined {
	const path = target && decoded(target.pathname, decodeURI);
	const anchor = target && decoded(target.hash.slice(1), decodeURIComponent);
	if (path === undefined || anchor === undefined) return 'it is not an address';
	if (!path.startsWith(url.pathname)) return `it leaves ${url.pathname}`;
	const file = answer(sizes, `/${path.slice(url.pathname.length)}`);
	if (file === undefined) return 'there is nothing';
	if (anchor !== '' && !pages.get(file)?.ids.includes(anchor))
		return 'its page has no such anchor';
	return undefined;
}

function decoded(text: string, decode: (text: string) => string): string | undefined {
	try {
		return decode(text);
	} catch (error) {
		if (error instanceof URIError) return undefined;
		throw error;
	}
}
