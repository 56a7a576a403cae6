import { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import type { DumpFile } from '../../model/content.ts';
import { compareDigestIds, isDigestId, type DigestId } from '../../model/id.ts';
import type { Manifest } from '../manifest.ts';
import { uniteDumps, type DumpClaim } from './unite-dumps.ts';

/** Dumps in one folder, each under one name. */
export interface PlacedDumps {
	readonly dumps: readonly DumpFile[];
	readonly manifest: Manifest;
	/** Names that branches gave to several dumps, or several names to one. */
	readonly contested: ReadonlySet<DigestId>;
	/** The names that the dumps have by now which branches had under a name. */
	readonly namesOf: (id: DigestId) => readonly DigestId[];
}

/** Where the bytes of dumps can be found. */
export interface DumpSources {
	readonly present: readonly DumpFile[];
	/** From elsewhere: the other side of a merge, files that were handed in. */
	readonly spare: readonly DumpFile[];
	readonly folder: string;
	/** Names of dumps that a correction withdraws, or accepts an edit of: their bytes are not expected. */
	readonly changed: ReadonlySet<DigestId>;
}

/**
 * Put the dumps of several branches into one folder. A dump that changes its name is noted, one whose
 * bytes are nowhere reported, both on the manifest.
 */
export function placeDumps(
	claims: readonly DumpClaim[],
	fixed: ReadonlyMap<DigestId, string>,
	{ present, spare, folder, changed }: DumpSources,
	manifestFile: VFile,
): PlacedDumps {
	const claimed = new Set(claims.map(({ id }) => id));
	const strangers = new Set(
		present.map(({ file }) => file.stem).filter((stem) => !isIn(claimed, stem)),
	);
	const { ids, contested } = uniteDumps(claims, fixed, (id) => strangers.has(id));
	const bytes = new Map([...spare, ...present].map(({ file, sha256 }) => [sha256, file.value]));
	const placed = [...ids]
		.filter(([sha256, id]) => contested.has(id) || isMoved(claims, sha256, id))
		.flatMap(([sha256, id]): DumpFile[] => {
			for (const former of formerNames(claims, sha256, id))
				report(manifestFile, 'renamed-digest', `${former} is ${id}`);
			const value = bytes.get(sha256);
			const isExpected = !namesIn(claims, sha256).some((name) => changed.has(name));
			if (value === undefined && isExpected)
				report(manifestFile, 'missing-side', `${id}.txt, ${sha256}`);
			const path = `${folder}/${id}.txt`;
			return value === undefined ? [] : [{ file: new VFile({ path, value }), sha256 }];
		});
	const replaced = new Set(placed.map(({ file }) => file.stem));
	const kept = present.filter(({ file }) => !replaced.has(file.stem));
	return {
		dumps: [...kept, ...placed],
		manifest: new Map(
			[...ids]
				.map(([sha256, id]) => [id, sha256] as const)
				.sort(([a], [b]) => compareDigestIds(a, b)),
		),
		contested,
		namesOf: (id) =>
			claims
				.filter((claim) => claim.id === id)
				.map(({ sha256 }) => ids.get(sha256)!)
				.sort(compareDigestIds),
	};
}

function isIn(ids: ReadonlySet<DigestId>, name: string | undefined): boolean {
	return name !== undefined && isDigestId(name) && ids.has(name);
}

function isMoved(claims: readonly DumpClaim[], sha256: string, id: DigestId): boolean {
	return formerNames(claims, sha256, id).length > 0;
}

function formerNames(claims: readonly DumpClaim[], sha256: string, now: DigestId): DigestId[] {
	return [...new Set(namesIn(claims, sha256))].filter((id) => id !== now);
}

function namesIn(claims: readonly DumpClaim[], sha256: string): DigestId[] {
	return claims.filter((claim) => claim.sha256 === sha256).map(({ id }) => id);
}
