import { hash } from 'node:crypto';
import type { ArchiveView } from '../model/view.ts';

/** An archive that knows what is read of it. */
export interface TracedArchive {
	/** The same archive, to read from. */
	readonly archive: ArchiveView;
	/** Run an action, and note what it reads. No two run at once. */
	trace<Result>(action: () => Promise<Result>): Promise<Traced<Result>>;
	/** Note that more is read than is compared: what comes of it is made anew each time. */
	readAll(): void;
	/** A sum of what a read gives, reckoned once however many pages read it. */
	sumOf(read: string): string;
}

/** What came of an action. */
export interface Traced<Result> {
	readonly result: Result;
	/** Absent where it went through all papers, digests, systems or topics, and so read everything. */
	readonly reads: Reads | undefined;
}

/** What was read, as words: `years`, all of `papers k3v9q2x7mf`, or `papers k3v9q2x7mf seen title`. */
export type Reads = readonly string[];

type Entry = Readonly<Record<string, unknown>>;
type Entries = ReadonlyMap<string, Entry>;

const allFields = '*';
const existence = '?';

/**
 * Make an archive that notes which fields of which papers, digests, systems and topics are read, and
 * which of its other parts. As long as they all stay the same, what was made of them does: “verifying
 * traces” in Mokhov, Mitchell and Peyton Jones, “Build Systems à la Carte” (2018).
 */
export function traceArchive(archive: ArchiveView): TracedArchive {
	const all = archive as unknown as Parts;
	let notes: Notes | undefined;
	const parts = new Map(
		Object.entries(all).map(([part, value]) => [
			part,
			value instanceof Map
				? traceMap(value, (id, field) => notes?.note(part, id, field))
				: value,
		]),
	);
	return {
		archive: new Proxy(archive, {
			get(_archive, part: string) {
				if (!(all[part] instanceof Map)) notes?.note(part, '', allFields);
				return parts.get(part);
			},
		}),
		async trace(action) {
			notes = startNotes();
			const own = notes;
			try {
				const result = await action();
				return { result, reads: own.reads() };
			} finally {
				notes = undefined;
			}
		},
		readAll: () => notes?.note(''),
		sumOf: sumsOfReads(all),
	};
}

type Parts = Readonly<Record<string, unknown>>;

interface Notes {
	/** A field of an entry was read; without an id, all entries. */
	note(part: string, id?: string, field?: string): void;
	reads(): Reads | undefined;
}

function startNotes(): Notes {
	const parts = new Map<string, Map<string, Set<string>>>();
	let isWhole = false;
	return {
		note(part, id, field = allFields) {
			if (id === undefined) isWhole = true;
			else entryOf(parts, part, id).add(field);
		},
		reads: () => (isWhole ? undefined : Array.from(parts, formatReads).flat()),
	};
}

function entryOf(
	parts: Map<string, Map<string, Set<string>>>,
	part: string,
	id: string,
): Set<string> {
	let entries = parts.get(part);
	if (!entries) parts.set(part, (entries = new Map()));
	let fields = entries.get(id);
	if (!fields) entries.set(id, (fields = new Set()));
	return fields;
}

function formatReads([part, entries]: readonly [string, Map<string, Set<string>>]): string[] {
	return Array.from(entries, ([id, fields]) => {
		// In one order, so that pages that read the same have it in common.
		const named = fields.has(allFields) ? [] : [...fields].sort();
		return [part, ...(id === '' ? [] : [id]), ...named].join(' ');
	});
}

/** Gives the sums of what reads give, of the parts of an archive. */
function sumsOfReads(all: Parts): TracedArchive['sumOf'] {
	const valueOf = (read: string) => {
		const [part = '', id, ...fields] = read.split(' ');
		if (id === undefined) return all[part];
		const entry = (all[part] as Entries | undefined)?.get(id);
		if (fields.length === 0) return entry;
		return fields.map((field) => (field === existence ? entry !== undefined : entry?.[field]));
	};
	const sums = new Map<string, string>();
	return (read) => {
		let sum = sums.get(read);
		if (sum === undefined) {
			sum = hash('sha256', JSON.stringify(valueOf(read)) ?? '', 'base64url');
			sums.set(read, sum);
		}
		return sum;
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
