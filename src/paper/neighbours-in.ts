import type { DigestView } from '../model/digest-view.ts';
import type { PaperId } from '../model/id.ts';
import type { PaperSummary } from '../model/paper-view.ts';

/** The papers before and after a place of a digest, counted from 1; what was removed is passed over. */
export function neighboursIn(
	{ entries }: Pick<DigestView, 'entries'>,
	position: number,
	papers: ReadonlyMap<PaperId, PaperSummary>,
): { readonly earlier?: PaperSummary | undefined; readonly later?: PaperSummary | undefined } {
	const own = entries[position - 1]?.paper;
	const isOther = ({ paper }: { readonly paper: PaperId }) => paper !== own && papers.has(paper);
	const earlier = entries.slice(0, position - 1).findLast(isOther);
	const later = entries.slice(position).find(isOther);
	return {
		earlier: earlier && papers.get(earlier.paper),
		later: later && papers.get(later.paper),
	};
}
