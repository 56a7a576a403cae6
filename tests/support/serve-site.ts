import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.xml': 'application/xml',
	'.txt': 'text/plain; charset=utf-8',
};

/** Where the server has axe, outside every site. */
export const axePath = '/.tests/axe.min.js';
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A site that is served, until it is closed. */
export interface ServedSite {
	/** Address of the home page, with the base path. */
	readonly url: string;
	close(): Promise<void>;
}

/**
 * Serve a built site under a base path as GitHub Pages would: text gzipped, `404.html` for what is not there. The
 * port is any that is free, unless a site is to be where another was.
 */
export async function serveSite(folder: string, base = '/', place = 0): Promise<ServedSite> {
	const server = createServer(async (request, response) => {
		const path = decodeURIComponent(new URL(request.url!, 'http://site').pathname);
		const found = await find(folder, base, path);
		const file = found ?? join(folder, '404.html');
		const type = types[extname(file)];
		const { etag, body } = await answerOf(file, type !== undefined);
		response.writeHead(found ? 200 : 404, {
			etag,
			'content-type': type ?? 'application/octet-stream',
			...(type && { 'content-encoding': 'gzip' }),
		});
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(place, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}${base}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

const answers = new Map<string, Promise<Answer>>();

interface Answer {
	readonly etag: string;
	readonly body: Buffer;
}

/** A file as it is sent, packed once as long as nobody writes it. */
async function answerOf(file: string, isPacked: boolean): Promise<Answer> {
	const { mtimeMs, size } = await stat(file);
	const key = `${file} ${mtimeMs} ${size}`;
	const answer = answers.get(key) ?? pack(file, isPacked);
	answers.set(key, answer);
	return answer;
}

async function pack(file: string, isPacked: boolean): Promise<Answer> {
	const body = await readFile(file);
	const sum = createHash('sha256').update(body).digest('hex').slice(0, 16);
	return { etag: `"${sum}"`, body: isPacked ? await compress(body) : body };
}

async function find(folder: string, base: string, path: string): Promise<string | undefined> {
	if (path === axePath) return axeFile;
	if (!path.startsWith(base)) return undefined;
	const file = join(
		folder,
		normalize(`/${path.slice(base.length)}`),
		path === base || path.endsWith('/') ? 'index.html' : '',
	);
	const isFile = await stat(file).then(
		(stats) => stats.isFile(),
		() => false,
	);
	return isFile ? file : undefined;
}
