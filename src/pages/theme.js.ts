import script from '../components/theme.js?raw';
import { words } from '../language/words.ts';

// A line's end, and how far the next is indented.
const indentRe = /\n\t*/g;

/** Sets the theme before the first paint, so it is a file of its own. What its choices are called is written into it, and the site’s path. */
export function GET(): Response {
	const { legend, ...names } = words.theme;
	const text = script
		// Every page fetches it.
		.replaceAll(indentRe, '')
		.replace('BASE', () => import.meta.env.BASE_URL)
		.replace('NAMES', () => JSON.stringify(names))
		.replace('LEGEND', () => legend);
	return new Response(text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
