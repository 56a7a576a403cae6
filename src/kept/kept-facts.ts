import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { SiteAddress } from '../build/offprint-config.ts';
import type { ReadFiles } from '../check/contents.ts';
import { createSharer, type FileFacts } from '../check/read-file.ts';
import type { Sums } from '../check/sums.ts';
import { keptFolder } from './kept-folder.ts';
import { readLent } from './lent.ts';
import { beginSealed, linesOf, readSealed } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** What the check of an earlier build read of each file, and what that of this one does. */
export interface KeptFacts {
	/** The sums of the files of which something is known. */
	readonly sums: Sums;
	/** What is known of those files that have the sums of which it is known. */
	ofAll(sums: Sums): ReadFiles;
	/** Keep what was read of files that have no fault for the next build. */
	save(read: ReadFiles): void;
}

const sources = ['src/check', 'package-lock.json'];

// Of SHA-256, in hexadecimal.
const sumLength = 64;

/** Open what is known of the files of a site. It counts where it is whole, and was read by this code. */
export function openFacts(root: string, content: string, { site, base }: SiteAddress): KeptFacts {
	const path = join(
		keptFolder(root, content),
		`facts-${hash('sha256', site + base).slice(0, 8)}`,
	);
	const key = keyOf(root, sources);
	const before = readLines(path, key);
	return {
		sums: new Map(Array.from(before, ([file, line]) => [file, line.slice(0, sumLength)])),
		ofAll(sums) {
			const share = createSharer();
			return new Map(
				Array.from(sums).flatMap(([file, sum]) => {
					const line = before.get(file);
					if (!line?.startsWith(sum)) return [];
					const facts: FileFacts = JSON.parse(line.slice(sum.length));
					return [[file, { sum, facts: share(facts), findings: [] }] as const];
				}),
			);
		},
		save(read) {
			const kept = beginSealed(path, key);
			for (const [file, { sum, facts, findings }] of read) {
				if (findings.length > 0) continue;
				const line = before.get(file);
				const now = line?.startsWith(sum) ? line : sum + JSON.stringify(facts);
				kept.add(Buffer.from(`${file} ${now}\n`));
			}
			kept.seal();
		},
	};
}

/** Of each file its sum and its facts as JSON, which has no line breaks; no path has a space. */
function readLines(path: string, key: string): Map<string, string> {
	const files = [readSealed(path, key) ?? [], ...readLent(path, key)].flat();
	return new Map(files.flatMap((file) => Array.from(linesOf(file), factOf)));
}

function factOf(bytes: Buffer) {
	const line = bytes.toString('utf8', 0, bytes.length - 1);
	const end = line.indexOf(' ');
	return [line.slice(0, end), line.slice(end + 1)] as const;
}
