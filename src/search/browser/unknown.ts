import type { Answer } from './engine.ts';
import { replaceWord } from './query.ts';
import type { UnknownWord } from './vocabulary.ts';

/** What no paper has, each with its nearest words as buttons that put the query right. */
export function drawUnknown(
	{ unknown, common }: Answer,
	query: string,
	onChoice: (query: string) => void,
): HTMLElement[] {
	return [
		...unknown.map((word) => drawWord(word, query, onChoice)),
		...common.map((letter) => paragraph('Nearly every paper has ', quote(letter), '.')),
	];
}

function drawWord(
	{ word, nearest }: UnknownWord,
	query: string,
	onChoice: (query: string) => void,
): HTMLElement {
	const line = paragraph('No paper has ', quote(word), nearest.length > 0 ? '; nearest: ' : '.');
	nearest.forEach((better, place) => {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = better;
		button.addEventListener('click', () => onChoice(replaceWord(query, word, better)));
		line.append(...(place > 0 ? [', '] : []), button);
	});
	if (nearest.length > 0) line.append('.');
	return line;
}

function quote(text: string): HTMLElement {
	const quoted = document.createElement('q');
	quoted.textContent = text;
	return quoted;
}

function paragraph(...content: readonly (Node | string)[]): HTMLParagraphElement {
	const made = document.createElement('p');
	made.append(...content);
	return made;
}
