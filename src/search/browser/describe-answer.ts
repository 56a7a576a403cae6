import { formatCount, formatNumber } from '../../language/format.ts';
import type { Answer } from '../engine/engine.ts';
import { hasQuery, isNarrowed, type SearchState } from '../engine/state.ts';

/** What was found, in a line: “12 papers”, “No paper has all of these words; 40 have most of them.” */
export function describeAnswer(
	{ papers, complete, words, unknown }: Pick<Answer, 'papers' | 'complete' | 'words' | 'unknown'>,
	state: SearchState,
): string {
	if (!hasQuery(state) && !isNarrowed(state)) return '';
	if (papers.length === 0)
		return isNarrowed(state) ? 'Nothing found under what is ticked.' : 'Nothing found.';
	if (complete === papers.length) return formatCount(complete, 'paper');
	const isOther = unknown.some(({ nearest }) => nearest.length === 0);
	const these = isOther ? 'all other words' : 'all of these words';
	const all = words.asked === 2 && !isOther ? 'both words' : these;
	const having =
		complete === 0 ? 'No paper has' : `${formatCount(complete, 'paper')} ${have(complete)}`;
	const others = papers.length - complete;
	return `${having} ${all}; ${formatNumber(others)} ${have(others)} ${someOf(words)} of them.`;
}

function have(count: number): string {
	return count === 1 ? 'has' : 'have';
}

function someOf({ asked, least }: Answer['words']): string {
	if (least * 2 > asked) return 'most';
	return least === 1 ? 'one' : 'some';
}
