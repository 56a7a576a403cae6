import { EventEmitter } from 'node:events';
import type { LoaderContext } from 'astro/loaders';
import { provideArchive, type ArchiveSource } from '../../src/loaders/current-archive.ts';

interface StoredEntry {
	readonly id: string;
	readonly data: unknown;
	readonly digest?: string;
}

/** What Astro hands to a loader, in memory, with a record of what the loader did. */
export interface FakeLoaderContext {
	readonly context: LoaderContext;
	/** The store's entries, by id. */
	readonly entries: ReadonlyMap<string, StoredEntry>;
	/** The ids of the entries that were parsed, in turn. */
	readonly parsed: string[];
	/** What was logged. */
	readonly logged: string[];
	/** What the loader asked to be watched. */
	readonly watched: string[];
	/** Say that a file of the disk changed. */
	touch(path: string): void;
}

/** Make a loader's context; only development has a watcher. */
export function fakeLoaderContext(
	source: ArchiveSource,
	{ isDevelopment = false } = {},
): FakeLoaderContext {
	provideArchive(source);
	const entries = new Map<string, StoredEntry>();
	const parsed: string[] = [];
	const logged: string[] = [];
	const watched: string[] = [];
	const watcher = Object.assign(new EventEmitter(), {
		add: (path: string) => watched.push(path),
	});
	const context = {
		collection: 'things',

		store: {
			keys: () => [...entries.keys()],
			get: (id: string) => entries.get(id),
			set: (entry: StoredEntry) => entries.set(entry.id, entry),
			delete: (id: string) => entries.delete(id),
		},
		parseData: async ({ id, data }: { readonly id: string; readonly data: unknown }) => {
			parsed.push(id);
			return data;
		},
		generateDigest: (data: unknown) => JSON.stringify(data),
		logger: {
			info: (text: string) => logged.push(text),
			error: (text: string) => logged.push(text),
		},
		...(isDevelopment && { watcher }),
	} as unknown as LoaderContext;
	const touch = (path: string) => watcher.emit('all', 'change', path);
	return { context, entries, parsed, logged, watched, touch };
}
