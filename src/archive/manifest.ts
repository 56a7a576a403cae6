import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type { DumpFile, FiledDigest } from '../model/content.ts';
import { digestOfDump } from '../model/dump-name.ts';
import type { DigestId } from '../model/id.ts';
import { withOtherLineEnds } from './line-ends.ts';

/** The dumps ingest has taken, each with the SHA-256 of its bytes in hex. */
export type Manifest = ReadonlyMap<DigestId, string>;

// `9f86d081…  dumps/2025-03-11.txt`: what `sha256sum` prints and `sha256sum --check` reads.
const lineRe = /^(?<sha256>[0-9a-f]{64}) {2}dumps\/(?<name>[^/]+)$/;

/** A line of the manifest. */
export interface ManifestLine {
	readonly id: DigestId;
	/** Of the dump, e.g. `2025-03-11.txt`. */
	readonly name: string;
	readonly sha256: string;
	readonly line: number;
}

/** Read the lines of the manifest, whatever they say. What is none is reported on the file. */
export function manifestLines(file: VFile): ManifestLine[] {
	return String(file)
		.split('\n')
		.flatMap((text, index) => {
			if (text === '') return [];
			const { sha256, name = '' } = lineRe.exec(text)?.groups ?? {};
			const id = digestOfDump(name);
			if (sha256 && id) return { id, name, sha256, line: index + 1 };
			report(file, 'invalid-manifest-line', text, { line: index + 1, column: 1 });
			return [];
		});
}

/** Read the manifest of dumps. Lines that are not the manifest's, or give a name twice, are reported on the file. */
export function parseManifest(file: VFile): Manifest {
	const manifest = new Map<DigestId, string>();
	for (const { id, name, sha256, line } of manifestLines(file)) {
		if (manifest.has(id))
			report(file, 'invalid-manifest-line', `${sha256}  dumps/${name}`, {
				line,
				column: 1,
			});
		else manifest.set(id, sha256);
	}
	return manifest;
}

/** The text of manifest lines, each with its line end, for dumps by name. */
export function formatManifest(dumps: Iterable<readonly [name: string, sha256: string]>): string {
	return Array.from(dumps, ([name, sha256]) => `${sha256}  dumps/${name}\n`).join('');
}

/** Report each dump that is gone, and each whose bytes are not those that were ingested, or corrected since. */
export function reportLostDumps(
	expected: ReadonlyMap<DigestId, string | undefined>,
	manifestFile: VFile,
	sources: readonly FiledDigest[],
): void {
	const present = new Map(sources.map((source) => [source.digest.id, source]));
	const isList = (id: DigestId) => String(manifestFile).includes(`  dumps/${id}.json\n`);
	let line = 0;
	for (const [id, sha256] of expected) {
		line++;
		const source = present.get(id);
		if (source && source.sha256 !== sha256)
			report(source.file, nameOfChange(source, sha256), source.file.basename ?? id);
		if (!source && sha256 !== undefined)
			report(manifestFile, 'lost-dump', `${id}${isList(id) ? '.json' : '.txt'}`, {
				line,
				column: 1,
			});
	}
}

function nameOfChange(source: DumpFile, expected: string | undefined) {
	if (expected === undefined) return 'dump-still-here';
	return withOtherLineEnds(source).some(({ sha256 }) => sha256 === expected)
		? 'changed-line-ends'
		: 'edited-dump';
}

/** Report each dump that ingest has not taken. */
export function reportUnrecordedDumps(manifest: Manifest, sources: readonly FiledDigest[]): void {
	for (const { digest, file } of sources) {
		if (!manifest.has(digest.id)) report(file, 'unrecorded-dump', file.basename ?? digest.id);
	}
}
