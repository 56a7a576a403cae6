import { formatCount } from '../../language/format.ts';
import type { Answer, FoundPaper } from '../engine/engine.ts';
import { hasQuery, isNarrowed, type SearchState } from '../engine/state.ts';
import { elements } from './elements.ts';
import type { FacetList } from './facet-list.ts';
import { drawResult } from './result.ts';
import type { SearchView } from './session.ts';
import { drawUnknown } from './unknown.ts';

const { panel, template, results, summary, more, sort, saved, keys, clear } = elements;

/** Make what draws the search page. `correct` is called with a query that was put right. */
export function createView(
	facets: FacetList,
	hasSaved: () => boolean,
	correct: (query: string) => void,
): SearchView {
	const showFacets = (answer: Answer, { chosen }: SearchState) => {
		facets.draw(answer, chosen);
		const ticked = Object.values(chosen).flat().length;
		elements.narrowed.textContent = ticked === 0 ? '' : ` (${ticked})`;
		clear.hidden = ticked === 0;
	};
	return {
		wait: () => results.setAttribute('aria-busy', 'true'),
		showAnswer: (answer, state) => {
			showFacets(answer, state);
			elements.unknown.replaceChildren(...drawUnknown(answer, state.query, correct));
			results.replaceChildren();
			summary.textContent = describe(answer, state);
			saved.hidden = !state.isSaved && !hasSaved();
			showChoices(answer, state);
		},
		showFacets,
		addPapers,
		settle: () => results.setAttribute('aria-busy', 'false'),
		fail: () => (summary.textContent = unreachable),
	};
}

const unreachable = 'The search index could not be loaded. Check the connection and try again.';

/** What was found, in a line. */
function describe({ papers, unknown }: Answer, state: SearchState): string {
	if (!hasQuery(state) && !isNarrowed(state)) return '';
	if (papers.length > 0) return formatCount(papers.length, 'paper');
	if (isNarrowed(state)) return 'Nothing found under what is ticked.';
	if (unknown.length > 0) return 'Nothing found.';
	return 'Nothing found. Fewer or shorter words find more.';
}

/** What can be chosen beside the lists, and the keys where nothing else is to be read. */
function showChoices({ papers }: Answer, state: SearchState): void {
	elements.savedBox.checked = state.isSaved;
	keys.hidden = hasQuery(state) || isNarrowed(state);
	sort.hidden = papers.length < 2 || !hasQuery(state);
	for (const input of sort.querySelectorAll('input')) input.checked = input.value === state.sort;
}

function addPapers(papers: readonly FoundPaper[], answer: Answer): void {
	const shown = results.childElementCount;
	const root = panel.dataset['root']!;
	results.append(...papers.map((paper) => drawResult(paper, answer.terms, template, root)));
	more.hidden = results.childElementCount >= answer.papers.length;
	if (shown > 0) results.children[shown]?.querySelector('a')?.focus();
}
