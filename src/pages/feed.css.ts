import sheet from '../feeds/feed.css?raw';
import { words } from '../language/words.ts';

/** How a browser shows a feed, with what is said of it in the words of the archive. */
export function GET(): Response {
	const note = words.feeds.note.replaceAll("'", String.raw`\'`);
	return new Response(
		sheet.replace('NOTE', () => note),
		{
			headers: { 'Content-Type': 'text/css; charset=utf-8' },
		},
	);
}
