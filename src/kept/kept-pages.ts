import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '../build/views.ts';
import type { SiteAddress } from '../build/offprint-config.ts';
import { keptFolder } from './kept-folder.ts';
import type { Count } from './kept-results.ts';
import { readLent } from './lent.ts';
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
	/** Of its component and its properties. */
	readonly own: string;
	readonly reads: Reads;
}

interface MadePage extends Origin {
	readonly bytes: Buffer;
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
	const files = [readSealed(path, key) ?? [], ...readLent(path, key)].flat();
	const finders = files.map((file) => pageFinder(parsePages(file), archive));
	const now = new Map<string, MadePage>();
	let all = 0;
	let rendered = 0;
	return {
		async take(page, render) {
			all++;
			const own = ownSum(page);
			const kept = firstFound(finders, page.path, own);
			if (kept) {
				now.set(page.path, kept);
				return kept.bytes;
			}
			rendered++;
			const { result: bytes, reads } = await archive.trace(render);
			if (reads) now.set(page.path, { own, reads, bytes });
			return bytes;
		},
		save: () => writeSealed(path, key, formatPages(now, archive)),
		count: () => ({ all, made: rendered }),
	};
}

function ownSum({ view, props }: Page): string {
	return hash('sha256', `${view}\n${JSON.stringify(props)}`, 'base64url');
}

/** Finds a page in a file if nothing changed that it was made of. */
type Finder = (path: string, own: string) => MadePage | undefined;

function pageFinder(file: KeptFile, archive: TracedArchive): Finder {
	const isAsRead = changeFinder(file, archive);
	return (path, own) => {
		const kept = file.pages.get(path);
		return kept?.own === own && kept.reads.every(isAsRead) ? kept : undefined;
	};
}

function firstFound(finders: readonly Finder[], path: string, own: string): MadePage | undefined {
	for (const find of finders) {
		const found = find(path, own);
		if (found) return found;
	}
	return undefined;
}

/** Tells whether a read gives what it gave before; most are of many pages. */
function changeFinder({ sums }: KeptFile, archive: TracedArchive): (read: string) => boolean {
	const known = new Map<string, boolean>();
	return (read) => {
		let isSame = known.get(read);
		if (isSame === undefined)
			known.set(read, (isSame = sums.get(read) === archive.sumOf(read)));
		return isSame;
	};
}

/** Pages by their paths, and the sum of what each read gave. */
interface KeptFile {
	readonly sums: ReadonlyMap<string, string>;
	readonly pages: ReadonlyMap<string, MadePage>;
}

/** What the first line of a file of pages says, in JSON; the bytes of the pages follow, one after another. */
interface Head {
	readonly sums: readonly (readonly [read: string, sum: string])[];
	readonly pages: readonly PageLine[];
}

/** The reads of a page are numbers of sums. */
type PageLine = readonly [path: string, bytes: number, own: string, reads: readonly number[]];

function parsePages(file: Buffer): KeptFile {
	const end = file.indexOf('\n');
	const head: Head = JSON.parse(file.toString('utf8', 0, end));
	let start = end + 1;
	const pages = head.pages.map(([page, length, own, numbers]) => {
		const reads = numbers.map((number) => head.sums[number]![0]);
		const bytes = file.subarray(start, (start += length));
		return [page, { own, reads, bytes }] as const;
	});
	return { sums: new Map(head.sums), pages: new Map(pages) };
}

function formatPages(pages: ReadonlyMap<string, MadePage>, archive: TracedArchive): Uint8Array[] {
	const numbers = new Map<string, number>();
	const numberOf = (read: string) => {
		const number = numbers.get(read) ?? numbers.size;
		numbers.set(read, number);
		return number;
	};
	const lines = Array.from(pages, ([path, { bytes, own, reads }]): PageLine => [
		path,
		bytes.length,
		own,
		reads.map(numberOf),
	]);
	const sums = Array.from(numbers.keys(), (read) => [read, archive.sumOf(read)] as const);
	return [
		Buffer.from(`${JSON.stringify({ sums, pages: lines } satisfies Head)}\n`),
		...Array.from(pages.values(), ({ bytes }) => bytes),
	];
}
