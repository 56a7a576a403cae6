import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { ArchiveSource } from './current-archive.ts';

/** What is asked of a development server. */
type Server = Pick<ViteDevServer, 'watcher' | 'hot'>;

// An ingest touches several files at once; one reload is enough.
const settled = 100;

/** Read the archive anew in development when its content changes, and reload the pages that show it. */
export function reloadContent(
	{ watcher, hot }: Server,
	source: ArchiveSource,
	logger: Pick<AstroIntegrationLogger, 'info' | 'error'>,
): void {
	let timer: NodeJS.Timeout | undefined;
	watcher.add(source.folder);
	watcher.on('all', (_event, path) => {
		if (!path.startsWith(source.folder)) return;
		source.forget();
		clearTimeout(timer);
		timer = setTimeout(() => {
			source.read().then(
				() => {
					hot.send({ type: 'full-reload', path: '*' });
					logger.info('Reloaded');
				},
				(error: unknown) =>
					logger.error(error instanceof Error ? error.message : String(error)),
			);
		}, settled);
	});
}
