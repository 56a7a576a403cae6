import { sentences } from './sentences.ts';
import { tellingSentence } from './telling-sentence.ts';

/**
 * A passage of an abstract, at most `length` characters, from the sentence on that says what the paper
 * does: `We propose …`. Whole sentences where they use at least a third of the room, else cut between
 * words, with an ellipsis.
 */
export function excerpt(text: string, length: number): string {
	if (text.length <= length) return text;
	const parts = sentences(text);
	return excerptFrom(parts.slice(tellingSentence(parts)), length);
}

/** The same of a longer text, given its sentences from that on. */
export function excerptFrom(telling: readonly string[], length: number): string {
	let whole = '';
	for (const sentence of telling) {
		const longer = whole ? `${whole} ${sentence}` : sentence;
		if (longer.length > length) break;
		whole = longer;
	}
	return whole.length >= length / 3 ? whole : cutBetweenWords(telling.join(' '), length);
}

function cutBetweenWords(text: string, length: number): string {
	if (text.length <= length) return text;
	const cut = text.slice(0, length);
	const space = cut.lastIndexOf(' ');
	return `${cut.slice(0, space > length / 2 ? space : length - 1).replace(/[\s.,;:–—-]+$/, '')}…`;
}
