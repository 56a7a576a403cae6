import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { axePath, serveSite, type ServedSite } from './serve-site.ts';

let browser: Promise<Browser> | undefined;

/** The browser of this worker. It ends with it. */
export function openBrowser(): Promise<Browser> {
	return (browser ??= launchBrowser());
}

const sites = new Map<string, Promise<ServedSite>>();

const folders = { '/': 'site', '/repo/': 'repoSite', '/de/': 'germanSite' } as const;

/** Under which a site of the toy archive lies; the one below `/de/` is in German. */
type Base = keyof typeof folders;

/** The toy archive's site, served as long as this worker lives. */
export function serveToySite(base: Base = '/repo/'): Promise<ServedSite> {
	const site = sites.get(base) ?? serveSite(inject(folders[base]), base);
	sites.set(base, site);
	return site;
}

/** How a page is opened. */
export interface VisitOptions extends BrowserContextOptions {
	readonly base?: Base;
	/** What is done before the page is fetched. */
	readonly prepare?: (page: Page) => Promise<unknown>;
	/** A fault that is meant, e.g. that a page is not there. */
	readonly expected?: RegExp;
}

/** A page, and what went wrong with it. */
interface WatchedPage {
	readonly page: Page;
	/** Errors, dialogs, and requests to another host. */
	readonly faults: string[];
	/** Address of the site's home page. */
	readonly home: string;
	close(): Promise<void>;
}

/** Open a page of the toy archive in a browser that has stored nothing, work with it, and expect no error and no request to another host. */
export async function visit(
	path: string,
	work: (page: Page) => Promise<void>,
	{ prepare, expected = /(?!)/, ...options }: VisitOptions = {},
): Promise<void> {
	const { page, faults, home, close } = await openPage(options);
	try {
		await prepare?.(page);
		await page.goto(home + path);
		await work(page);
		expect(faults.filter((fault) => !expected.test(fault))).toEqual([]);
	} finally {
		await close();
	}
}

/** A page for visits one after another, which costs half of one each. They must store nothing, nor mind what others left. */
export async function openPage({
	base = '/repo/',
	...options
}: Omit<VisitOptions, 'prepare' | 'expected'> = {}): Promise<WatchedPage> {
	const site = await serveToySite(base);
	// A page that moves on its own is not waited for, and no transition is cut short.
	const context = await (await openBrowser()).newContext({ reducedMotion: 'reduce', ...options });
	// Long enough for a machine with other things to do; a failure still names the step that hangs.
	context.setDefaultTimeout(120_000);
	const faults: string[] = [];
	context.on('dialog', (dialog) => {
		faults.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	context.on('weberror', (error) => faults.push(error.error().message));
	context.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	context.on('request', (request) => {
		const own = ['blob:', site.url, new URL(axePath, site.url).href];
		if (!own.some((start) => request.url().startsWith(start))) faults.push(request.url());
	});
	const page = await context.newPage();
	return { page, faults, home: site.url, close: () => context.close() };
}
