import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '../build/views.ts';
import type { SiteAddress } from '../build/offprint-config.ts';
import { keptFolder } from './kept-folder.ts';
import type { Count } from './kept-results.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import type { Reads, TracedArchive } from './traced-archive.ts';

/** The pages of an earlier build, and those of this one. */
export interface KeptPages {
	/** The bytes of a page: as kept, where nothing changed that it was made of, else rendered. */
	take(page: Page, render: () => Promise<Buffer>): Promise<Buffer>;
	/** Write the pages of this build for the next one. */
	save(): void;
	/** How many there are, and how many of them were rendered. */
	readonly count: () => Count;
}

/** What a page was made of. */
interface Origin {
	readonly reads: Reads;
	/** Of its component, its properties and what its reads gave. */
	readonly sum: string;
}

interface MadePage extends Origin {
	readonly bytes: Buffer;
}

/** A page by where its bytes begin in the file, and where they end. */
interface KeptPage extends Origin {
	readonly start: number;
	readonly end: number;
}

/**
 * Open the pages that were kept of an archive. They count where they are whole, and were made by the
 * code that `key` stands for.
 */
export function openPages(
	root: string,
	content: string,
	{ site, base }: SiteAddress,
	key: string,
	archive: TracedArchive,
): KeptPages {
	const path = join(
		keptFolder(root, content),
		`pages-${hash('sha256', site + base).slice(0, 8)}`,
	);
	const before = readPages(path, key);
	const now = new Map<string, MadePage>();
	let all = 0;
	let rendered = 0;
	const sumOf = ({ view, props }: Page, reads: Reads) =>
		hash('sha256', `${view}\n${JSON.stringify(props)}\n${archive.valueOf(reads)}`, 'base64url');
	return {
		async take(page, render) {
			all++;
			const kept = before?.pages.get(page.path);
			if (kept && kept.sum === sumOf(page, kept.reads)) {
				const bytes = before!.bytes.subarray(kept.start, kept.end);
				now.set(page.path, { reads: kept.reads, sum: kept.sum, bytes });
				return bytes;
			}
			rendered++;
			const { result: bytes, reads } = await archive.trace(render);
			if (reads) now.set(page.path, { reads, sum: sumOf(page, reads), bytes });
			return bytes;
		},
		save: () => writeSealed(path, key, formatPages(now)),
		count: () => ({ all, made: rendered }),
	};
}

/** What a file of pages says of them, in JSON on its first line; their bytes follow, one after another. */
type PageLine = readonly [path: string, bytes: number, sum: string, reads: Reads];

function readPages(path: string, key: string) {
	const file = readSealed(path, key);
	if (!file) return undefined;
	const head = file.indexOf('\n');
	const pages = new Map<string, KeptPage>();
	let start = head + 1;
	for (const [page, bytes, sum, reads] of JSON.parse(
		file.toString('utf8', 0, head),
	) as PageLine[]) {
		pages.set(page, { start, end: start + bytes, sum, reads });
		start += bytes;
	}
	return { bytes: file, pages };
}

function formatPages(pages: ReadonlyMap<string, MadePage>): Buffer {
	const lines = Array.from(pages, ([path, { bytes, sum, reads }]): PageLine => [
		path,
		bytes.length,
		sum,
		reads,
	]);
	return Buffer.concat([
		Buffer.from(`${JSON.stringify(lines)}\n`),
		...Array.from(pages.values(), ({ bytes }) => bytes),
	]);
}
