import type { Corrections } from '../model/corrections.ts';
import type { PaperId } from '../model/id.ts';
import type { Ledger, LedgerLine } from '../model/ledger.ts';
import type { NonEmpty } from '../model/paper.ts';
import { wordingId } from './ledger.ts';
import { mintPaperId } from './mint-paper-id.ts';
import { areDecided, papersOfWordings } from './papers-of-wordings.ts';

type PaperDecisions = Pick<Corrections, 'merged' | 'split'>;

/** The wordings that are a paper's own: not those that became another's. In the order of the ledger. */
export function wordingsOf(
	paper: PaperId,
	ledger: Ledger,
	decisions: PaperDecisions,
): readonly LedgerLine[] {
	const papers = papersOfWordings(ledger, decisions);
	return ledger.filter((line) => line.id === paper && papers.get(wordingId(line)) === paper);
}

/** Lines that make a paper of some of another's wordings, under an id of its own. */
export function splitWordings(
	[first, ...others]: NonEmpty<LedgerLine>,
	ledger: Ledger,
): NonEmpty<LedgerLine> {
	const ids = new Set(ledger.map(({ id }) => id));
	const id = mintPaperId(first, (candidate) => ids.has(candidate));
	const renamed = ({ digest, title, abstract }: LedgerLine) => ({ id, digest, title, abstract });
	return [renamed(first), ...others.map(renamed)];
}

/**
 * A paper that has an abstract with this one in common, once this one is not merged any more: what
 * keeps the two apart must then be written down, or the next repair would merge them again.
 */
export function rivalOf(
	paper: PaperId,
	ledger: Ledger,
	{ merged, split }: PaperDecisions,
): PaperId | undefined {
	const left = { merged: merged.filter((merge) => merge.paper !== paper), split };
	const isDecided = areDecided(left);
	const abstracts = new Set(
		ledger.filter(({ id }) => id === paper).map(({ abstract }) => abstract),
	);
	return ledger.find(({ id, abstract }) => abstracts.has(abstract) && !isDecided(id, paper))?.id;
}
