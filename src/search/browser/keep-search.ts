import { keptSearches, storeSearches } from '../../saved/kept-searches.ts';
import type { SearchEngine } from '../engine/engine.ts';
import { hasQuery, isNarrowed, writeState, type SearchState } from '../engine/state.ts';
import { elements } from './elements.ts';
import { words } from '../../language/words.ts';

/** Make the button that keeps the search that is made, or lets go of it. Gives what draws it for a search. */
export function createKeeping(
	engine: Pick<SearchEngine, 'newestDay'>,
	current: () => SearchState,
): (state: SearchState) => void {
	const { keep } = elements;
	const draw = (state: SearchState) => {
		const isKept = isAmong(keptSearches(), state);
		// Its place is kept for it, so that nothing moves when it comes.
		keep.classList.toggle('unseen', !hasQuery(state) && !isNarrowed(state));
		keep.setAttribute('aria-pressed', String(isKept));
		keep.textContent = isKept ? words.keeping.kept : words.keeping.keep;
	};
	keep.addEventListener('click', () => void toggle());
	return draw;

	async function toggle(): Promise<void> {
		const state = current();
		const search = addressOf(state);
		const isKept = isAmong(keptSearches(), state);
		// Its papers are new from the next day on. There is none where the archive is empty, or cannot be reached.
		const until = isKept ? undefined : await engine.newestDay().catch(() => {});
		const others = keptSearches().filter((kept) => kept.search !== search);
		const isStored = storeSearches(until ? [{ search, until }, ...others] : others);
		// Another search may have been made in the meantime.
		draw(current());
		if (addressOf(current()) !== search) return;
		if (!isStored) keep.textContent = words.keeping.refused;
		else if (!isKept && until === undefined) keep.textContent = words.keeping.failed;
	}
}

function isAmong(kept: ReturnType<typeof keptSearches>, state: SearchState): boolean {
	return kept.some(({ search }) => search === addressOf(state));
}

/** How results are ordered makes no other search. */
function addressOf(state: SearchState): string {
	return writeState({ ...state, sort: 'relevance' });
}
