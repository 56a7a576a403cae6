import type { Entry } from '../model/digest.ts';

/** Something that takes long to reckon of an entry, and is reckoned once however many ask for it. */
export interface EntryFact<Fact> {
	readonly of: (entry: Entry) => Fact;
	/** Have entries facts that an earlier run reckoned of the same entries, in their order. */
	readonly remember: (entries: readonly Entry[], facts: readonly Fact[]) => void;
}

/** Make a fact of entries. */
export function entryFact<Fact>(reckon: (entry: Entry) => Fact): EntryFact<Fact> {
	const known = new WeakMap<Entry, Fact>();
	return {
		of(entry) {
			let fact = known.get(entry);
			if (fact === undefined) known.set(entry, (fact = reckon(entry)));
			return fact;
		},
		remember(entries, facts) {
			for (const [index, entry] of entries.entries()) known.set(entry, facts[index]!);
		},
	};
}
