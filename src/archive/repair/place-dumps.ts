import { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import type { DumpFile } from '../../model/content.ts';
import type { DumpExtension } from '../../model/dump-name.ts';
import { compareDigestIds, isDigestId, type DigestId } from '../../model/id.ts';
import type { Manifest } from '../manifest.ts';
import { uniteDumps, type DumpClaim } from './unite-dumps.ts';

/** Dumps in one folder, each under one name. */
export interface PlacedDumps {
	readonly dumps: readonly DumpFile[];
	readonly manifest: Manifest;
	/** Of the same dumps, in the same order. */
	readonly fileNames: readonly (readonly [name: string, sha256: string])[];
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
	/** Of the name that a dump gets, by its bytes. */
	readonly extensionOf: (file: VFile) => DumpExtension;
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
	sources: DumpSources,
	manifestFile: VFile,
): PlacedDumps {
	const { present, spare, changed } = sources;
	const isSpare = (sha256: string) => spare.some((dump) => dump.sha256 === sha256);
	const claimed = new Set(claims.map(({ id }) => id));
	const strangers = new Set(
		present.map(({ file }) => file.stem).filter((stem) => !isIn(claimed, stem)),
	);
	const { ids, contested } = uniteDumps(claims, fixed, (id) => strangers.has(id));
	const here = new Set(present.map(({ file }) => file.stem));
	const moved = [...ids].filter(
		([sha256, id]) =>
			contested.has(id) ||
			formerNames(claims, sha256, id).length > 0 ||
			(!here.has(id) && !changed.has(id) && isSpare(sha256)),
	);
	const fileOf = (id: DigestId, sha256: string) => id + endingOf(sha256, claims, sources);
	const placed = moved.flatMap(([sha256, id]) =>
		place(fileOf(id, sha256), id, sha256, claims, sources, manifestFile),
	);
	const replaced = new Set(placed.map(({ file }) => file.stem));
	const ordered = [...ids].sort(([, a], [, b]) => compareDigestIds(a, b));
	return {
		dumps: [...present.filter(({ file }) => !replaced.has(file.stem)), ...placed],
		manifest: new Map(ordered.map(([sha256, id]) => [id, sha256])),
		fileNames: ordered.map(([sha256, id]) => [fileOf(id, sha256), sha256]),
		contested,
		namesOf: (id) =>
			claims
				.filter((claim) => claim.id === id)
				.map(({ sha256 }) => ids.get(sha256)!)
				.sort(compareDigestIds),
	};
}

/** As the dump itself says, else as a branch wrote it down. */
function endingOf(
	sha256: string,
	claims: readonly DumpClaim[],
	{ present, spare, extensionOf }: DumpSources,
): DumpExtension {
	const dump = [...present, ...spare].find((one) => one.sha256 === sha256);
	if (dump) return extensionOf(dump.file);
	const isList = claims.some((claim) => claim.sha256 === sha256 && claim.name?.endsWith('.json'));
	return isList ? '.json' : '.txt';
}

/** The dump with these bytes under its name; none, if a correction says that it is gone or another. */
function place(
	name: string,
	id: DigestId,
	sha256: string,
	claims: readonly DumpClaim[],
	{ present, spare, folder, changed }: DumpSources,
	manifestFile: VFile,
): DumpFile[] {
	for (const former of formerNames(claims, sha256, id))
		report(manifestFile, 'renamed-digest', `${former} is ${id}`);
	const found = [...present, ...spare].find((dump) => dump.sha256 === sha256);
	if (found) {
		const { value } = found.file;
		return [{ file: new VFile({ path: `${folder}/${name}`, value }), sha256 }];
	}
	if (!namesIn(claims, sha256).some((name) => changed.has(name)))
		report(manifestFile, 'missing-side', `${name}, ${sha256}`);
	return [];
}

function isIn(ids: ReadonlySet<DigestId>, name: string | undefined): boolean {
	return name !== undefined && isDigestId(name) && ids.has(name);
}

function formerNames(claims: readonly DumpClaim[], sha256: string, now: DigestId): DigestId[] {
	return [...new Set(namesIn(claims, sha256))].filter((id) => id !== now);
}

function namesIn(claims: readonly DumpClaim[], sha256: string): DigestId[] {
	return claims.filter((claim) => claim.sha256 === sha256).map(({ id }) => id);
}
