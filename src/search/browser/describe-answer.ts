import { words } from '../../language/words.ts';
import type { Answer } from '../engine/engine.ts';
import { hasQuery, isNarrowed, type SearchState } from '../engine/state.ts';

/** What was found, in a line: “12 papers”, “No paper has all of these words; 40 have most of them.” */
export function describeAnswer(
	{
		papers,
		complete,
		words: asked,
		unknown,
	}: Pick<Answer, 'papers' | 'complete' | 'words' | 'unknown'>,
	state: SearchState,
): string {
	if (!hasQuery(state) && !isNarrowed(state)) return '';
	if (papers.length === 0)
		return isNarrowed(state) ? words.answer.nothingTicked : words.answer.nothing;
	if (complete === papers.length) return words.papers(complete);
	const isOther = unknown.some(({ nearest }) => nearest.length === 0);
	const of = isOther ? 'other' : asked.asked === 2 ? 'both' : 'all';
	return words.answer.partial(complete, papers.length - complete, of, someOf(asked));
}

function someOf({ asked, least }: Answer['words']): 'most' | 'one' | 'some' {
	if (least * 2 > asked) return 'most';
	return least === 1 ? 'one' : 'some';
}
