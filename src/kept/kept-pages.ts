import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '../build/views.ts';
import type { SiteAddress } from '../build/offprint-config.ts';
import type { Sums } from '../check/sums.ts';
import { openBytes, type KeptBytes, type Piece } from './kept-bytes.ts';
import { keptFolder } from './kept-folder.ts';
import type { Count } from './kept-results.ts';
import { lentPaths } from './lent.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import type { TracedArchive } from './traced-archive.ts';

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

/** What a page was made of, and where what was made lies. */
interface KeptPage {
	/** Of its component and its properties. */
	readonly own: string;
	/** Numbers of what was read. */
	readonly reads: readonly number[];
	readonly piece: Piece;
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
				takeLent(lent, own, page.path, sum);
			if (taken) {
				now.set(page.path, taken.page);
				return taken.bytes;
			}
			rendered++;
			const made = await archive.trace(render);
			if (made.reads) {
				const piece = own.bytes.add(made.result);
				const reads = made.reads.map(own.reads.numberOf);
				now.set(page.path, { own: sum, reads, piece });
			}
			return made.result;
		},
		save() {
			for (const { bytes } of lent) bytes.close();
			own.bytes.save();
			writeSealed(path, place.key, formatPages(now, own.reads.nameOf, archive));
		},
		count: () => ({ all, made: rendered }),
	};
}

/** The pages of a file, with what they read and their bytes. */
interface Shelf {
	readonly pages: KeptFile['pages'];
	readonly reads: ReturnType<typeof readsSince>;
	readonly bytes: KeptBytes;
}

function openShelf(path: string, key: string, archive: TracedArchive): Shelf {
	const file = readPages(path, key);
	const pieces = Array.from(file.pages.values(), ({ piece }) => piece);
	const bytes = openBytes(`${path}.bytes`, pieces);
	return { pages: file.pages, reads: readsSince(file, archive), bytes };
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
	own: Shelf,
	path: string,
	sum: string,
): TakenPage | undefined {
	for (const shelf of lent) {
		const page = findPage(shelf, path, sum);
		const bytes = page && shelf.bytes.read(page.piece);
		if (!page || !bytes) continue;
		const reads = page.reads.map((read) => own.reads.numberOf(shelf.reads.nameOf(read)));
		return { page: { own: sum, reads, piece: own.bytes.add(bytes) }, bytes };
	}
	return undefined;
}

function findPage({ pages, reads }: Shelf, path: string, sum: string): KeptPage | undefined {
	const page = pages.get(path);
	return page?.own === sum && page.reads.every(reads.isAsBefore) ? page : undefined;
}

function pathOf({ root, content, address: { site, base } }: PagesPlace): string {
	return join(keptFolder(root, content), `pages-${hash('sha256', site + base).slice(0, 8)}`);
}

function ownSum({ view, props }: Page): string {
	return hash('sha256', `${view}\n${JSON.stringify(props)}`, 'base64url');
}

/** Numbers what is read, and tells whether it gives what it gave before; most reads are of many pages. */
function readsSince({ sums }: KeptFile, archive: TracedArchive) {
	const names = sums.map(([read]) => read);
	const numbers = new Map(names.map((read, number) => [read, number]));
	const known: boolean[] = [];
	return {
		isAsBefore: (number: number) =>
			(known[number] ??= sums[number]![1] === archive.sumOf(names[number]!)),
		numberOf(read: string) {
			let number = numbers.get(read);
			if (number === undefined) numbers.set(read, (number = names.push(read) - 1));
			return number;
		},
		nameOf: (number: number) => names[number]!,
	};
}

/** Pages by their paths, and the sum of what each read gave, by its number. */
interface KeptFile {
	readonly sums: readonly (readonly [read: string, sum: string])[];
	readonly pages: ReadonlyMap<string, KeptPage>;
}

/** What a file of pages says in JSON; their bytes are in another. */
interface PagesFile extends Pick<KeptFile, 'sums'> {
	readonly pages: readonly (readonly [path: string, page: KeptPage])[];
}

function readPages(path: string, key: string): KeptFile {
	const file = readSealed(path, key);
	const { sums, pages }: PagesFile = file ? JSON.parse(String(file)) : { sums: [], pages: [] };
	return { sums, pages: new Map(pages) };
}

/** Only what these pages read has a number in the file. */
function formatPages(
	pages: ReadonlyMap<string, KeptPage>,
	nameOf: (number: number) => string,
	archive: TracedArchive,
): string {
	const numbers = new Map<number, number>();
	const numberOf = (read: number) => {
		const number = numbers.get(read) ?? numbers.size;
		numbers.set(read, number);
		return number;
	};
	const lines = Array.from(
		pages,
		([path, page]) => [path, { ...page, reads: page.reads.map(numberOf) }] as const,
	);
	const sums = Array.from(numbers.keys(), (read) => {
		const name = nameOf(read);
		return [name, archive.sumOf(name)] as const;
	});
	return JSON.stringify({ sums, pages: lines } satisfies PagesFile);
}
