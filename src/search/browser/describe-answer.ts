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
	const others = `${formatNumber(papers.length - complete)} ${haveSome(words)} of them.`;
	const having = complete === 1 ? '1 paper has' : `${formatNumber(complete)} papers have`;
	return `${complete === 0 ? 'No paper has' : having} ${all}; ${others}`;
}

function haveSome({ asked, least }: Answer['words']): string {
	if (least * 2 > asked) return 'have most';
	return least === 1 ? 'have one' : 'have some';
}
