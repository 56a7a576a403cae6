import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { median } from 'd3-array';
import type { Browser, Page } from 'playwright-core';
import { address } from '../../src/model/address.ts';
import { launchBrowser } from '../../tests/support/launch-browser.ts';
import { serveSite } from '../../tests/support/serve-site.ts';
import type { Fetched, Reading } from './measured.ts';

const usualTries = 9;

/** Measure in Chromium what a site costs its readers. Searches are the last words of titles, from all of the archive. */
export async function measureReading(folder: string, tries = usualTries): Promise<Reading> {
	const queries = spread(await titlesOf(folder), tries + 1).map(lastWords);
	const site = await serveSite(folder);
	const browser = await launchBrowser();
	try {
		const views: Fetched[] = [];
		const first: Fetched[] = [];
		const next: Fetched[] = [];
		for (const [at, query] of queries.slice(1).entries()) {
			views.push(await measureView(browser, site.url));
			const searches = await measureSearches(browser, site.url, query, queries[at]!);
			first.push(searches.first);
			next.push(searches.next);
		}
		return {
			firstView: middleOf(views),
			firstSearch: middleOf(first),
			nextSearch: middleOf(next),
		};
	} finally {
		await browser.close();
		await site.close();
	}
}

async function titlesOf(folder: string): Promise<string[]> {
	const file = createReadStream(join(folder, address.paperData)).pipe(createGunzip());
	const titles: string[] = [];
	for await (const line of createInterface({ input: file }))
		titles.push((JSON.parse(line) as { readonly title: string }).title);
	return titles;
}

/** So many of a list, from all of it; some more than once where there are fewer. */
function spread<Item>(all: readonly Item[], many: number): Item[] {
	return Array.from({ length: many }, (_, at) => all[Math.floor((at * all.length) / many)]!);
}

function lastWords(title: string): string {
	return title.split(' ').slice(-3).join(' ');
}

function measureView(browser: Browser, home: string): Promise<Fetched> {
	return inFreshBrowser(browser, async (page, counted) => {
		await page.goto(home);
		const wall = await secondsUntil(
			page,
			() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
		);
		await page.waitForLoadState('networkidle');
		return { ...counted(), wall };
	});
}

function measureSearches(
	browser: Browser,
	home: string,
	query: string,
	nextQuery: string,
): Promise<{ readonly first: Fetched; readonly next: Fetched }> {
	return inFreshBrowser(browser, async (page, counted) => {
		await page.goto(`${home}search/?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
		const wall = await secondsUntil(page, answered);
		await page.waitForLoadState('networkidle');
		const first = { ...counted(), wall };
		await page.fill('#query', nextQuery);
		const start = await secondsUntil(page, () => performance.now());
		await page.press('#query', 'Enter');
		const nextWall = (await secondsUntil(page, answered)) - start;
		const { bytes, requests } = counted();
		const next = {
			bytes: bytes - first.bytes,
			requests: requests - first.requests,
			wall: nextWall,
		};
		return { first, next };
	});
}

/** When what was asked last is answered. */
function answered(): number | undefined {
	return document.querySelector('#results[aria-busy=false]') ? performance.now() : undefined;
}

/** Wait for a time of the page's own clock, looked for at every frame: what waits for an element looks twice a second. */
async function secondsUntil(page: Page, time: () => number | undefined): Promise<number> {
	const found = await page.waitForFunction(time);
	return (await found.jsonValue())! / 1000;
}

/** Work with a page of a browser that has stored nothing, and is asked now and then what it fetched. */
async function inFreshBrowser<Result>(
	browser: Browser,
	work: (page: Page, counted: () => Omit<Fetched, 'wall'>) => Promise<Result>,
): Promise<Result> {
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		const fetched: number[] = [];
		session.on('Network.loadingFinished', (event) => fetched.push(event.encodedDataLength));
		return await work(page, () => ({
			bytes: fetched.reduce((sum, bytes) => sum + bytes, 0),
			requests: fetched.length,
		}));
	} finally {
		await context.close();
	}
}

function middleOf(tries: readonly Fetched[]): Fetched {
	const middle = (of: (one: Fetched) => number) => median(tries, of)!;
	return {
		bytes: middle((one) => one.bytes),
		requests: middle((one) => one.requests),
		wall: middle((one) => one.wall),
	};
}
