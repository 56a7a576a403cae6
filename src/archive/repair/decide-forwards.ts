import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import { mergeTarget, type Corrections, type Merge } from '../../model/corrections.ts';
import { digestIdParts } from '../../model/id.ts';
import type { Ledger } from '../../model/ledger.ts';
import { areDecided } from '../papers-of-wordings.ts';
import { compareTexts } from './compare-texts.ts';
import { forwardsOf } from './unite-ledger.ts';

const reason = 'Two branches of the archive each gave it an address.';

/**
 * The decisions by which papers that two branches met lead to one address each, dated by the day on which
 * the one that leads on was met: so that they are the same whenever, and wherever, they are made.
 */
export function decideForwards(ledger: Ledger, decisions: Corrections, file: VFile): Merge[] {
	return forwardsOf(ledger, mergeTarget(decisions), areDecided(decisions))
		.toSorted((a, b) => compareTexts(a.paper, b.paper))
		.map(({ paper, into, digest }) => {
			report(file, 'forwarded-paper', `${paper} to ${into}`);
			return { paper, into, date: digestIdParts(digest).day, reason };
		});
}
