import type { ArchiveView } from '../model/view.ts';

/** An archive that knows what is read of it. */
export interface TracedArchive {
	/** The same archive, to read from. */
	readonly archive: ArchiveView;
	/** Run an action, and note what it reads. No two run at once. */
	trace<Result>(action: () => Promise<Result>): Promise<Traced<Result>>;
	/** What these reads give: the same text as long as all of them give the same. */
	valueOf(reads: Reads): string;
}

/** What came of an action. */
export interface Traced<Result> {
	readonly result: Result;
	/** Absent where it went through all papers, digests, systems or topics, and so read everything. */
	readonly reads: Reads | undefined;
}

/** What was read, as words: `years`, all of `papers k3v9q2x7mf`, or `papers k3v9q2x7mf title seen`. */
export type Reads = readonly string[];

type Entry = Readonly<Record<string, unknown>>;
type Entries = ReadonlyMap<string, Entry>;

/** The fields that were read of each entry of each map; of a value that is no map, none. */
type Notes = Map<string, Map<string, Set<string>>>;

// Whoever reads more of an entry is taken to read all of it.
const mostFields = 8;
const allFields = '*';
const existence = '?';

/**
 * Make an archive that notes which fields of which papers, digests, systems and topics are read, and
 * which of its other parts. As long as they all stay the same, what was made of them does: “verifying
 * traces” in Mokhov, Mitchell and Peyton Jones, “Build Systems à la Carte” (2018).
 */
export function traceArchive(archive: ArchiveView): TracedArchive {
	const all = archive as unknown as Readonly<Record<string, unknown>>;
	let notes: Notes | undefined;
	let isWhole = false;
	const note = (part: string, id?: string, field?: string) => {
		if (!notes) return;
		let entries = notes.get(part);
		if (!entries) notes.set(part, (entries = new Map()));
		if (id === undefined) return;
		let fields = entries.get(id);
		if (!fields) entries.set(id, (fields = new Set()));
		if (field !== undefined) fields.add(field);
	};
	const parts = new Map(
		Object.entries(all).map(([part, value]) => [
			part,
			value instanceof Map ? traceMap(value, noteOf(part)) : value,
		]),
	);
	function noteOf(part: string): Note {
		return (id, field) => {
			if (id === undefined) isWhole ||= notes !== undefined;
			else note(part, id, field);
		};
	}
	const texts = new Map<string, string>();
	const textOf = (part: string) => {
		let text = texts.get(part);
		if (text === undefined) texts.set(part, (text = JSON.stringify(all[part]) ?? ''));
		return text;
	};
	return {
		archive: new Proxy(archive, {
			get(_archive, part: string) {
				if (!(all[part] instanceof Map)) note(part);
				return parts.get(part);
			},
		}),
		async trace(action) {
			notes = new Map();
			isWhole = false;
			try {
				const result = await action();
				return { result, reads: isWhole ? undefined : readsOf(notes) };
			} finally {
				notes = undefined;
			}
		},
		valueOf: (reads) =>
			reads
				.map((read) => {
					const [part = '', id, ...fields] = read.split(' ');
					if (id === undefined) return textOf(part);
					const entry = (all[part] as Entries | undefined)?.get(id);
					if (fields.length === 0) return JSON.stringify(entry);
					return JSON.stringify(
						fields.map((field) => (field === existence ? !!entry : entry?.[field])),
					);
				})
				.join('\n'),
	};
}

/** Told of what is read of a map: a field of an entry, all of it, or, without an id, all entries. */
type Note = (id?: string, field?: string) => void;

function traceMap(entries: Entries, note: Note): Entries {
	const proxies = new Map<string, Entry>();
	const get = (id: string) => {
		const entry = entries.get(id);
		note(id, existence);
		if (entry && !proxies.has(id))
			proxies.set(
				id,
				traceEntry(entry, (field) => note(id, field)),
			);
		return proxies.get(id);
	};
	const whole = <Result>(result: () => Result): Result => {
		note();
		return result();
	};
	return {
		get,
		has: (id) => {
			note(id, existence);
			return entries.has(id);
		},
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

function traceEntry(entry: Entry, note: (field: string) => void): Entry {
	return new Proxy(entry, {
		get(_entry, field) {
			if (typeof field === 'string') note(field);
			return entry[field as string];
		},
		has(_entry, field) {
			note(allFields);
			return field in entry;
		},
		ownKeys() {
			note(allFields);
			return Reflect.ownKeys(entry);
		},
	});
}

function readsOf(notes: Notes): Reads {
	return Array.from(notes, ([part, entries]) =>
		entries.size === 0
			? [part]
			: Array.from(entries, ([id, fields]) =>
					fields.has(allFields) || fields.size > mostFields
						? `${part} ${id}`
						: [part, id, ...fields].join(' '),
				),
	).flat();
}
