import type { Day } from '../model/id.ts';
import type { CitedPaper } from './cited-paper.ts';
import { formatCslJson } from './csl-json.ts';
import { formatRis } from './ris.ts';

const box = document.querySelector<HTMLElement>('.cite')!;
const authors = all('author');
const [published] = all('publication_date');
const paper: CitedPaper = {
	key: document.querySelector<HTMLElement>('[data-cite-key]')!.dataset['citeKey']!,
	title: meta('title'),
	...(authors.length > 0 && { authors }),
	...(published && { published: published.replaceAll('/', '-') as Day }),
	abstract: meta('abstract'),
	url: meta('abstract_html_url'),
	note: box.dataset['note']!,
};
// The head has all that the formats need, so they cost the page nothing.
const texts = [
	...Array.from(box.querySelectorAll<HTMLElement>('[data-copy]'), (text): [string, string] => [
		text.dataset['copy']!,
		text.textContent,
	]),
	['RIS', formatRis([paper])],
	['CSL-JSON', formatCslJson([paper])],
];

// Only a page that came over a safe connection may copy.
if (navigator.clipboard) {
	const row = document.createElement('p');
	row.className = 'buttons';
	row.append('Copy: ', ...texts.map(([name, text]) => createButton(name!, text!)));
	box.querySelector('.menu')!.prepend(row);
}

function meta(name: string): string {
	return all(name)[0]!;
}

function all(name: string): string[] {
	const tags = document.querySelectorAll<HTMLMetaElement>(`[name=citation_${name}]`);
	return Array.from(tags, ({ content }) => content);
}

function createButton(name: string, text: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'button';
	button.textContent = name;
	const say = (state: string) => (button.textContent = `${name}: ${state}`);
	button.addEventListener('click', () =>
		navigator.clipboard.writeText(text).then(
			() => say('copied'),
			() => say('refused'),
		),
	);
	return button;
}
