import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
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
	{ prepare, expected = /(?!)/, base = '/repo/', ...options }: VisitOptions = {},
): Promise<void> {
	const site = await serveToySite(base);
	const { context, forget } = await lastingContext(options);
	const faults = watchContext(context, site);
	try {
		const page = await context.newPage();
		await prepare?.(page);
		await page.goto(site.url + path);
		await work(page);
		expect(faults.filter((fault) => !expected.test(fault))).toEqual([]);
	} finally {
		await forget(new URL(site.url).origin);
	}
}

/** A page for visits one after another. They must store nothing, nor mind what others left. */
export async function openPage({
	base = '/repo/',
	...options
}: Omit<VisitOptions, 'prepare' | 'expected'> = {}): Promise<WatchedPage> {
	const site = await serveToySite(base);
	const context = await openContext(options);
	const faults = watchContext(context, site);
	const page = await context.newPage();
	return { page, faults, home: site.url, close: () => context.close() };
}

async function openContext(options: BrowserContextOptions): Promise<BrowserContext> {
	// A page that moves on its own is not waited for, and no transition is cut short.
	const context = await (await openBrowser()).newContext({ reducedMotion: 'reduce', ...options });
	// Long enough for a machine with other things to do; a failure still names the step that hangs.
	context.setDefaultTimeout(120_000);
	return context;
}

/** A context for one visit after another. */
interface LastingContext {
	readonly context: BrowserContext;
	/** Closes what a visit opened, stops watching it, and forgets what it stored of an origin. */
	forget(origin: string): Promise<void>;
}

const lasting = new Map<string, Promise<LastingContext>>();

/** The context of this worker for pages that are opened in one way. */
function lastingContext(options: BrowserContextOptions): Promise<LastingContext> {
	const key = JSON.stringify(options);
	const known = lasting.get(key) ?? openLastingContext(options);
	lasting.set(key, known);
	return known;
}

/** A blank page of it stays open, and with it the process that draws its pages: to start one takes half of a visit. */
async function openLastingContext(options: BrowserContextOptions): Promise<LastingContext> {
	const context = await openContext(options);
	const blank = await context.newPage();
	const session = await context.newCDPSession(blank);
	return {
		context,
		async forget(origin) {
			for (const event of watched) context.removeAllListeners(event);
			const opened = context.pages().filter((page) => page !== blank);
			await Promise.all(opened.map((page) => page.close()));
			await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
		},
	};
}

const watched = ['dialog', 'weberror', 'console', 'request'] as const;

/** What goes wrong from now on: errors, dialogs, and requests to another host than a site's. */
function watchContext(context: BrowserContext, site: ServedSite): string[] {
	const faults: string[] = [];
	const own = ['blob:', site.url, new URL(axePath, site.url).href];
	context.on('dialog', (dialog) => {
		faults.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	context.on('weberror', (error) => faults.push(error.error().message));
	context.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	context.on('request', (request) => {
		if (!own.some((start) => request.url().startsWith(start))) faults.push(request.url());
	});
	return faults;
}
