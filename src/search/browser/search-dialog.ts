// The search that `/` and Ctrl-K open over any page.
import { href } from '../../components/href.ts';
import { address } from '../../model/address.ts';
import { createSearchEngine, type Answer } from '../engine/engine.ts';
import { createLastingEngine } from '../engine/lasting-engine.ts';
import { searchSource } from '../engine/source.ts';
import { readState } from '../engine/state.ts';
import { markActive } from './active-option.ts';
import { describeAnswer } from './describe-answer.ts';
import { makeDialog } from './dialog-parts.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { drawSuggestions } from './suggestion-list.ts';
import { recentSuggestions, suggestionsFor, type SuggestionGroup } from './suggestions.ts';
import { words } from '../../language/words.ts';

// Between two keys of a quick typist.
const typingPause = 120;
const shownPapers = 5;
const none = -1;

const { dialog, form, box, list, summary, forget, close } = makeDialog();
const engine = createLastingEngine(() =>
	createSearchEngine(searchSource(href(address.index)), () => new Set()),
);

let asked = 0;
let active = none;
let timer = 0;

document.addEventListener('offprint:search', open);
close.addEventListener('click', () => dialog.close());
// A click beside the dialog is one on its backdrop.
dialog.addEventListener('click', ({ target }) => {
	if (target === dialog) dialog.close();
});
box.addEventListener('input', () => {
	clearTimeout(timer);
	timer = window.setTimeout(() => void ask(), typingPause);
});
box.addEventListener('keydown', (event) => {
	if (event.isComposing || !handleKey(event.key)) return;
	event.preventDefault();
});
form.addEventListener('submit', leave);
list.addEventListener('click', ({ target }) => {
	if ((target as Element).closest('a')) leave();
});
forget.addEventListener('click', () => {
	forgetSearches();
	void ask();
	box.focus();
});

function open(): void {
	if (dialog.open) return;
	dialog.showModal();
	box.select();
	void ask();
}

/** Remember what was asked; and going back to the page is not going back to the dialog. */
function leave(): void {
	rememberSearch(box.value);
	dialog.close();
}

function handleKey(key: string): boolean {
	const options = optionsOf();
	if (key === 'Enter') options[active]?.click();
	const next = placeAfter(key, options.length);
	if (next === undefined) return key === 'Enter' && active !== none;
	activate(next);
	return true;
}

/** Where an arrow leads to: round the list, and over the box, where none is active. */
function placeAfter(key: string, length: number): number | undefined {
	const step = { ArrowDown: 1, ArrowUp: -1 }[key];
	if (step === undefined || length === 0) return undefined;
	// The box is a stop like the options, before the first.
	return ((active + 1 + step + length + 1) % (length + 1)) - 1;
}

function activate(place: number): void {
	const options = optionsOf();
	active = place;
	markActive(box, options, place);
	options[place]?.scrollIntoView({ block: 'nearest' });
}

function optionsOf(): HTMLAnchorElement[] {
	return [...list.querySelectorAll('a')];
}

/** Ask what the box holds. An answer that is no longer waited for is dropped. */
async function ask(): Promise<void> {
	const turn = ++asked;
	const query = box.value.trim();
	if (query === '') {
		show(recentSuggestions(recentSearches()), '');
		return;
	}
	try {
		const state = { ...readState(''), query };
		const [answer, pages] = await Promise.all([engine.ask(state), engine.pagesFor(query)]);
		const papers = await Promise.all(answer.papers.slice(0, shownPapers).map(engine.load));
		if (turn !== asked) return;
		show(suggestionsFor(query, pages, answer, papers), describe(answer, query));
	} catch (error) {
		if (turn === asked) show([], words.dialog.failed);
		throw error;
	}
}

function describe(answer: Answer, query: string): string {
	const said = describeAnswer(answer, { ...readState(''), query });
	const nearest = answer.unknown.flatMap((word) => word.nearest);
	if (nearest.length === 0) return said;
	return `${said.replace(/\.$/, '')}. ${words.dialog.nearest(nearest)}`;
}

function show(groups: readonly SuggestionGroup[], said: string): void {
	list.replaceChildren(...drawSuggestions(groups, href('/')));
	list.hidden = groups.length === 0;
	box.setAttribute('aria-expanded', String(!list.hidden));
	summary.textContent = said;
	forget.hidden = box.value.trim() !== '' || groups.length === 0;
	list.scrollTop = 0;
	activate(none);
}
