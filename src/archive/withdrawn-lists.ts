import { digestIdParts, type DigestId } from '../model/id.ts';
import type { Ledger } from '../model/ledger.ts';
import { isList, isWithin, wordingsOf } from './grown-lists.ts';
import { wordingId } from './ledger.ts';
import type { ManifestLine } from './manifest.ts';
import type { DatedEntries } from './plan-ingest.ts';

/** What remembers the lists of the feed that are gone. */
export interface ListMemory {
	readonly manifest: readonly ManifestLine[];
	readonly ledger: Ledger;
	/** The ids of the digests whose dumps are here. */
	readonly present: ReadonlySet<string | undefined>;
}

/**
 * Which digest that is gone a list of the feed is again, with other votes, more papers or fewer: one of its
 * day, by the wordings that the ledger first met in it. Of one that brought no wording nothing more is
 * known, so a list without a new wording is it.
 */
export function createWithdrawnLists({
	manifest,
	ledger,
	present,
}: ListMemory): (dated: DatedEntries) => DigestId | undefined {
	const gone = manifest.filter(({ id, name }) => name.endsWith('.json') && !present.has(id));
	if (gone.length === 0) return () => undefined;
	const known = new Set(ledger.map(wordingId));
	const brought = Map.groupBy(ledger, ({ digest }) => digest);
	return ({ day, entries }) => {
		if (!isList(entries)) return undefined;
		const list = wordingsOf(entries);
		const isKnown = isWithin(list, known);
		return gone.find(({ id }) => {
			if (digestIdParts(id).day !== day) return false;
			const own = new Set(brought.get(id)?.map(wordingId));
			if (own.size === 0) return isKnown;
			return isWithin(own, list) || (isKnown && [...own].some((one) => list.has(one)));
		})?.id;
	};
}
