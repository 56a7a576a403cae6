import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Page } from './views.ts';

// Often enough for what else the process has to do, such as feeding the index.
const breath = 16;

/**
 * Render each page into its file below `folder`; `onPage` is told how many are done. Rejects when a page
 * throws, or answers with anything but itself.
 */
export async function writePages(
	pages: readonly Page[],
	folder: string,
	onPage: (done: number) => void,
): Promise<void> {
	const made = new Set<string>();
	for (const [index, { path, render }] of pages.entries()) {
		const response = await render();
		if (response.status !== (path === notFound ? 404 : 200))
			throw new Error(`${path} answers with ${response.status}: ${await response.text()}`);
		const file = join(folder, fileOf(path));
		if (made.has(file)) throw new Error(`Two pages want to be ${path}`);
		made.add(file);
		// At this size asking the disk at once takes half the time of waiting for it.
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, await response.text());
		onPage(index + 1);
		if (index % breath === 0) await setImmediate();
	}
}

const notFound = '/404/';

/** Where the host looks for a page: `/papers/` is `/papers/index.html`. */
function fileOf(path: string): string {
	if (path === notFound) return '/404.html';
	return path.endsWith('/') ? `${path}index.html` : path;
}
