import script from '../components/theme.js?raw';
import { words } from '../language/words.ts';

/** Sets the theme before the first paint, so it is a file of its own; the words of its choices are written into it. */
export function GET(): Response {
	return new Response(
		script.replace('WORDS', () => JSON.stringify(words.theme)),
		{
			headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
		},
	);
}
