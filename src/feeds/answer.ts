import { atomFeed } from './atom-feed.ts';
import type { Feed } from './feed.ts';
import { jsonFeed } from './json-feed.ts';

/** A feed as an answer, at a whole address that ends with `.xml` or `.json`. */
export function answerWith(feed: Feed, url: string): Response {
	const isJson = url.endsWith('.json');
	return new Response(isJson ? jsonFeed(feed, url) : atomFeed(feed, url), {
		headers: {
			'Content-Type': `application/${isJson ? 'feed+json' : 'atom+xml'}; charset=utf-8`,
		},
	});
}
