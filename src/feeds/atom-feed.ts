import { generateAtomFeed } from 'feedsmith';
import type { Day } from '../model/id.ts';
import { site } from '../site.ts';

/** An entry of a feed. Addresses are whole. */
export interface FeedEntry {
	/** Also the entry's id, so it must never change. */
	readonly url: string;
	readonly title: string;
	readonly published: Day;
	readonly updated: Day;
	readonly summary: string;
	/** HTML. */
	readonly content: string;
}

/** What an Atom feed is of. Addresses are whole. */
export interface Feed {
	readonly title: string;
	readonly url: string;
	/** The archive's home page, named as the author: no dump names the papers' own. */
	readonly home: string;
	/** The page that shows the same. */
	readonly page: string;
	readonly entries: readonly FeedEntry[];
}

/** The archive is younger than this; an empty feed must have a date too. */
const beforeAll = '1970-01-01' as Day;

/** An Atom feed (RFC 4287). Its dates are those of the digests: a day is its midnight in UTC. */
export function atomFeed({ title, url, home, page, entries }: Feed): string {
	const updated = entries.map((entry) => entry.updated).toSorted();
	return generateAtomFeed({
		id: url,
		title: { value: title },
		updated: instant(updated.at(-1) ?? beforeAll),
		authors: [{ name: site.name, uri: home }],
		generator: { text: 'Offprint' },
		links: [
			{ href: url, rel: 'self', type: 'application/atom+xml' },
			{ href: page, rel: 'alternate', type: 'text/html' },
		],
		entries: entries.map((entry) => ({
			id: entry.url,
			title: { value: entry.title, type: 'text' },
			links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
			published: instant(entry.published),
			updated: instant(entry.updated),
			summary: { value: entry.summary, type: 'text' },
			content: { value: entry.content, type: 'html' },
		})),
	});
}

function instant(day: Day): Date {
	return new Date(`${day}T00:00:00Z`);
}
