import { address } from '../../model/address.ts';
import type { Answer } from '../engine/engine.ts';
import { replaceWord, withoutQuotes } from '../engine/query.ts';
import type { UnknownWord } from '../engine/speller.ts';
import { hasQuery, type SearchState } from '../engine/state.ts';
import { makeElement } from './make-element.ts';
import { makeLink } from './link.ts';
import { words } from '../../language/words.ts';

/** What is said of an answer beside its papers, with buttons that ask in another way and, where nothing was found, links that lead on. */
export function drawNotes(
	{ papers, unknown, common }: Answer,
	state: SearchState,
	root: string,
	onChoice: (query: string) => void,
): HTMLElement[] {
	const { query } = state;
	return [
		...unknown.map((word) => drawUnknown(word, query, onChoice)),
		...common.map((word) => paragraph(...words.notes.everyPaper(quote(word)))),
		...(papers.length === 0 && hasQuery(state)
			? [...drawUnquoted(query, onChoice), drawWaysOn(root)]
			: []),
	];
}

/** What no paper has, with its nearest words as buttons that put the query right. */
function drawUnknown(
	{ word, nearest }: UnknownWord,
	query: string,
	onChoice: (query: string) => void,
): HTMLElement {
	if (nearest.length === 0) return paragraph(...words.notes.noPaper(quote(word)));
	const buttons = nearest.flatMap((better, place) => {
		const button = drawButton(better, () => onChoice(replaceWord(query, word, better)));
		return place > 0 ? [', ', button] : [button];
	});
	return paragraph(...words.notes.nearest<Node>(quote(word), buttons));
}

function drawUnquoted(query: string, onChoice: (query: string) => void): HTMLElement[] {
	const loose = withoutQuotes(query);
	if (loose === query) return [];
	return [paragraph(drawButton(words.notes.unquoted, () => onChoice(loose)))];
}

function drawWaysOn(root: string): HTMLElement {
	return paragraph(
		...words.notes.waysOn(
			(text) => makeLink(text, root, address.topics),
			(text) => makeLink(text, root, address.digests),
			(text) => makeLink(text, root, address.papers),
		),
	);
}

function drawButton(text: string, onClick: () => void): HTMLButtonElement {
	const button = makeElement('button', text);
	button.type = 'button';
	button.addEventListener('click', onClick);
	return button;
}

function quote(text: string): HTMLElement {
	return makeElement('q', text);
}

function paragraph(...content: readonly (Node | string)[]): HTMLParagraphElement {
	const made = makeElement('p');
	made.append(...content);
	return made;
}
