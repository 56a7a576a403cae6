import { feedSheet } from '../feeds/feed-sheet.ts';

export function GET(): Response {
	return new Response(feedSheet(), {
		headers: { 'Content-Type': 'text/css; charset=utf-8' },
	});
}
