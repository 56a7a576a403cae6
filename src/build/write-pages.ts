import { setImmediate } from 'node:timers/promises';
import type { Page } from './views.ts';

// Often enough for what else the process has to do, such as drawing cards.
const breath = 16;

/** Gives the bytes of a page for a file: those that were kept, or what `render` makes; nothing where the file is there. */
export type TakePage = (
	page: Page,
	file: string,
	render: () => Promise<Buffer>,
) => Promise<Buffer | undefined>;

/** What files are written with. */
export interface PageWriter {
	write(file: string, bytes: Buffer): void;
	/** Have a file left as it is there. */
	leave(file: string): void;
}

/**
 * Have each page written into its file, by its path from the root of the site; `onPage` is told how many
 * are done. Rejects when a page throws, or answers with anything but itself.
 */
export async function writePages(
	pages: readonly Page[],
	writer: PageWriter,
	take: TakePage,
	onPage: (done: number) => void,
): Promise<void> {
	const made = new Set<string>();
	for (const [index, page] of pages.entries()) {
		const file = fileOf(page.path);
		if (made.has(file)) throw new Error(`Two pages want to be ${page.path}`);
		made.add(file);
		const bytes = await take(page, file, () => renderPage(page));
		if (bytes) writer.write(file, bytes);
		else writer.leave(file);
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
