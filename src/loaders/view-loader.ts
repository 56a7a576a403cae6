import type { Loader, LoaderContext } from 'astro/loaders';
import type { ArchiveView } from '../model/view.ts';
import { archiveSource, type ArchiveSource } from './current-archive.ts';

interface Item extends Readonly<Record<string, unknown>> {
	readonly id: string;
}

/**
 * Load one kind of thing of the archive, one entry each. Entries that did not change are not
 * parsed again; in development a change of the content loads them anew.
 */
export function viewLoader(
	name: string,
	select: (archive: ArchiveView) => readonly Item[],
): Loader {
	return {
		name: `offprint:${name}`,
		async load(context) {
			const source = archiveSource();
			const refresh = async () => fill(context, select(await source.read()));
			await refresh();
			watchContent(context, source, refresh);
		},
	};
}

async function fill(context: LoaderContext, items: readonly Item[]): Promise<void> {
	const { store, parseData, generateDigest } = context;
	const stale = new Set(store.keys());
	for (const item of items) {
		stale.delete(item.id);
		const digest = generateDigest({ ...item });
		if (store.get(item.id)?.digest === digest) continue;
		store.set({ id: item.id, data: await parseData({ id: item.id, data: item }), digest });
	}
	for (const id of stale) store.delete(id);
}

// An ingest touches several files at once; one reload is enough.
const settled = 100;

function watchContent(
	{ watcher, logger }: LoaderContext,
	source: ArchiveSource,
	refresh: () => Promise<void>,
): void {
	if (!watcher) return;
	watcher.add(source.folder);
	let timer: NodeJS.Timeout | undefined;
	watcher.on('all', (_event, path) => {
		if (!path.startsWith(source.folder)) return;
		// Every loader forgets at once and reads later, so that the pipeline runs once for all of them.
		source.forget();
		clearTimeout(timer);
		timer = setTimeout(() => {
			refresh().then(
				() => logger.info('Reloaded'),
				(error: unknown) =>
					logger.error(error instanceof Error ? error.message : String(error)),
			);
		}, settled);
	});
}
