import type { Piece } from './kept-bytes.ts';
import { fieldsOf, type Fields } from './read-fields.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import type { Read, TracedArchive } from './traced-archive.ts';

/** What a page was made of, and where what was made lies. */
export interface KeptPage {
	/** Of its component and its properties. */
	readonly own: string;
	/** What was read. */
	readonly reads: readonly Read[];
	readonly piece: Piece;
}

/** Pages by their paths, what they read, and by its number the sum of what each read gave. */
export interface KeptFile {
	readonly reads: readonly Read[];
	readonly sums: readonly string[];
	readonly pages: ReadonlyMap<string, KeptPage>;
}

/** What a file of pages says in JSON; the bytes of pages are in another. */
interface PagesFile {
	/** Those that were read together: few, of however many entries. */
	readonly fields: readonly (readonly string[])[];
	/** What was read of, by name, and of it the numbers of fields, with a sum of what they gave. */
	readonly sources: readonly (readonly [
		name: string,
		reads: readonly (readonly [fields: number, sum: string])[],
	])[];
	/** Each with the places of its reads among all of them. */
	readonly pages: readonly (readonly [
		path: string,
		page: Omit<KeptPage, 'reads'> & { readonly reads: readonly number[] },
	])[];
}

/** The pages of a file; none where it is missing, damaged, or was made by other code. */
export function readKeptPages(
	path: string,
	key: string,
	{ sourceOf, readOf }: TracedArchive,
): KeptFile {
	const reads: Read[] = [];
	const sums: string[] = [];
	const bytes = readSealed(path, key);
	if (!bytes) return { reads, sums, pages: new Map() };
	const file: PagesFile = JSON.parse(String(bytes));
	const fields = file.fields.map(fieldsOf);
	for (const [name, ofSource] of file.sources) {
		const source = sourceOf(name);
		for (const [number, sum] of ofSource) {
			const read = readOf(source, fields[number]!);
			reads.push(read);
			sums[read.number] = sum;
		}
	}
	const pages = file.pages.map(
		([name, page]) =>
			[name, { ...page, reads: page.reads.map((place) => reads[place]!) }] as const,
	);
	return { reads, sums, pages: new Map(pages) };
}

/** Write pages, and what they read with its sums, into a file. */
export function writeKeptPages(
	path: string,
	key: string,
	pages: ReadonlyMap<string, KeptPage>,
	sumOf: (read: Read) => string,
): void {
	const used: Read[] = [];
	for (const { reads } of pages.values()) for (const read of reads) used[read.number] = read;
	const fields = new Map<Fields, number>();
	const places: number[] = [];
	let end = 0;
	const ofSource = Map.groupBy(Object.values(used), ({ source }) => source);
	const sources = Array.from(ofSource, ([{ name }, reads]) => {
		const sums = reads.map((read) => {
			places[read.number] = end++;
			const number = fields.get(read.fields) ?? fields.size;
			fields.set(read.fields, number);
			return [number, sumOf(read)] as const;
		});
		return [name, sums] as const;
	});
	const lines = Array.from(pages, ([name, page]) => {
		const reads = page.reads.map(({ number }) => places[number]!);
		return [name, { ...page, reads }] as const;
	});
	const names = Array.from(fields.keys(), (some) => some.names);
	const file: PagesFile = { fields: names, sources, pages: lines };
	writeSealed(path, key, JSON.stringify(file));
}
