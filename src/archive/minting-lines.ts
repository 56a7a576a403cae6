import type { PaperId } from '../model/id.ts';
import type { Ledger, LedgerLine } from '../model/ledger.ts';
import { couldMint } from './mint-paper-id.ts';

/** Of each id of a ledger: its lines that it can have been minted for, in their order; none for a foreign id. */
export type MintingLines = ReadonlyMap<PaperId, readonly LedgerLine[]>;

const known = new WeakMap<Ledger, MintingLines>();

/** Find the lines that ids were minted for, once a ledger. */
export function mintingLines(ledger: Ledger): MintingLines {
	let minting = known.get(ledger);
	if (!minting) {
		const papers = Map.groupBy(ledger, ({ id }) => id);
		const isTaken = (id: PaperId) => papers.has(id);
		minting = new Map(
			[...papers].map(([id, lines]) => [
				id,
				lines.filter((line) => couldMint(id, line, isTaken)),
			]),
		);
		known.set(ledger, minting);
	}
	return minting;
}
