import type { Connect } from 'vite';
import type { ArchiveSource } from '../loaders/current-archive.ts';
import { dataFiles } from './data-files.ts';

/** Serve the archive as data in development, under the site's path (`/repo/`). */
export function serveData(
	source: Pick<ArchiveSource, 'read'>,
	base: string,
): Connect.NextHandleFunction {
	const prefix = base.replace(/\/$/, '');
	return (request, response, next) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (!pathname.startsWith(`${prefix}/data/`)) return next();
		source.read().then((archive) => {
			const text = dataFiles(archive).get(pathname.slice(prefix.length));
			if (text === undefined) return next();
			response.setHeader('content-type', 'application/jsonl; charset=utf-8');
			response.end(text);
		}, next);
	};
}
