import type { Answer } from '../engine/engine.ts';
import { hasQuery, isNarrowed, orderOf, type SearchState } from '../engine/state.ts';
import type { IndexedPaper } from '../index-files.ts';
import { describeAnswer } from './describe-answer.ts';
import { elements } from './elements.ts';
import type { FacetList } from './facet-list.ts';
import { drawLeads } from './leads.ts';
import { makeElement } from './make-element.ts';
import { drawNotes } from './notes.ts';
import { drawResult } from './result.ts';
import type { SearchView } from './session.ts';
import { words } from '../../language/words.ts';

const { panel, template, results, summary, more, sort, saved, keys, clear, narrowing } = elements;

const root = panel.dataset['root']!;

/** Make what draws the search page. `correct` is called with a query that was put right, `showKeeping` with each search. */
export function createView(
	facets: FacetList,
	hasSaved: () => boolean,
	correct: (query: string) => void,
	showKeeping: (state: SearchState) => void,
): SearchView {
	return {
		wait: () => {
			results.setAttribute('aria-busy', 'true');
			elements.facets.setAttribute('aria-busy', String(narrowing.open));
		},
		showAnswer: (answer, papers, state) => {
			elements.leads.replaceChildren(...drawLeads(answer.leads, root));
			elements.notes.replaceChildren(...drawNotes(answer, state, root, correct));
			takeAway();
			addPapers(papers, answer, state);
			saved.hidden = !state.isSaved && !hasSaved();
			showChoices(answer, state);
			showKeeping(state);
			results.setAttribute('aria-busy', 'false');
		},
		hasFacets: () => narrowing.open,
		showFacets: (counted, { chosen }) => {
			facets.draw(counted, chosen);
			elements.facets.setAttribute('aria-busy', 'false');
		},
		failFacets: () => {
			elements.facets.setAttribute('aria-busy', 'false');
			facets.fail();
		},
		awaitPapers,
		addPapers,
		failPapers,
		fail,
	};
}

/** What can be chosen beside the lists, and the keys where nothing else is to be read. */
function showChoices({ papers }: Answer, state: SearchState): void {
	const ticked = Object.values(state.chosen).flat().length;
	elements.narrowed.textContent = ticked === 0 ? '' : ` (${ticked})`;
	clear.hidden = ticked === 0;
	elements.savedBox.checked = state.isSaved;
	keys.hidden = hasQuery(state) || isNarrowed(state);
	// It keeps its room, so that nothing moves when it comes and goes.
	sort.classList.toggle('unseen', papers.length < 2);
	sort.options[0]!.hidden = !hasQuery(state);
	sort.value = orderOf(state);
}

/** Take the papers of the answer before off the page, and not only out of the list: another list has not moved. */
function takeAway(): void {
	results.replaceChildren();
	results.hidden = more.hidden = true;
	results.getBoundingClientRect();
	results.hidden = false;
}

function awaitPapers(count: number): void {
	clearAwaited();
	results.append(...Array.from({ length: count }, () => makeElement('li', '', 'awaited')));
}

function clearAwaited(): void {
	for (const item of results.querySelectorAll('.awaited')) item.remove();
}

function failPapers(): void {
	clearAwaited();
	summary.textContent = words.answer.failed;
}

function fail(): void {
	// What stands there answers another question.
	takeAway();
	elements.leads.replaceChildren();
	elements.notes.replaceChildren();
	for (const list of [results, elements.facets]) list.setAttribute('aria-busy', 'false');
	summary.textContent = words.answer.failed;
}

function addPapers(papers: readonly IndexedPaper[], answer: Answer, state: SearchState): void {
	clearAwaited();
	const description = describeAnswer(answer, state);
	// It is read aloud whenever it changes.
	if (summary.textContent !== description) summary.textContent = description;
	const shown = results.childElementCount;
	results.append(...papers.map((paper) => drawResult(paper, answer.terms, template, root)));
	more.hidden = results.childElementCount >= answer.papers.length;
	if (shown > 0) results.children[shown]?.querySelector('a')?.focus();
}
