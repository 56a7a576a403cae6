import { formatCount } from '../../language/format.ts';
import { shardFolder } from '../index-files.ts';
import { createCompletionBox } from './completion.ts';
import { createSearchEngine, type Answer } from './engine.ts';
import { createFacetList } from './facet-list.ts';
import { drawResult } from './result.ts';
import { onSavedChange, savedIds } from '../../saved/storage.ts';
import { isNarrowed, readState, writeState, type SearchState } from './state.ts';
import { drawUnknown } from './unknown.ts';

// A first view and a bit: each result fetches a file of its own.
const firstPage = 6;
const nextPage = 30;
// Between two keys of a quick typist.
const typingPause = 120;

const unreachable = 'The search index could not be loaded. Check the connection and try again.';

const panel = element('search-panel');
const query = element<HTMLInputElement>('query');
const facetForm = element<HTMLFormElement>('facets');
const narrowing = element<HTMLDetailsElement>('narrowing');
const narrowed = element('narrowed');
const clear = element<HTMLButtonElement>('clear');
const sort = element<HTMLFormElement>('sort');
const saved = element('saved');
const savedBox = saved.querySelector('input')!;
const summary = element('summary');
const unknown = element('unknown');
const results = element('results');
const keys = element('keys');
const more = element<HTMLButtonElement>('more');
const template = element<HTMLTemplateElement>('result');

const engine = createSearchEngine(panel.dataset['index']!, shardFolders());
const facets = createFacetList(facetForm, element('facet-groups'), completeFacets);
const completion = createCompletionBox(query, element('completions'), (text) => {
	isSettled = true;
	go({ ...state, query: text });
});

let state = readState(location.search);
let answer: Answer | undefined;
// Answers come in any order; only the newest question's is shown.
let asked = 0;
// Whether going back should lead to the state as it is. Half a word should not be gone back to.
let isSettled = location.search !== '';

panel.hidden = false;
// Beside the results there is room for the lists; above them they are folded.
const isWide = matchMedia('(width >= 48rem)');
narrowing.open = isWide.matches;
isWide.addEventListener('change', () => (narrowing.open = isWide.matches));
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
		// Where they cannot be fetched, nor can the answer, which says so.
		engine.namesFor(query.value).then(completion.offer, completion.close);
		clearTimeout(timer);
		timer = window.setTimeout(type, typingPause);
	});
	query.form!.addEventListener('submit', (event) => {
		event.preventDefault();
		clearTimeout(timer);
		completion.close();
		type();
		isSettled = true;
	});
	query.addEventListener('keydown', (event) => {
		if (completion.handleKey(event)) event.preventDefault();
	});
	facetForm.addEventListener('change', () =>
		go({ ...state, chosen: facets.chosen(), isSaved: savedBox.checked }),
	);
	onSavedChange(() => {
		if (state.isSaved) void update();
	});
	clear.addEventListener('click', () => {
		go({ ...state, chosen: readState('').chosen, isSaved: false });
		query.focus();
	});
	sort.addEventListener('change', () => {
		const order = new FormData(sort).get('sort') === 'date' ? 'date' : 'relevance';
		go({ ...state, sort: order });
	});
	more.addEventListener('click', () => void showMore(nextPage));
	panel.addEventListener('keydown', moveThroughResults);
	window.addEventListener('popstate', () => {
		clearTimeout(timer);
		state = readState(location.search);
		isSettled = true;
		query.value = state.query;
		completion.close();
		void update();
	});
}

/** The query as it stands in the box. The first key after a settled search leaves that one to go back to. */
function type(): void {
	if (query.value === state.query) return;
	if (isSettled) go({ ...state, query: query.value });
	else change({ ...state, query: query.value }, 'replaceState');
	isSettled = false;
}

/** A step that one can go back from. */
function go(next: SearchState): void {
	change(next, 'pushState');
	isSettled = true;
}

function change(next: SearchState, how: 'pushState' | 'replaceState'): void {
	state = next;
	history[how](null, '', `${location.pathname}${writeState(state)}`);
	void update();
}

/** Arrow keys walk from the box through the results and back, Escape returns to the box. */
function moveThroughResults(event: KeyboardEvent): void {
	if (event.defaultPrevented) return;
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
	completion.close();
	next.focus();
}

async function update(): Promise<void> {
	const turn = ++asked;
	results.setAttribute('aria-busy', 'true');
	try {
		const found = await engine.ask(state);
		if (turn !== asked) return;
		answer = found;
		showFacets(found);
		unknown.replaceChildren(...drawUnknown(found, state.query, correct));
		results.replaceChildren();
		summary.textContent = describe(found);
		savedBox.checked = state.isSaved;
		saved.hidden = !state.isSaved && savedIds().size === 0;
		keys.hidden = state.query.trim() !== '' || isNarrowed(state);
		sort.hidden = found.papers.length < 2 || state.query.trim() === '';
		for (const { value } of sort.querySelectorAll('input'))
			if (value === state.sort) sort['sort'].value = value;
		await showMore(firstPage);
		if (turn === asked) results.setAttribute('aria-busy', 'false');
	} catch (error) {
		// The next key tries again: a phone may have been in a tunnel.
		summary.textContent = unreachable;
		throw error;
	}
}

function correct(better: string): void {
	query.value = better;
	query.focus();
	go({ ...state, query: better });
}

function shardFolders(): string[] {
	const count = Number(panel.dataset['shards']);
	return Array.from({ length: count - 1 }, (_, offset) => shardFolder(offset + 2));
}

function describe({ papers, unknown }: Answer): string {
	if (state.query.trim() === '' && !isNarrowed(state)) return '';
	if (papers.length > 0) return formatCount(papers.length, 'paper');
	if (isNarrowed(state)) return 'Nothing found under what is ticked.';
	if (unknown.length > 0) return 'Nothing found.';
	return 'Nothing found. Fewer or shorter words find more.';
}

/** Count the values that few papers have, too. */
async function completeFacets(): Promise<void> {
	const turn = asked;
	try {
		await engine.wholeTable();
		const found = await engine.ask(state);
		if (turn === asked) showFacets(found);
	} catch (error) {
		summary.textContent = unreachable;
		throw error;
	}
}

function showFacets({ facets: counts, isCut }: Answer): void {
	facets.draw(counts, state.chosen, isCut);
	const ticked = Object.values(state.chosen).flat().length;
	narrowed.textContent = ticked === 0 ? '' : ` (${ticked})`;
	clear.hidden = ticked === 0;
}

async function showMore(length: number): Promise<void> {
	if (!answer) return;
	const turn = asked;
	const { papers, terms } = answer;
	const shown = results.childElementCount;
	const table = await engine.table();
	const context = { template, root: panel.dataset['root']!, table, terms };
	const page = papers.slice(shown, shown + length);
	const items = await Promise.all(
		page.map(async (paper) => drawResult(paper, await engine.load(paper), context)),
	);
	if (turn !== asked || results.childElementCount !== shown) return;
	results.append(...items);
	more.hidden = results.childElementCount >= papers.length;
	if (shown > 0) results.children[shown]?.querySelector('a')?.focus();
}
