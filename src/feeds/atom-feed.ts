import { generateAtomFeed } from 'feedsmith';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Element } from 'hast';
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
export function atomFeed({ title, url, home, page, entries }: Feed): Response {
	const updated =
		entries
			.map((entry) => entry.updated)
			.toSorted()
			.at(-1) ?? beforeAll;
	const xml = generateAtomFeed({
		id: url,
		title: { value: title },
		updated: instant(updated),
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
	return new Response(xml, {
		headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
	});
}

// A formula as the restorer writes it, with its line of Unicode.
const mathRe = /<math alttext="([^"]*)">.*?<\/math>/gs;

/**
 * An abstract's HTML as a feed can carry it: Unicode in the place of MathML, which many readers strip
 * to its letters, and links within the site made whole; `root` is the site's address.
 */
export function feedHtml(html: string, root: string): string {
	return html
		.replace(mathRe, (_, line: string) => asText(line))
		.replaceAll('href="../../', `href="${root}`);
}

/** An attribute's value as text between tags, where `<` means more. */
function asText(value: string): string {
	return value.replaceAll('<', '&lt;');
}

function instant(day: Day): Date {
	return new Date(`${day}T00:00:00Z`);
}

/** A digest's papers as HTML, with whole abstracts. `html` is the processor's own output. */
export function digestContent(
	papers: readonly { readonly title: string; readonly url: string; readonly html: string }[],
): string {
	const item = ({ title, url, html }: (typeof papers)[number]): Element =>
		h('li', [h('h3', h('a', { href: url }, title)), { type: 'raw', value: html }]);
	return toHtml(h('ol', papers.map(item)), { allowDangerousHtml: true });
}
