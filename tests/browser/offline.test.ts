import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { sharedFolder } from '../support/folders.ts';
import { openBrowser } from '../support/open-browser.ts';
import { runScript } from '../support/run-script.ts';
import { scriptSize } from '../support/script-size.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { isLong } from '../support/sizes.ts';
import { toyFolder, toyPapers } from '../support/toy-archive.ts';

const folder = sharedFolder();
// A browser asks for a worker anew some seconds after a page.
const patience = { timeout: 120_000 };
const visited = `papers/${toyPapers.often}/`;
const unvisited = `papers/${toyPapers.revisedAndBack}/`;

/** Build the toy archive's site with a setting that keeps it for reading offline; gives its folder. */
async function build(name: string, base: string): Promise<string> {
	const [content, out] = [join(folder, `${name}-content`), join(folder, name)];
	await cp(toyFolder, content, { recursive: true });
	await writeFile(join(content, 'site.yaml'), 'offline: true\n');
	const { code, stderr } = await runScript('build', [
		'--content',
		content,
		'--out',
		out,
		'--base',
		base,
		'--site',
		'https://example.org',
	]);
	expect(code, stderr).toBe(0);
	return out;
}

/** What another build of it would be for a worker: other sums, and another page. */
async function asBuiltAnew(site: string, name: string): Promise<string> {
	const out = join(folder, name);
	await cp(site, out, { recursive: true });
	await appendFile(join(out, 'manifest.sha256'), `${'0'.repeat(64)}  ./added.txt\n`);
	const page = join(out, visited, 'index.html');
	const html = await readFile(page, 'utf8');
	await writeFile(page, html.replace('<title>', '<title>Second: '));
	return out;
}

/** A site that goes off the network and comes back, perhaps as another, at the same place. */
async function openHost(base: string) {
	let site: ServedSite | undefined;
	let port = 0;
	return {
		async serve(out: string): Promise<string> {
			site = await serveSite(out, base, port);
			port = Number(new URL(site.url).port);
			return site.url;
		},
		close: () => site!.close(),
	};
}

async function inBrowser(work: (page: Page, context: BrowserContext) => Promise<void>) {
	const context = await (await openBrowser()).newContext({ reducedMotion: 'reduce' });
	context.setDefaultTimeout(120_000);
	const policy: string[] = [];
	context.on('console', (message) => {
		if (message.text().includes('Content Security Policy')) policy.push(message.text());
	});
	try {
		await work(await context.newPage(), context);
		expect(policy).toEqual([]);
	} finally {
		await context.close();
	}
}

/** Open a page, and wait until the worker has what it loaded. */
async function read(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForLoadState('networkidle');
	await expect
		.poll(
			() =>
				page.evaluate(async (address) => {
					const names = await caches.keys();
					const name = names.find((one) => one.endsWith(':pages'));
					return !!name && !!(await (await caches.open(name)).match(address));
				}, url),
			patience,
		)
		.toBe(true);
}

const indexes = (page: Page) =>
	page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(':index:')));

const titles = (page: Page) => page.locator('#results h2').allTextContents();

async function search(page: Page, site: string): Promise<string[]> {
	await page.goto(`${site}search/?q=attention`);
	await page.locator('#results h2').first().waitFor();
	await page.waitForLoadState('networkidle');
	return titles(page);
}

describe('a site whose settings keep it for reading offline', () => {
	let first: string;
	let second: string;
	let atRoot: string;

	beforeAll(async () => {
		first = await build('first', '/repo/');
		second = await asBuiltAnew(first, 'second');
		atRoot = isLong ? await build('root', '/') : '';
	});

	test('passes on the notice of the code that it uses', async () => {
		const worker = await readFile(join(first, 'sw.js'), 'utf8');
		expect(worker).toMatch(/^\/\*!\nCopyright 2018 Google LLC\n/);
	});

	test('has the scripts of a paper within 3 KB, as any other', async () => {
		const html = await readFile(join(first, visited, 'index.html'), 'utf8');
		const scripts = Array.from(html.matchAll(/<script[^>]*src="([^"]+)"/g), ([, src]) => src!);
		expect(scriptSize(first, '/repo/', scripts)).toBeLessThanOrEqual(3 * 1024);
	});

	test('shows what was read, searches what was fetched, and says what is not there', async () => {
		const host = await openHost('/repo/');
		const site = await host.serve(first);
		await inBrowser(async (page) => {
			await read(page, site + visited);
			await read(page, `${site}search/`);
			const found = await search(page, site);
			await expect.poll(() => indexes(page), patience).toHaveLength(1);
			await page.waitForTimeout(1_000);
			await host.close();

			await page.goto(site + visited);
			expect(await page.locator('.restored p').isVisible()).toBe(true);
			expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
			// What its scripts import is there too.
			await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
			expect(await search(page, site)).toEqual(found);

			const answer = await page.goto(site + unvisited);
			expect(answer!.status()).toBe(503);
			expect(await page.locator('h1').textContent()).toBe('This page is not on your device');
			const kept = page.locator('#kept a');
			await kept.first().waitFor();
			expect(
				await kept.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
			).toContain(site + visited);
			await expectAccessible(page, 'offline');
			for (const width of [320, 1440]) {
				await page.setViewportSize({ width, height: 800 });
				await expectNoOverflow(page, `offline at ${width} px`);
			}
		});
	});

	test('has the reading list, and what the menus and keys of a page load, though nobody opened them', async () => {
		const host = await openHost('/repo/');
		const site = await host.serve(first);
		await inBrowser(async (page) => {
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			await read(page, site);
			await read(page, site + visited);
			const isKept = (name: string) =>
				page.evaluate(async (part) => {
					const all = (await caches.keys()).map(async (cache) =>
						(await caches.open(cache)).keys(),
					);
					return (await Promise.all(all)).flat().some(({ url }) => url.includes(part));
				}, name);
			for (const name of ['fill-menus', 'keyboard', 'search-dialog'])
				await expect.poll(() => isKept(`/_astro/${name}`), patience).toBe(true);
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			const title = await page.locator('h1').textContent();
			await host.close();

			await page.goto(site + visited);
			await page.getByText('Cite this paper').click();
			await page.locator('.cite pre').getByText('@').waitFor();
			await page.keyboard.press('?');
			await page.locator('dialog, [popover]').filter({ visible: true }).first().waitFor();
			const answer = await page.goto(`${site}saved/`);
			expect(answer!.status()).toBe(200);
			expect(await page.locator('#saved-papers h2').allTextContents()).toEqual([title]);
			expect(errors).toEqual([]);
		});
	});

	test('takes a new build when it is back, with its own index', async () => {
		const host = await openHost('/repo/');
		const site = await host.serve(first);
		await inBrowser(async (page) => {
			await read(page, site + visited);
			await search(page, site);
			await expect.poll(() => indexes(page), patience).toHaveLength(1);
			const [before] = await indexes(page);
			await host.close();
			await host.serve(second);

			await page.goto(site + visited);
			expect(await page.title()).toContain('Second: ');
			await search(page, site);
			await expect.poll(() => indexes(page), patience).not.toEqual([before]);
			expect(await indexes(page)).toHaveLength(1);
			await host.close();
			await page.goto(site + visited);
			expect(await page.title()).toContain('Second: ');
		});
	});

	test('cleans up when its settings keep nothing any more', async () => {
		const host = await openHost('/repo/');
		const site = await host.serve(first);
		await inBrowser(async (page) => {
			await read(page, site + visited);
			await page.evaluate(() => caches.open('of another site'));
			await host.close();
			await host.serve(inject('repoSite'));
			await page.goto(site + visited);
			await expect
				.poll(() => page.evaluate(() => caches.keys()), patience)
				.toEqual(['of another site']);
			const workers = () =>
				page.evaluate(
					async () => (await navigator.serviceWorker.getRegistrations()).length,
				);
			await expect.poll(workers, patience).toBe(0);
			await host.close();
			await expect(page.goto(site + visited)).rejects.toThrow('ERR_CONNECTION_REFUSED');
		});
	});

	test.runIf(isLong)('keeps pages under the root of a host too', async () => {
		const host = await openHost('/');
		const site = await host.serve(atRoot);
		await inBrowser(async (page) => {
			await read(page, site + visited);
			await host.close();
			await page.goto(site + visited);
			expect(await page.locator('.restored p').isVisible()).toBe(true);
		});
	});
});
