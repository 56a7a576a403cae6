import type { FacetValue } from '../engine/facet-table.ts';
import { formatDay } from '../../language/format.ts';
import type { Day } from '../../model/id.ts';
import { onSavedChange, savedIds } from '../../saved/storage.ts';
import { createSearchEngine } from '../engine/engine.ts';
import { createLastingEngine } from '../engine/lasting-engine.ts';
import { searchSource } from '../engine/source.ts';
import { hasQuery, readSort, readState, type SearchState } from '../engine/state.ts';
import { createAddress } from './address.ts';
import { createCompletionBox } from './completion-box.ts';
import { elements } from './elements.ts';
import { createFacetList } from './facet-list.ts';
import { createKeeping } from './keep-search.ts';
import { keepPlace, keptPlace, returnTo } from './place.ts';
import { rememberSearch } from './recent-searches.ts';
import { createSession } from './session.ts';
import { createView } from './view.ts';

// Between two keys of a quick typist.
const typingPause = 120;

const { panel, query, facets: facetForm, narrowing, results } = elements;
const { title } = document;

const engine = createLastingEngine(() =>
	createSearchEngine(searchSource(panel.dataset['index']!), savedIds),
);
const address = createAddress((state) => void askAsLeft(state));
const completion = createCompletionBox(query, elements.completions, (text) =>
	address.go({ query: text }),
);
const facets = createFacetList(facetForm, elements.facetGroups, () => void session.countAll());
const showKeeping = createKeeping(engine, address.state);
const view = createView(facets, () => savedIds().size > 0, correct, showKeeping);
const session = createSession(engine, view);

foldNarrowing();
listenToQuery();
listenToChoices();
listenToSaved();
panel.addEventListener('keydown', moveThroughResults);
query.value = address.state().query;
if (!keptPlace()) query.focus();
void askAsLeft(address.state());
// What formats the days of results takes time to make: here, while the index is on its way.
formatDay('2000-01-01' as Day);
keepPlace(results);

/** Ask what the address asks, and go to where the reader was in the answer. */
async function askAsLeft(state: SearchState): Promise<void> {
	const place = keptPlace();
	document.title = hasQuery(state) ? `${state.query} · ${title}` : title;
	await session.ask(state, place?.shown);
	if (place && state === address.state()) returnTo(place, results);
}

function correct(better: string): void {
	query.value = better;
	query.focus();
	address.go({ query: better });
}

/** Beside the results there is room for the lists; above them, and where they are long to fetch, they are folded. */
function foldNarrowing(): void {
	if (narrowing.dataset['unfolds'] === undefined) return;
	const isWide = matchMedia('(width >= 56rem)');
	narrowing.open = isWide.matches;
	isWide.addEventListener('change', () => (narrowing.open = isWide.matches));
}

function listenToQuery(): void {
	let timer = 0;
	// What may still become another name.
	let unsettled: string | undefined;
	const type = () => address.type(query.value);
	const settle = () => {
		clearTimeout(timer);
		unsettled = undefined;
		completion.close();
	};
	query.addEventListener('input', () => {
		const typed = (unsettled = query.value);
		const offer = (names: readonly FacetValue[]) => {
			if (unsettled === typed && query.value === typed) completion.offer(names);
		};
		// Where they cannot be fetched, nor can the answer, which says so.
		engine.namesFor(typed).then(offer, completion.close);
		clearTimeout(timer);
		timer = window.setTimeout(type, typingPause);
	});
	query.addEventListener('blur', () => (unsettled = undefined));
	query.addEventListener('keydown', (event) => {
		if (!event.isComposing && completion.handleKey(event)) event.preventDefault();
	});
	query.form!.addEventListener('submit', (event) => {
		event.preventDefault();
		settle();
		type();
		void session.retry();
		rememberSearch(query.value);
		address.settle();
	});
	window.addEventListener('online', () => void session.retry());
	window.addEventListener('popstate', () => {
		settle();
		address.reload();
		query.value = address.state().query;
	});
}

function listenToChoices(): void {
	const { savedBox, sort } = elements;
	narrowing.addEventListener('toggle', () => void session.count());
	// The lists may not be drawn yet, and then nothing in them is ticked.
	facetForm.addEventListener('change', ({ target }) =>
		address.go(
			target === savedBox ? { isSaved: savedBox.checked } : { chosen: facets.chosen() },
		),
	);
	elements.clear.addEventListener('click', () => {
		address.go({ chosen: readState('').chosen, isSaved: false });
		query.focus();
	});
	sort.addEventListener('change', () => {
		address.go({ sort: readSort(sort.value) });
	});
	elements.more.addEventListener('click', () => void session.showMore());
}

/** Ask again when the reading list changed, which may not be so where it is said: coming back to a page is told, too. */
function listenToSaved(): void {
	let known = idsNow();
	onSavedChange(() => {
		const before = known;
		known = idsNow();
		if (known === before || !address.state().isSaved) return;
		void session.ask(address.state(), results.childElementCount);
	});
}

function idsNow(): string {
	return [...savedIds()].join(' ');
}

/** Arrow keys walk from the box through the results and back, Escape returns to the box. */
function moveThroughResults(event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing) return;
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
