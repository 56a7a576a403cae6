import { formatNumber } from '../../language/format.ts';
import { address } from '../../model/address.ts';
import { href } from '../../components/href.ts';
import { searchSource } from '../engine/source.ts';
import { foldWord } from '../text/words.ts';
import { initialOf } from '../word-file.ts';
import { makeElement } from './make-element.ts';
import { words } from '../../language/words.ts';

// Rows of the lists that a page has; what says nothing of names or titles is not looked at.
const rows = 'main :is(.titles, .name-index, .topic-index ul) > li, main .name-index ul > li';
const groups = 'main :is(.name-index, .topic-index) > :is(section, details)';
const mostFurther = 60;
const spaceRe = /\s+/;

const form = document.querySelector<HTMLFormElement>('.list-filter')!;
const box = form.querySelector('input')!;
const status = form.querySelector('p')!;
const further = form.querySelector('ul');
const source = further && searchSource(form.dataset['index']!);
const isPart = further !== null || 'part' in form.dataset;
const items = [...document.querySelectorAll<HTMLElement>(rows)]
	.filter((row) => !form.contains(row))
	.map((row) => ({ row, text: foldWords(row.textContent), name: row.querySelector('a')! }));

let turn = 0;
box.addEventListener('input', () => void filter());
// The browser may bring back what stood there.
if (box.value !== '') void filter();

/** Leave the rows that have the beginning of each word that is typed. */
async function filter(): Promise<void> {
	const now = ++turn;
	const beginnings = box.value.split(spaceRe).map(foldWord).filter(Boolean);
	const left = items.filter(({ row, text }) => {
		row.hidden = !beginnings.every((word) => text.some((other) => other.startsWith(word)));
		return !row.hidden;
	});
	for (const group of document.querySelectorAll<HTMLElement>(groups)) {
		group.hidden = !group.querySelector('li:not([hidden])');
		if (!(group instanceof HTMLDetailsElement)) continue;
		group.open = beginnings.length > 0;
		// How many it has when it is whole.
		group.querySelector('small')!.hidden = group.open;
	}
	status.replaceChildren(...(beginnings.length === 0 ? [] : say(left)));
	if (!further) return;
	const names = await furtherNames(beginnings.join(''));
	if (now !== turn) return;
	further.replaceChildren(...names);
	further.hidden = names.length === 0;
}

/** How many are left, or where else one may look. */
function say(left: typeof items): readonly (string | Node)[] {
	if (left.length > 0) return [words.filtered.left(countLinks(left), countLinks(items), isPart)];
	const typed = box.value.trim();
	return words.filtered.none<string | Node>(typed, (text) => {
		const link = makeElement('a', text);
		link.href = `${form.action}?${new URLSearchParams({ q: typed })}`;
		return link;
	});
}

/** How many there are; the largest may be there twice. */
function countLinks(some: typeof items): number {
	return new Set(some.map(({ name }) => name.href)).size;
}

/** Names that begin so and are not on this page; none where they cannot be fetched. */
async function furtherNames(beginning: string): Promise<HTMLLIElement[]> {
	const file = beginning && (await source!.names(initialOf(beginning)).catch(() => undefined));
	if (!file) return [];
	const here = new Set(items.map(({ name }) => name.textContent.trim()));
	return Object.entries(file.systems)
		.filter(([name, [slug]]) => slug !== '' && !here.has(name))
		.filter(([name]) => foldWord(name).startsWith(beginning))
		.slice(0, mostFurther)
		.map(([name, [slug, count]]) => {
			const row = makeElement('li');
			const link = makeElement('a', name);
			link.href = href(address.system(slug));
			row.append(link, ' ', makeElement('small', formatNumber(count)));
			return row;
		});
}

/** The words of a row, and each with all behind it: `State-Space Models` is found by `space` and `spacemodels`. */
function foldWords(text: string): string[] {
	const words = text.trim().split(/[\s-]+/);
	return words.flatMap((word, at) => [foldWord(word), foldWord(words.slice(at).join(''))]);
}
