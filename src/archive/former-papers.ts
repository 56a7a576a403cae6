import type { FormerPaper } from '../model/archive.ts';
import { mergeTarget } from '../model/corrections.ts';
import type { DigestId, PaperId } from '../model/id.ts';
import type { NonEmpty, Paper } from '../model/paper.ts';
import type { Decisions, RecognisedEntry } from './recognise.ts';

/** What became of each paper of the ledger that has no page of its own any more. */
export function formerPapers(
	papers: readonly Paper[],
	places: readonly RecognisedEntry[],
	{ ledger, corrections }: Decisions,
): FormerPaper[] {
	const shown = new Set(papers.map(({ id }) => id));
	const merges = new Map(corrections.merged.map((merge) => [merge.paper, merge]));
	const changes = new Map(corrections.dumps.map((change) => [change.digest, change]));
	const printed = Map.groupBy(places, ({ paper }) => paper);
	const target = mergeTarget(corrections);
	const removals = new Map(
		corrections.removed.map((removal) => [target(removal.paper), removal]),
	);
	const minted = new Map<PaperId, DigestId>();
	for (const { id, digest } of ledger) if (!minted.has(id)) minted.set(id, digest);
	return [...minted].flatMap(([id, first]): FormerPaper[] => {
		const merge = merges.get(id);
		if (merge) {
			const { date, reason } = merge;
			return [{ kind: 'moved', id, into: target(id), date, reason }];
		}
		if (shown.has(id)) return [];
		// A paper that was not removed is printed by its first dump, unless that was changed; else its
		// wordings were reported as lost.
		const decision = removals.get(id) ?? changes.get(first);
		if (!decision) return [];
		const { date, reason } = decision;
		const digests = [...new Set(printed.get(id)?.map(({ digest }) => digest) ?? [first])];
		return [
			{ kind: 'gone', id, digests: digests as unknown as NonEmpty<DigestId>, date, reason },
		];
	});
}
