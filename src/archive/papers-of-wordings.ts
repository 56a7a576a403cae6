import { mergeTarget, type Corrections } from '../model/corrections.ts';
import type { PaperId } from '../model/id.ts';
import type { Ledger } from '../model/ledger.ts';
import { wordingId } from './ledger.ts';

/** The paper of each wording, by `wordingId`. */
export type WordingIndex = ReadonlyMap<string, PaperId>;

type PaperDecisions = Pick<Corrections, 'merged' | 'split'>;

/**
 * The paper of each wording of a ledger. Of several that were decided to be one, the one that
 * stays; of two that one was split into, the newer.
 */
export function papersOfWordings(ledger: Ledger, decisions: PaperDecisions): WordingIndex {
	const outranks = ranking(decisions);
	const papers = new Map<string, PaperId>();
	for (const line of ledger) {
		const wording = wordingId(line);
		const held = papers.get(wording);
		if (held === undefined || outranks(line.id, held)) papers.set(wording, line.id);
	}
	return papers;
}

function ranking(decisions: PaperDecisions): (id: PaperId, held: PaperId) => boolean {
	const target = mergeTarget(decisions);
	const origins = Map.groupBy(decisions.split, ({ paper }) => paper);
	const isOff = (id: PaperId, other: PaperId) =>
		origins.get(id)?.some(({ from }) => from === other || target(from) === other) ?? false;
	return (id, held) => isOff(id, held) || (!isOff(held, id) && target(held) === id);
}

/**
 * Whether a person, or a repair, decided how two papers belong together: that they are one, or
 * that they are not.
 */
export function areDecided({
	merged,
	split,
}: PaperDecisions): (one: PaperId, other: PaperId) => boolean {
	const above = new Map<PaperId, PaperId>();
	const rootOf = (id: PaperId): PaperId => {
		let root = id;
		for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
		return root;
	};
	const join = (one: PaperId, other: PaperId) => {
		const [root, into] = [rootOf(one), rootOf(other)];
		if (root !== into) above.set(root, into);
	};
	for (const { paper, into } of merged) join(paper, into);
	for (const { paper, from } of split) join(paper, from);
	return (one, other) => rootOf(one) === rootOf(other);
}
