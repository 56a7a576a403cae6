import { partsBeforeCapitals } from './sentences.ts';

/**
 * The beginning of a text, at most `length` characters: whole sentences where at least a third of
 * the room is used by them, else cut between words, with an ellipsis.
 */
export function excerpt(text: string, length: number): string {
	if (text.length <= length) return text;
	let whole = '';
	for (const sentence of partsBeforeCapitals(text.slice(0, length + 1)).slice(0, -1)) {
		whole = whole ? `${whole} ${sentence}` : sentence;
	}
	if (whole.length >= length / 3) return whole;
	const cut = text.slice(0, length);
	const space = cut.lastIndexOf(' ');
	return `${cut.slice(0, space > length / 2 ? space : length - 1).replace(/[\s,;:–—-]+$/, '')}…`;
}
