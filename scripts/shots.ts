import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/launch-browser.ts';
import { serveSite } from '../tests/support/serve-site.ts';
import { readArguments } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run shots -- [--site DIR] [--out DIR] [--only NAME] [--full]';

const phoneScreen = 740;
const widths = [360, 768, 1440] as const;
const schemes = ['light', 'dark'] as const;
// What one looks at; a list of thousands goes on as it begins.
const tallest = 2_600;

/** `npm run shots`: picture every kind of page of a built site for `/`, at three widths, in light and dark, and on paper. */
async function shots(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		site: { type: 'string', default: 'dist' },
		out: { type: 'string', default: 'shots' },
		only: { type: 'string' },
		full: { type: 'boolean', default: false },
	});
	const folder = resolve(values.site);
	const out = resolve(values.out);
	await mkdir(out, { recursive: true });
	const site = await serveSite(folder);
	const browser = await launchBrowser();
	try {
		for (const [name, path] of Object.entries(await kindsOf(folder))) {
			if (values.only !== undefined && values.only !== name) continue;
			const limit = values.full ? Infinity : tallest;
			const figures = await shoot(browser, site.url + path, join(out, name), limit);
			terminal.print(`${name.padEnd(16)} ${figures}  /${path}`);
		}
	} finally {
		await browser.close();
		await site.close();
	}
	terminal.print(`The pictures are in ${out}.`);
	return 0;
}

/** A page of each kind that the site has: the newest digest, a paper that came back most often, one that changed. */
async function kindsOf(folder: string): Promise<Record<string, string>> {
	const urls = String(await readFile(join(folder, 'urls.txt')))
		.split('\n')
		.map((line) => line.slice(1));
	const first = (pattern: RegExp) => urls.find((url) => pattern.test(url));
	const last = (pattern: RegExp) => urls.findLast((url) => pattern.test(url));
	const found = {
		digest: last(/^digests\/\d{4}-/),
		'first-digest': first(/^digests\/\d{4}-/),
		month: last(/^digests\/\d{4}\/\d\d\/$/),
		year: last(/^digests\/\d{4}\/$/),
		system: first(/^systems\/[b-y][^/]+\/$/),
		topic: first(/^topics\/[b-y][^/]+\/$/),
		...(await papersOf(
			folder,
			urls.filter((url) => /^papers\/\w{10}\/$/.test(url)),
		)),
	};
	const paths = Object.entries(found).filter((entry): entry is [string, string] => !!entry[1]);
	return { home: '', ...Object.fromEntries(paths), ...fixed };
}

const fixed = {
	digests: 'digests/',
	papers: 'papers/',
	letter: 'papers/m/',
	systems: 'systems/',
	topics: 'topics/',
	code: 'code/',
	trends: 'trends/',
	search: 'search/?q=attention',
	'no-results': 'search/?q=qzxv',
	saved: 'saved/',
	about: 'about/',
	missing: 'papers/attention-is-all-you-need/',
};

async function papersOf(
	folder: string,
	paths: readonly string[],
): Promise<Record<string, string | undefined>> {
	const pages = await Promise.all(
		paths.map(async (path) => {
			const html = String(await readFile(join(folder, path, 'index.html')));
			return { path, html, times: html.split('class="back" cx=').length };
		}),
	);
	const whole = pages.filter(({ html }) => html.includes('class="colophon"'));
	const has = (text: string) => whole.find(({ html }) => html.includes(text))?.path;
	return {
		paper: whole.toSorted((a, b) => b.times - a.times)[0]?.path,
		'formula-paper': has('<math'),
		'revised-paper': has('id="changes"'),
		tombstone: pages.find(({ html }) => html.includes('was removed'))?.path,
	};
}

/** Picture one page; gives how tall it is on a phone. */
async function shoot(browser: Browser, url: string, file: string, limit: number): Promise<string> {
	let figures = '';
	for (const colorScheme of schemes) {
		const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce' });
		for (const width of widths) {
			await page.setViewportSize({ width, height: width === 360 ? phoneScreen : 900 });
			await page.goto(url, { waitUntil: 'load' });
			if (url.includes('?q=')) await page.waitForTimeout(1_500);
			const height = await heightOf(page);
			await capture(page, `${file}-${width}-${colorScheme}.png`, limit);
			if (width === 360) figures = `${(height / phoneScreen).toFixed(1)} phone screens`;
		}
		await page.close();
	}
	const page = await browser.newPage();
	await page.goto(url);
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 700, height: 990 });
	await capture(page, `${file}-print.png`, limit);
	await page.close();
	return figures;
}

/** The page from its top, as far as the limit. A browser that is short of memory is asked again. */
async function capture(page: Page, path: string, limit: number, tries = 3): Promise<void> {
	const { width } = page.viewportSize()!;
	const height = Math.min(await heightOf(page), limit);
	try {
		await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height } });
	} catch (error) {
		if (tries === 1) throw error;
		await capture(page, path, limit, tries - 1);
	}
}

function heightOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollHeight);
}

await runHere(shots);
