import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Page } from './views.ts';

// Often enough for what else the process has to do, such as feeding the index.
const breath = 16;

/** Gives the bytes of a page: those that were kept, or what `render` makes. */
export type TakePage = (page: Page, render: () => Promise<Buffer>) => Promise<Buffer>;

/**
 * Put each page into its file below `folder`; `onPage` is told how many are done. Rejects when a page
 * throws, or answers with anything but itself.
 */
export async function writePages(
	pages: readonly Page[],
	folder: string,
	take: TakePage,
	onPage: (done: number) => void,
): Promise<void> {
	const made = new Set<string>();
	for (const [index, page] of pages.entries()) {
		const file = join(folder, fileOf(page.path));
		if (made.has(file)) throw new Error(`Two pages want to be ${page.path}`);
		made.add(file);
		const bytes = await take(page, () => renderPage(page));
		// At this size asking the disk at once takes half the time of waiting for it.
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, bytes);
		onPage(index + 1);
		if (index % breath === 0) await setImmediate();
	}
}

async function renderPage({ path, render }: Page): Promise<Buffer> {
	const response = await render();
	if (response.status !== (path === notFound ? 404 : 200))
		throw new Error(`${path} answers with ${response.status}: ${await response.text()}`);
	return Buffer.from(await response.arrayBuffer());
}

const notFound = '/404/';

/** Where the host looks for a page: `/papers/` is `/papers/index.html`. */
function fileOf(path: string): string {
	if (path === notFound) return '/404.html';
	return path.endsWith('/') ? `${path}index.html` : path;
}
