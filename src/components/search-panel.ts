import { formatCount, formatDay, formatMonth } from '../model/format.ts';
import { isDay } from '../model/id.ts';
import { shardFolder } from '../model/search.ts';
import { excerptNodes } from './excerpt-nodes.ts';
import { openIndex, type Facets, type Hit, type SearchIndex } from './search-client.ts';
import { readState, writeState, type SearchState } from './search-state.ts';

// A first view and a bit; each result fetches a file of its own.
const pageLength = 10;
// Between two keys of a quick typist.
const typingPause = 120;

const panel = element('search-panel');
const query = element<HTMLInputElement>('query');
const facets = element<HTMLFormElement>('facets');
const summary = element('summary');
const results = element('results');
const more = element<HTMLButtonElement>('more');
const template = element<HTMLTemplateElement>('result');
const greeting = summary.textContent;

let state = readState(location.search);
let hits: readonly Hit[] = [];
let index: Promise<SearchIndex> | undefined;
// Answers come in any order; only the newest question's is shown.
let asked = 0;

panel.hidden = false;
query.value = state.query;
query.focus();
listen();
void update();

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
	return document.getElementById(id) as Kind;
}

function listen(): void {
	let timer = 0;
	query.addEventListener('input', () => {
		clearTimeout(timer);
		timer = window.setTimeout(() => change({ ...state, query: query.value }), typingPause);
	});
	query.form!.addEventListener('submit', (event) => {
		event.preventDefault();
		clearTimeout(timer);
		change({ ...state, query: query.value });
	});
	facets.addEventListener('change', () => {
		const chosen = new FormData(facets).getAll('when').map(String);
		change({ ...state, when: chosen });
	});
	more.addEventListener('click', () => void showMore());
	panel.addEventListener('keydown', moveThroughResults);
	window.addEventListener('popstate', () => {
		state = readState(location.search);
		query.value = state.query;
		void update();
	});
}

function change(next: SearchState): void {
	state = next;
	history.replaceState(null, '', `${location.pathname}${writeState(state)}`);
	void update();
}

/** Arrow keys walk from the box through the results and back, Escape returns to the box. */
function moveThroughResults(event: KeyboardEvent): void {
	if (event.key === 'Escape' && document.activeElement !== query) {
		query.focus();
		return;
	}
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step === undefined) return;
	const stops = [query, ...results.querySelectorAll<HTMLElement>('h2 a')];
	const place = stops.indexOf(document.activeElement as HTMLElement);
	const next = stops[place + step];
	if (place < 0 || !next) return;
	event.preventDefault();
	next.focus();
}

async function update(): Promise<void> {
	const turn = ++asked;
	try {
		index ??= openIndex(panel.dataset['index']!, shardFolders());
		const answer = await (await index).search(state);
		if (turn !== asked) return;
		hits = answer.hits;
		showFacets(answer.facets);
		results.replaceChildren();
		summary.textContent = describe();
		await showMore();
	} catch (error) {
		// The next key tries again: a phone may have been in a tunnel.
		index = undefined;
		summary.textContent =
			'The search index could not be loaded. Check the connection and try again.';
		throw error;
	}
}

function shardFolders(): string[] {
	const count = Number(panel.dataset['shards']);
	return Array.from({ length: count - 1 }, (_, offset) => shardFolder(offset + 2));
}

function describe(): string {
	if (state.query.trim() === '' && state.when.length === 0) return greeting ?? '';
	if (hits.length === 0) return 'Nothing found. Fewer or shorter words find more.';
	return formatCount(hits.length, 'paper');
}

async function showMore(): Promise<void> {
	const turn = asked;
	const shown = results.childElementCount;
	const items = await Promise.all(hits.slice(shown, shown + pageLength).map(drawHit));
	if (turn !== asked || results.childElementCount !== shown) return;
	results.append(...items);
	more.hidden = results.childElementCount >= hits.length;
	if (shown > 0) results.children[shown]?.querySelector('a')?.focus();
}

/** A result, by way of text nodes only: whatever a title or an abstract holds stays text. */
async function drawHit(hit: Hit): Promise<DocumentFragment> {
	const { url, title, date, seen, excerpt } = await hit.load();
	const item = template.content.cloneNode(true) as DocumentFragment;
	const link = item.querySelector('a')!;
	link.href = `${panel.dataset['root']}${url.replace(/^\//, '')}`;
	link.textContent = title;
	item.querySelector('.excerpt')!.append(...excerptNodes(excerpt));
	item.querySelector('.note')!.textContent = noteOf(date, seen);
	return item;
}

function noteOf(date: string, seen: number): string {
	const first = isDay(date) ? `First seen ${formatDay(date)}` : '';
	return seen > 1 ? `${first}, in ${formatCount(seen, 'digest')}` : first;
}

/** Years, newest first, each with its months, and how many papers of this query each has. */
function showFacets({ years, months }: Facets): void {
	const focused = (document.activeElement as HTMLInputElement | null)?.value;
	const rows = Object.keys(years)
		.toSorted()
		.toReversed()
		.flatMap((year) => [
			facetRow('year', year, year, years[year]!),
			...Object.keys(months)
				.filter((month) => month.startsWith(year))
				.toSorted()
				.toReversed()
				.map((month) => facetRow('month', month, formatMonth(month), months[month]!)),
		]);
	const hadFocus = facets.contains(document.activeElement);
	facets.querySelector('ul')!.replaceChildren(...rows);
	if (hadFocus) facets.querySelector<HTMLInputElement>(`input[value="${focused}"]`)?.focus();
}

function facetRow(
	kind: 'year' | 'month',
	value: string,
	name: string,
	count: number,
): HTMLLIElement {
	const row = document.createElement('li');
	const label = document.createElement('label');
	const box = document.createElement('input');
	const number = document.createElement('span');
	row.className = kind;
	box.type = 'checkbox';
	box.name = 'when';
	box.value = value;
	box.checked = state.when.includes(value);
	number.className = 'count';
	number.textContent = String(count);
	label.append(box, name, number);
	row.append(label);
	return row;
}
