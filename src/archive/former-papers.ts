import type { FormerPaper } from '../model/archive.ts';
import { mergeTarget } from '../model/corrections.ts';
import type { DigestId } from '../model/id.ts';
import type { NonEmpty, Paper } from '../model/paper.ts';
import { wordingId } from './ledger.ts';
import { papersOfWordings } from './papers-of-wordings.ts';
import type { Decisions, RecognisedEntry } from './recognise.ts';

/** What became of each paper of the ledger that has no page of its own any more. */
export function formerPapers(
	papers: readonly Paper[],
	entries: readonly RecognisedEntry[],
	{ ledger, corrections }: Decisions,
): FormerPaper[] {
	const shown = new Set(papers.map(({ id }) => id));
	const merges = new Map(corrections.merged.map((merge) => [merge.paper, merge]));
	const changes = new Map(corrections.dumps.map((change) => [change.digest, change]));
	const printed = Map.groupBy(entries, ({ paper }) => paper);
	const target = mergeTarget(corrections);
	const removals = new Map(
		corrections.removed.map((removal) => [target(removal.paper), removal]),
	);
	const owners = papersOfWordings(ledger, corrections);
	return [...Map.groupBy(ledger, ({ id }) => id)].flatMap(([id, lines]): FormerPaper[] => {
		const merge = merges.get(id);
		if (merge) {
			const { date, reason } = merge;
			return [{ kind: 'moved', id, into: target(id), date, reason }];
		}
		if (shown.has(id)) return [];
		// A paper that was not removed is printed by the dumps of its own wordings, unless those were
		// changed; else its wordings were reported as lost.
		const own = lines.filter((line) => owners.get(wordingId(line)) === id);
		const change = own.find(({ digest }) => changes.has(digest))?.digest;
		const decision = removals.get(id) ?? (change && changes.get(change));
		if (!decision) return [];
		const { date, reason } = decision;
		const places = printed.get(id) ?? [own[0] ?? lines[0]!];
		const digests = [...new Set(places.map(({ digest }) => digest))];
		return [
			{ kind: 'gone', id, digests: digests as unknown as NonEmpty<DigestId>, date, reason },
		];
	});
}
