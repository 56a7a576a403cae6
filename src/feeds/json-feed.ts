import { generateJsonFeed } from 'feedsmith';
import { site } from '../site.ts';
import { instant, type Feed } from './feed.ts';

/** A feed as JSON Feed 1.1, at a whole address. It says what the Atom feed says. */
export function jsonFeed({ title, home, page, hub, entries }: Feed, url: string): string {
	const feed = generateJsonFeed({
		title,
		home_page_url: page,
		feed_url: url,
		language: site.language,
		authors: [{ name: site.name, url: home }],
		...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
		items: entries.map(({ url: id, title, published, updated, summary, content }) => ({
			id,
			url: id,
			title,
			summary,
			...(content === undefined ? { content_text: summary } : { content_html: content }),
			...(published !== undefined && { date_published: instant(published) }),
			date_modified: instant(updated),
		})),
	});
	// Items must be there, even if there are none.
	const whole = entries.length === 0 ? { ...(feed as object), items: [] } : feed;
	return `${JSON.stringify(whole)}\n`;
}
