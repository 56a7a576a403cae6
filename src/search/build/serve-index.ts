import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Connect } from 'vite';
import type { ArchiveSource } from '../../loaders/current-archive.ts';
import { address } from '../../model/address.ts';
import type { ArchiveView } from '../../model/view.ts';
import { writeIndex } from './write-index.ts';

/**
 * Serve the index in development, under the site's path (`/repo/`). It is made when a search first
 * asks for it, and anew when one follows a change of the content.
 */
export function serveIndex(
	source: Pick<ArchiveSource, 'read'>,
	folder: string,
	base: string,
): Connect.NextHandleFunction {
	const prefix = base.replace(trailingSlashRe, '') + address.index;
	const write = createWriter(source, folder);
	return (request, response, next) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (!pathname.startsWith(prefix)) return next();
		const file = join(folder, normalize(`/${pathname.slice(prefix.length)}`));
		const type = file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
		write()
			.then(() => readFile(file))
			.then((body) => response.setHeader('content-type', type).end(body), next);
	};
}

// `/repo/`
const trailingSlashRe = /\/$/;

/** Writes the index of the archive as it is, unless it was the last one written. */
function createWriter(source: Pick<ArchiveSource, 'read'>, folder: string): () => Promise<void> {
	let written: Promise<ArchiveView> | undefined;
	let work = Promise.resolve();
	return () => {
		const archive = source.read();
		if (archive !== written) {
			written = archive;
			// One after another: they write into the same folder.
			const before = work.catch(() => {});
			work = Promise.all([archive, before]).then(([{ papers }]) =>
				writeIndex([...papers.values()], folder),
			);
		}
		return work;
	};
}
