import type { Lexicon } from '../model/restoration.ts';
import { remembering } from '../text/remembering.ts';

// Longer than a few words, two of which a list may have the wrong way round.
const near = 128;

/**
 * The words of a sorted list, one a line. Each is looked up in the text, and once: to make a set of a quarter of a million
 * words takes longer than all that an archive asks.
 */
export function sortedWords(text: string): Lexicon {
	const list = `\n${text}\n`;
	return { has: remembering((word) => isListed(word, list)) };
}

function isListed(word: string, list: string): boolean {
	let from = 0;
	let to = list.length;
	while (to - from > near) {
		const middle = (from + to) >> 1;
		const line = list.indexOf('\n', middle) + 1;
		if (list.slice(line, list.indexOf('\n', line)) <= word) from = middle;
		else to = middle;
	}
	return list.slice(Math.max(0, from - near), to + near).includes(`\n${word}\n`);
}
