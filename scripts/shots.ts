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

/** A page of each kind that the site has: the newest, the largest, one that changed. */
async function kindsOf(folder: string): Promise<Record<string, string>> {
	const urls = String(await readFile(join(folder, 'urls.txt')))
		.split('\n')
		.map((line) => line.slice(1));
	const matching = (pattern: RegExp) => urls.filter((url) => pattern.test(url));
	const papers = await Promise.all(
		matching(/^papers\/\w{10}\/$/).map(async (path) => {
			const html = String(await readFile(join(folder, path, 'index.html')));
			const times = html.split('class="back" cx=').length;
			return { path, times, isRevised: html.includes('id="changes"'), html };
		}),
	);
	const whole = papers.filter(({ html }) => html.includes('colophon'));
	const found = {
		digest: matching(/^digests\/\d{4}-/).at(-1),
		'first-digest': matching(/^digests\/\d{4}-/)[0],
		month: matching(/^digests\/\d{4}\/\d\d\/$/).at(-1),
		year: matching(/^digests\/\d{4}\/$/).at(-1),
		paper: whole.toSorted((a, b) => b.times - a.times)[0]?.path,
		'formula-paper': whole.find(({ html }) => html.includes('<math'))?.path,
		'revised-paper': whole.find(({ isRevised }) => isRevised)?.path,
		tombstone: papers.find(({ html }) => html.includes('was removed'))?.path,
		system: matching(/^systems\/[^/]+\/$/)[3],
		topic: matching(/^topics\/[^/]+\/$/)[3],
	};
	return {
		home: '',
		...Object.fromEntries(
			Object.entries(found).filter((entry): entry is [string, string] => !!entry[1]),
		),
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
			await page.screenshot({
				path: `${file}-${width}-${colorScheme}.png`,
				fullPage: true,
				clip: { x: 0, y: 0, width, height: Math.min(height, limit) },
			});
			if (width === 360) figures = `${(height / phoneScreen).toFixed(1)} phone screens`;
		}
		await page.close();
	}
	const page = await browser.newPage();
	await page.goto(url);
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 700, height: 990 });
	const height = Math.min(await heightOf(page), limit);
	await page.screenshot({
		path: `${file}-print.png`,
		fullPage: true,
		clip: { x: 0, y: 0, width: 700, height },
	});
	await page.close();
	return figures;
}

function heightOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollHeight);
}

await runHere(shots);
