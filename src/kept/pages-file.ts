import type { Piece } from './kept-bytes.ts';
import { fieldsOf, type Fields } from './read-fields.ts';
import { beginSealed, linesOf, readSealed } from './sealed-file.ts';
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

/** What the first line of a file says in JSON; the bytes of pages are in another. */
interface Head {
	/** Those that were read together: few, of however many entries. */
	readonly fields: readonly (readonly string[])[];
	/** How many lines of sources follow. All others are of pages. */
	readonly sources: number;
}

/** What was read of, by name, and of it the numbers of fields, with a sum of what they gave. */
type SourceLine = readonly [
	name: string,
	reads: readonly (readonly [fields: number, sum: string])[],
];

/** A page, with the places of its reads among all of them. */
type PageLine = readonly [
	path: string,
	page: Omit<KeptPage, 'reads'> & { readonly reads: readonly number[] },
];

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
	const lines = linesOf(bytes);
	const next = <Line>() => JSON.parse(String(lines.next().value)) as Line;
	const head = next<Head>();
	const fields = head.fields.map(fieldsOf);
	for (let count = 0; count < head.sources; count++) {
		const [name, ofSource] = next<SourceLine>();
		const source = sourceOf(name);
		for (const [number, sum] of ofSource) {
			const read = readOf(source, fields[number]!);
			reads.push(read);
			sums[read.number] = sum;
		}
	}
	const pages = new Map<string, KeptPage>();
	for (const line of lines) {
		const [name, page] = JSON.parse(String(line)) as PageLine;
		pages.set(name, { ...page, reads: page.reads.map((place) => reads[place]!) });
	}
	return { reads, sums, pages };
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
	for (const read of Object.values(used))
		if (!fields.has(read.fields)) fields.set(read.fields, fields.size);
	const ofSource = Map.groupBy(Object.values(used), ({ source }) => source);
	const draft = beginSealed(path, key);
	const add = (line: Head | SourceLine | PageLine) =>
		draft.add(Buffer.from(`${JSON.stringify(line)}\n`));
	add({ fields: Array.from(fields.keys(), (some) => some.names), sources: ofSource.size });
	const places: number[] = [];
	let end = 0;
	for (const [{ name }, reads] of ofSource) {
		for (const { number } of reads) places[number] = end++;
		add([name, reads.map((read) => [fields.get(read.fields)!, sumOf(read)])]);
	}
	for (const [name, page] of pages)
		add([name, { ...page, reads: page.reads.map(({ number }) => places[number]!) }]);
	draft.seal();
}
