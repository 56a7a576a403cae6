import type { Connect } from 'vite';
import type { ArchiveSource } from '../loaders/current-archive.ts';
import { dataFiles } from './data-files.ts';

// `/data/digests.jsonl`, `/api/v1/index.json`, `/llms.txt`, and not the page `/data/`.
const dataRe = /^\/(?:(?:data|api)\/.+|llms\.txt)$/;

/** Serve the archive as data in development, under the site's path (`/repo/`). */
export function serveData(
	source: Pick<ArchiveSource, 'read'>,
	base: string,
): Connect.NextHandleFunction {
	const prefix = base.replace(/\/$/, '');
	return (request, response, next) => {
		const { pathname, origin } = new URL(request.url ?? '/', 'http://localhost');
		const path = pathname.slice(prefix.length);
		if (!pathname.startsWith(prefix) || !dataRe.test(path)) return next();
		source.read().then(async (archive) => {
			const content = (await dataFiles(archive, `${origin}${prefix}/`)).get(path);
			if (content === undefined) return next();
			response.setHeader('content-type', 'text/plain; charset=utf-8');
			response.end(content);
		}, next);
	};
}
