import { setImmediate } from 'node:timers/promises';
import type { Page } from './views.ts';

// Often enough for what else the process has to do, such as drawing cards.
const breath = 16;

/** Gives the bytes of a page: those that were kept, or what `render` makes. */
export type TakePage = (page: Page, render: () => Promise<Buffer>) => Promise<Buffer>;

/**
 * Have each page written into its file, by its path from the root of the site; `onPage` is told how many
 * are done. Rejects when a page throws, or answers with anything but itself.
 */
export async function writePages(
	pages: readonly Page[],
	write: (file: string, bytes: Buffer) => void,
	take: TakePage,
	onPage: (done: number) => void,
): Promise<void> {
	const made = new Set<string>();
	for (const [index, page] of pages.entries()) {
		const file = fileOf(page.path);
		if (made.has(file)) throw new Error(`Two pages want to be ${page.path}`);
		made.add(file);
		write(file, await take(page, () => renderPage(page)));
		onPage(index + 1);
		if (index % breath === 0) await setImmediate();
	}
}

async function renderPage({ path, render }: Page): Promise<Buffer> {
	const made = await render();
	if (typeof made === 'string') return Buffer.from(made);
	if (made.status !== 200)
		throw new Error(`${path} answers with ${made.status}: ${await made.text()}`);
	return Buffer.from(await made.arrayBuffer());
}

const notFound = '/404/';

/** Where the host looks for a page: `/papers/` is `/papers/index.html`. */
function fileOf(path: string): string {
	if (path === notFound) return '/404.html';
	return path.endsWith('/') ? `${path}index.html` : path;
}
