import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { digestOfDump } from '../../src/model/dump-name.ts';
import { compareDigestIds, type DigestId } from '../../src/model/id.ts';
import type { Entry } from '../../src/model/digest.ts';
import { parseDump } from '../../src/parse/parse-dump.ts';

/** A dump as it lies in a content folder, read. */
export interface ReadDigest {
	readonly id: DigestId;
	readonly entries: readonly Entry[];
}

/** The dumps of a content folder, oldest first. */
export function readDigests(content: string): ReadDigest[] {
	const folder = join(content, 'dumps');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.map((name) => ({
			id: digestOfDump(name)!,
			entries: parseDump(new VFile({ value: readFileSync(join(folder, name)) }))!.entries,
		}))
		.toSorted((a, b) => compareDigestIds(a.id, b.id));
}

/** Every id of a content folder's ledger, oldest first. */
export function readIds(content: string): string[] {
	const file = join(content, 'ledger.jsonl');
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line !== '');
	return [...new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id))];
}
