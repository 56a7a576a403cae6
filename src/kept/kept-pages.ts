import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '../build/views.ts';
import type { SiteAddress } from '../build/offprint-config.ts';
import type { Sums } from '../check/sums.ts';
import { openBytes, type KeptBytes } from './kept-bytes.ts';
import { keptFolder } from './kept-folder.ts';
import type { Count } from './kept-results.ts';
import { lentPaths } from './lent.ts';
import { readKeptPages, writeKeptPages, type KeptFile, type KeptPage } from './pages-file.ts';
import { hasAllOf } from './read-fields.ts';
import type { Read, Source, TracedArchive } from './traced-archive.ts';

/** The pages of an earlier build, and those of this one. */
export interface KeptPages {
	/**
	 * The bytes of a page: as kept, where nothing changed that it was made of, else rendered. Nothing where
	 * its file is there as it is to be.
	 */
	take(page: Page, file: string, render: () => Promise<Buffer>): Promise<Buffer | undefined>;
	/** Write the pages of this build for the next one. */
	save(): void;
	/** How many there are, and how many of them were rendered. */
	readonly count: () => Count;
}

/** Where an archive's pages are kept, and what they count by. */
export interface PagesPlace {
	readonly root: string;
	/** The archive's folder. */
	readonly content: string;
	readonly address: SiteAddress;
	/** Of the code that makes them. */
	readonly key: string;
	/** The sums of files that stand where pages are to be. */
	readonly there: Sums;
}

/**
 * Open the pages that were kept of an archive, and those that were lent to it. They count where they are
 * whole, and were made by this code.
 */
export function openPages(place: PagesPlace, archive: TracedArchive): KeptPages {
	const path = pathOf(place);
	const own = openShelf(path, place.key, archive);
	const lent = lentPaths(path).map((other) => openShelf(other, place.key, archive));
	const now = new Map<string, KeptPage>();
	let all = 0;
	let rendered = 0;
	return {
		async take(page, file, render) {
			all++;
			const sum = ownSum(page);
			const taken =
				takeOwn(own, page.path, sum, place.there.get(file)) ??
				takeLent(lent, own.bytes, page.path, sum);
			if (taken) {
				now.set(page.path, taken.page);
				return taken.bytes;
			}
			rendered++;
			const made = await archive.trace(render);
			if (made.reads) {
				const piece = own.bytes.add(made.result);
				now.set(page.path, { own: sum, reads: made.reads, piece });
			}
			return made.result;
		},
		save() {
			for (const { bytes } of lent) bytes.close();
			own.bytes.save();
			writeKeptPages(path, place.key, now, own.since.sumOf);
		},
		count: () => ({ all, made: rendered }),
	};
}

/** The pages of a file, what became of that which they read, and their bytes. */
interface Shelf {
	readonly pages: KeptFile['pages'];
	readonly since: ReturnType<typeof readsSince>;
	readonly bytes: KeptBytes;
}

function openShelf(path: string, key: string, archive: TracedArchive): Shelf {
	const file = readKeptPages(path, key, archive);
	const pieces = Array.from(file.pages.values(), ({ piece }) => piece);
	return {
		pages: file.pages,
		since: readsSince(file, archive),
		bytes: openBytes(`${path}.bytes`, pieces),
	};
}

/** A page, and its bytes where they are not there. */
interface TakenPage {
	readonly page: KeptPage;
	readonly bytes: Buffer | undefined;
}

/** A page of a shelf; nothing where something changed that it was made of, or it is damaged. */
function takeOwn(
	shelf: Shelf,
	path: string,
	sum: string,
	there: string | undefined,
): TakenPage | undefined {
	const page = findPage(shelf, path, sum);
	if (!page) return undefined;
	const isThere = there === page.piece.sum;
	const bytes = isThere ? undefined : shelf.bytes.read(page.piece);
	const piece = shelf.bytes.keep(page.piece);
	return piece && (isThere || bytes) ? { page: { ...page, piece }, bytes } : undefined;
}

/** A page of another shelf, which is put on the own one. */
function takeLent(
	lent: readonly Shelf[],
	own: KeptBytes,
	path: string,
	sum: string,
): TakenPage | undefined {
	for (const shelf of lent) {
		const page = findPage(shelf, path, sum);
		const bytes = page && shelf.bytes.read(page.piece);
		if (!page || !bytes) continue;
		return { page: { ...page, piece: own.add(bytes) }, bytes };
	}
	return undefined;
}

function findPage({ pages, since }: Shelf, path: string, sum: string): KeptPage | undefined {
	const page = pages.get(path);
	return page?.own === sum && page.reads.every(since.isAsBefore) ? page : undefined;
}

function pathOf({ root, content, address: { site, base } }: PagesPlace): string {
	return join(keptFolder(root, content), `pages-${hash('sha256', site + base).slice(0, 8)}`);
}

function ownSum({ view, props }: Page): string {
	return hash('sha256', `${view}\n${JSON.stringify(props)}`, 'base64url');
}

/** Tells whether a read gives what it gave when its sum was kept. Most reads are of many pages. */
function readsSince({ reads, sums }: KeptFile, archive: TracedArchive) {
	const widest = new Map<Source, Read>();
	for (const read of reads) {
		const other = widest.get(read.source);
		if (!other || hasAllOf(read.fields, other.fields)) widest.set(read.source, read);
	}
	const known: boolean[] = [];
	const isSame = (read: Read) =>
		(known[read.number] ??= sums[read.number] === archive.sumOf(read));
	// Where much of an entry is as it was, so is less of it, which then needs no sum.
	const isPartOfSame = (read: Read) => {
		const most = widest.get(read.source)!;
		return hasAllOf(most.fields, read.fields) && isSame(most);
	};
	return {
		isAsBefore: (read: Read) => (known[read.number] ??= isPartOfSame(read) || isSame(read)),
		sumOf: (read: Read) => (known[read.number] ? sums[read.number]! : archive.sumOf(read)),
	};
}
