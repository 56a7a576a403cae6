import { hash } from 'node:crypto';
import type { ArchiveView } from '../model/view.ts';
import { allFields, noFields, withField, type Fields } from './read-fields.ts';

/** An archive that knows what is read of it. */
export interface TracedArchive {
	/** The same archive, to read from. */
	readonly archive: ArchiveView;
	/** Run an action, and note what it reads. No two run at once. */
	trace<Result>(action: () => Promise<Result>): Promise<Traced<Result>>;
	/** Note that more is read than is compared: what comes of it is made anew each time. */
	readAll(): void;
	/** What is read of by a name, such as `papers k3v9q2x7mf`. */
	sourceOf(name: string): Source;
	/** The read of some fields: the same one for all that read the same. */
	readOf(source: Source, fields: Fields): Read;
	/** A sum of what a read gives, reckoned once however many read it. */
	sumOf(read: Read): string;
}

/** What came of an action. */
export interface Traced<Result> {
	readonly result: Result;
	/** Absent where it went through all papers, digests, systems or topics, and so read everything. */
	readonly reads: readonly Read[] | undefined;
}

/** Some fields of something, as they were read. */
export interface Read {
	/** Its place among those of the archive. */
	readonly number: number;
	readonly source: Source;
	readonly fields: Fields;
}

/** What can be read of: an entry, which need not be there, or a part of an archive that has none. */
export interface Source {
	/** `papers k3v9q2x7mf`, or `years`. */
	readonly name: string;
	readonly value: unknown;
	readonly reads: Read[];
	/** The value to read from, once it was. */
	traced?: Entry;
	/** Who noted it last, and what was read of it. */
	notes?: Notes;
	fields?: Fields;
}

type Entry = Readonly<Record<string, unknown>>;
type Entries = ReadonlyMap<string, Entry>;
type Parts = Readonly<Record<string, unknown>>;

interface Notes {
	readonly sources: Source[];
	isWhole: boolean;
}

/**
 * Make an archive that notes which fields of which papers, digests, systems and topics are read, and
 * which of its other parts. As long as they all stay the same, what was made of them does: “verifying
 * traces” in Mokhov, Mitchell and Peyton Jones, “Build Systems à la Carte” (2018).
 */
export function traceArchive(archive: ArchiveView): TracedArchive {
	const parts = archive as unknown as Parts;
	const { readOf, sumOf } = openReads();
	const { note, readAll, trace } = openNotes(readOf);
	const tracing = { note, readAll, traceEntry: entryTracer(note) };
	const sources = sourcesOf(parts);
	const maps = new Map(
		Object.entries(parts).flatMap(([part, entries]) =>
			entries instanceof Map
				? [[part, traceMap(entries, sources(part), tracing)] as const]
				: [],
		),
	);
	return {
		archive: new Proxy(archive, {
			get(_archive, part: string) {
				const map = maps.get(part);
				if (!map) note(sources(part)(''), allFields);
				return map ?? parts[part];
			},
		}),
		trace,
		readAll,
		sourceOf(name) {
			const [part = '', id = ''] = name.split(' ');
			return sources(part)(id);
		},
		readOf,
		sumOf,
	};
}

/** Gives what can be read of an archive, by part and id; a part that is no map has none. */
function sourcesOf(parts: Parts): (part: string) => (id: string) => Source {
	const known = new Map<string, Map<string, Source>>();
	return (part) => {
		const sources = known.get(part) ?? new Map<string, Source>();
		known.set(part, sources);
		const all = parts[part];
		return (id) => {
			let source = sources.get(id);
			if (!source) {
				const name = id === '' ? part : `${part} ${id}`;
				const value = id === '' ? all : (all as Entries | undefined)?.get(id);
				sources.set(id, (source = { name, value, reads: [] }));
			}
			return source;
		};
	};
}

/** Numbers reads, and sums up what they give. */
function openReads(): Pick<TracedArchive, 'readOf' | 'sumOf'> {
	const sums: string[] = [];
	let count = 0;
	return {
		readOf(source, fields) {
			let read = source.reads.find((one) => one.fields === fields);
			if (!read) source.reads.push((read = { number: count++, source, fields }));
			return read;
		},
		sumOf: (read) =>
			(sums[read.number] ??= hash(
				'sha256',
				JSON.stringify(valueOf(read)) ?? '',
				'base64url',
			)),
	};
}

function valueOf({ source: { value }, fields: { names } }: Read): unknown {
	if (names[0] === allFields) return value;
	const entry = value as Entry | undefined;
	return names.map((name) => (name === existence ? entry !== undefined : entry?.[name]));
}

/** Notes what is read of sources, action by action. */
function openNotes(
	readOf: TracedArchive['readOf'],
): Pick<TracedArchive, 'trace' | 'readAll'> & { readonly note: Note } {
	let notes: Notes | undefined;
	return {
		note(source, field) {
			if (!notes) return;
			if (source.notes !== notes) {
				notes.sources.push(source);
				source.notes = notes;
				source.fields = noFields;
			}
			source.fields = withField(source.fields!, field);
		},
		readAll() {
			if (notes) notes.isWhole = true;
		},
		async trace(action) {
			const own: Notes = { sources: [], isWhole: false };
			notes = own;
			try {
				const result = await action();
				const reads = own.sources.map((source) => readOf(source, source.fields!));
				return { result, reads: own.isWhole ? undefined : reads };
			} finally {
				notes = undefined;
			}
		},
	};
}

/** Told of what is read of something: a field, or all of it. */
type Note = (source: Source, field: string) => void;

/** What tells of reads, and makes what does. */
interface Tracing {
	readonly note: Note;
	readonly readAll: () => void;
	readonly traceEntry: (source: Source) => Entry;
}

const existence = '?';

/** A map that tells of each entry it is asked for, and of it where it is read as a whole. */
function traceMap(
	entries: Entries,
	sourceOf: (id: string) => Source,
	{ note, traceEntry, readAll }: Tracing,
): Entries {
	const look = (id: string) => {
		const source = sourceOf(id);
		note(source, existence);
		return source;
	};
	const whole = <Result>(result: () => Result): Result => {
		readAll();
		return result();
	};
	return {
		get(id) {
			const source = look(id);
			return source.value ? (source.traced ??= traceEntry(source)) : undefined;
		},
		has: (id) => look(id).value !== undefined,
		get size() {
			return whole(() => entries.size);
		},
		forEach: (action) => whole(() => entries.forEach(action)),
		keys: () => whole(() => entries.keys()),
		values: () => whole(() => entries.values()),
		entries: () => whole(() => entries.entries()),
		[Symbol.iterator]: () => whole(() => entries[Symbol.iterator]()),
	};
}

/** Makes entries that tell of each of their fields that is read. One handler serves all, of which there are many. */
function entryTracer(note: Note): (source: Source) => Entry {
	const entryOf = ({ value }: Source) => value as Entry;
	const handler: ProxyHandler<Source> = {
		get(source, field) {
			if (typeof field === 'string') note(source, field);
			return entryOf(source)[field as string];
		},
		has(source, field) {
			note(source, allFields);
			return field in entryOf(source);
		},
		ownKeys(source) {
			note(source, allFields);
			return Reflect.ownKeys(entryOf(source));
		},
		getOwnPropertyDescriptor(source, field) {
			note(source, allFields);
			const own = Reflect.getOwnPropertyDescriptor(entryOf(source), field);
			// What is not the source's own may not be fixed.
			return own && { ...own, configurable: true };
		},
	};
	return (source) => new Proxy(source, handler) as unknown as Entry;
}
