import { formatBibtex } from './bibtex.ts';
import { formatCslJson } from './csl-json.ts';
import { citedPaperOf, printedPlaceOf } from './page-citation.ts';
import { formatRis } from './ris.ts';
import { citation, citationAsPrinted } from './sentences.ts';
import { words } from '../language/words.ts';

// The page says all that a citation needs, so no format costs it anything.
const paper = citedPaperOf(document);
const status = document.querySelector('.actions > [role=status]')!;
const shown: [string, string, 'p' | 'pre'][] = [
	[words.citing.citation, citation(paper), 'p'],
	[words.citing.asPrinted, citationAsPrinted(paper, printedPlaceOf(document)), 'p'],
	['BibTeX', formatBibtex([paper]), 'pre'],
];
const texts = [
	...shown,
	['RIS', formatRis([paper])] as const,
	['CSL-JSON', formatCslJson([paper])] as const,
];
document.querySelector('.cite .menu')!.prepend(
	// Only a page that came over a safe connection may copy.
	...(navigator.clipboard
		? [createRow(texts.map(([name, text]) => createButton(name, text)))]
		: []),
	...shown.map(([, text, tag]) => {
		const element = document.createElement(tag);
		element.append(...breakable(text));
		return element;
	}),
);

/** A text whose addresses may break behind their slashes. */
function breakable(text: string): (string | Node)[] {
	return text
		.split(/(?<=\/)(?=[^/])/)
		.flatMap((part, at) => (at === 0 ? [part] : [document.createElement('wbr'), part]));
}

function createRow(buttons: readonly HTMLButtonElement[]): HTMLElement {
	const row = document.createElement('p');
	row.className = 'buttons';
	row.append(words.citing.copy, ...buttons);
	return row;
}

function createButton(name: string, text: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'button';
	button.textContent = name;
	const say = (said: string) => (button.textContent = status.textContent = said);
	button.addEventListener('click', () => {
		// Only what changes is said.
		status.textContent = '';
		return navigator.clipboard.writeText(text).then(
			() => say(words.citing.copied(name)),
			() => say(words.citing.refused(name)),
		);
	});
	return button;
}
