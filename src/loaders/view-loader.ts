import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError } from '../pipeline.ts';
import type { ArchiveView } from '../model/view.ts';
import { archiveSourceOf } from './archive-source.ts';

interface Item {
	readonly id: string;
	/** Goes to the entry's `Content`, not to its data. */
	readonly html?: string;
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
			const source = archiveSourceOf(context.config);
			const refresh = async () => fill(context, select(await source.read()));
			await refresh();
			watchContent(context, source.folder, () => {
				source.forget();
				return refresh();
			});
		},
	};
}

async function fill(context: LoaderContext, items: readonly Item[]): Promise<void> {
	const { store, parseData, generateDigest } = context;
	const stale = new Set(store.keys());
	for (const item of items) {
		stale.delete(item.id);
		const { html, ...data } = item;
		const digest = generateDigest({ ...item });
		if (store.get(item.id)?.digest === digest) continue;
		store.set({
			id: item.id,
			data: await parseData({ id: item.id, data }),
			digest,
			...(html !== undefined && { rendered: { html } }),
		});
	}
	for (const id of stale) store.delete(id);
}

// An ingest touches several files at once; one reload is enough.
const settled = 100;

function watchContent(
	{ watcher, logger }: LoaderContext,
	folder: string,
	reload: () => Promise<void>,
): void {
	if (!watcher) return;
	watcher.add(folder);
	let timer: NodeJS.Timeout | undefined;
	watcher.on('all', (_event, path) => {
		if (!path.startsWith(folder)) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			reload().then(
				() => logger.info('reloaded'),
				(error: unknown) => logger.error(explain(error)),
			);
		}, settled);
	});
}

function explain(error: unknown): string {
	if (!(error instanceof ContentError))
		return error instanceof Error ? (error.stack ?? error.message) : String(error);
	return error.files.flatMap(({ messages }) => messages.map(String)).join('\n');
}
