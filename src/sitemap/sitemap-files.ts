import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Answered } from '../model/questions.ts';
import type { ArchiveView } from '../model/view.ts';
import { lastChanges } from './last-changes.ts';

// Of the 50,000 that the protocol allows in one file.
const mostPages = 45_000;

/**
 * The sitemap of a site at a whole address such as `https://example.org/repo/`: an index and its
 * parts, each of at most so many pages and by its path from the root of the site.
 */
export async function sitemapFiles(
	archive: ArchiveView,
	url: string,
	answers: readonly Answered[] = [],
	most = mostPages,
): Promise<Map<string, string>> {
	const items = Array.from(lastChanges(archive, answers), ([path, day]) => ({
		url: `${url}${path.slice(1)}`,
		...(day !== undefined && { lastmod: day }),
	})).toSorted((a, b) => (a.url < b.url ? -1 : 1));
	const files = new Map<string, string>();
	for (let part = 0; part === 0 || part * most < items.length; part++) {
		const stream = new SitemapStream({ lastmodDateOnly: true, xmlns: plain });
		const own = items.slice(part * most, (part + 1) * most);
		files.set(`/sitemap-${part}.xml`, await textOf(own, stream));
	}
	const parts = Array.from(files.keys(), (path) => ({ url: `${url}${path.slice(1)}` }));
	files.set('/sitemap-index.xml', await textOf(parts, new SitemapIndexStream()));
	return files;
}

// No pictures, no films, no news: their namespaces would be bytes for nothing.
const plain = { news: false, xhtml: false, image: false, video: false };

async function textOf(
	items: readonly object[],
	stream: SitemapStream | SitemapIndexStream,
): Promise<string> {
	return String(await streamToPromise(Readable.from(items).pipe(stream)));
}
