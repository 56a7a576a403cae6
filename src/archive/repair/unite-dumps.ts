import {
	compareDigestIds,
	digestId,
	digestIdParts,
	type Day,
	type DigestId,
} from '../../model/id.ts';
import { compareTexts } from './compare-texts.ts';

/** That a branch took the bytes with this SHA-256 under this name. */
export interface DumpClaim {
	readonly id: DigestId;
	readonly sha256: string;
	/** Under which it lay, e.g. `2025-03-11.json`; a register does not tell. */
	readonly name?: string | undefined;
}

/** A name for each dump's bytes. */
export interface UnitedDumps {
	/** By SHA-256. */
	readonly ids: ReadonlyMap<string, DigestId>;
	/** Names that branches gave to several dumps, or several names to one. */
	readonly contested: ReadonlySet<DigestId>;
}

/**
 * Give each dump one name of those that branches gave it. A name that was given to several stays
 * with the dump that `fixed` says, else goes to the one that has fewer other names, then to the one
 * whose SHA-256 is the smaller; a dump that is left without takes the next free number of its day.
 * `taken` says which names are not free.
 */
export function uniteDumps(
	claims: readonly DumpClaim[],
	fixed: ReadonlyMap<DigestId, string>,
	taken: (id: DigestId) => boolean,
): UnitedDumps {
	const byName = Map.groupBy(claims, ({ id }) => id);
	const byDump = Map.groupBy(claims, ({ sha256 }) => sha256);
	const contested = new Set(
		claims
			.filter(
				({ id, sha256 }) =>
					hasOthers(byName.get(id)!, 'sha256') || hasOthers(byDump.get(sha256)!, 'id'),
			)
			.map(({ id }) => id),
	);
	const ids = new Map<string, DigestId>();
	const given = new Set<DigestId>();
	const give = (sha256: string, id: DigestId) => {
		if (ids.has(sha256) || given.has(id)) return;
		ids.set(sha256, id);
		given.add(id);
	};
	for (const [id, sha256] of fixed) if (byDump.has(sha256)) give(sha256, id);
	for (const { id, sha256 } of claims) if (!contested.has(id)) give(sha256, id);
	const dumps = [...byDump]
		.map(([sha256, names]) => [sha256, [...new Set(names.map(({ id }) => id))]] as const)
		.sort(([a, names], [b, others]) => names.length - others.length || compareTexts(a, b));
	for (const [sha256, names] of dumps)
		for (const id of names.toSorted(compareDigestIds)) give(sha256, id);
	for (const [sha256, names] of dumps) {
		if (ids.has(sha256)) continue;
		give(
			sha256,
			nextFree(digestIdParts(names[0]!).day, (id) => given.has(id) || taken(id)),
		);
	}
	return { ids, contested };
}

function hasOthers<Key extends keyof DumpClaim>(claims: readonly DumpClaim[], key: Key): boolean {
	return claims.some((claim) => claim[key] !== claims[0]![key]);
}

function nextFree(day: Day, isTaken: (id: DigestId) => boolean): DigestId {
	for (let number = 1; ; number++) {
		const id = digestId(day, number);
		if (!isTaken(id)) return id;
	}
}
