import type { Answer } from '../engine/engine.ts';
import { replaceWord } from '../engine/query.ts';
import type { UnknownWord } from '../engine/readings.ts';
import { makeElement } from './make-element.ts';

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
	if (nearest.length === 0) return paragraph('No paper has ', quote(word), '.');
	const buttons = nearest.flatMap((better, place) => {
		const button = makeElement('button', better);
		button.type = 'button';
		button.addEventListener('click', () => onChoice(replaceWord(query, word, better)));
		return place > 0 ? [', ', button] : [button];
	});
	return paragraph('No paper has ', quote(word), '; nearest: ', ...buttons, '.');
}

function quote(text: string): HTMLElement {
	return makeElement('q', text);
}

function paragraph(...content: readonly (Node | string)[]): HTMLParagraphElement {
	const made = makeElement('p');
	made.append(...content);
	return made;
}
