import { generateAtomFeed } from 'feedsmith';
import type { Day } from '../model/id.ts';
import { site } from '../site.ts';
import { instant, type Feed } from './feed.ts';

/** The archive is younger than this; an empty feed must have a date too. */
const beforeAll = '1970-01-01' as Day;

/** A feed as Atom (RFC 4287), at a whole address. Its dates are those of the digests. */
export function atomFeed({ title, home, page, hub, entries }: Feed, url: string): string {
	const updated = entries.map((entry) => entry.updated).toSorted();
	const feed = {
		id: url,
		title: { value: title },
		updated: instant(updated.at(-1) ?? beforeAll),
		authors: [{ name: site.name, uri: home }],
		generator: { text: 'Offprint' },
		links: [
			{ href: url, rel: 'self', type: 'application/atom+xml' },
			{ href: page, rel: 'alternate', type: 'text/html' },
			...(hub ? [{ href: hub, rel: 'hub' }] : []),
		],
		entries: entries.map((entry) => ({
			id: entry.url,
			// Text, and a link to the page, is what a reader takes them for when nothing is said.
			title: { value: entry.title },
			links: [{ href: entry.url }],
			...(entry.published !== undefined && { published: instant(entry.published) }),
			updated: instant(entry.updated),
			summary: { value: entry.summary },
			...(entry.content !== undefined && { content: { value: entry.content, type: 'html' } }),
		})),
	};
	// A browser shows it as something to read, without a script.
	const stylesheets = [{ type: 'text/css', href: `${new URL(home).pathname}feed.css` }];
	return generateAtomFeed(feed, { stylesheets }).replaceAll(indentRe, '');
}

// A line break and spaces between two tags, which are a seventeenth of a feed; HTML within has none.
const indentRe = /(?<=>)\n\s*(?=<)/g;
