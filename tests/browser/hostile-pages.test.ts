import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { expectAccessible, leaveOutScripts } from '../support/accessibility.ts';
import { alikeNames } from '../support/alike-names.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { sharedFolder } from '../support/folders.ts';
import { openBrowser } from '../support/open-browser.ts';
import { runScript, type ScriptResult } from '../support/run-script.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { listFiles } from '../support/site-pages.ts';
import { isLong, times } from '../support/sizes.ts';

const long = (part: string, length: number) =>
	part.repeat(Math.ceil(length / part.length)).slice(0, length);
const system = `LongSystem${long('X9', 290)}`;
const override = '\u202e\u2066';

/** What could widen a page, or turn the words of others. */
const papers: readonly (readonly [title: string, abstract: string])[] = [
	[long('Hyperparameter', 900), `${long('abcdefghij', 5000)}.`],
	[`${system}: A System`, `We propose ${system}, a model of decoding.`],
	[`Formulas $${long('x+', 300)}y$`, `Let $$${long('\\frac{a}{b}+', 900)}c$$ be given.`],
	[
		'Wide Matrices',
		`Take $$\\begin{pmatrix}${long('1234567890 & ', 400)}1\\end{pmatrix}$$ and O(${long('n^{2}', 300)}).`,
	],
	[
		'Long Addresses',
		`Code is at https://example.org/${long('path/', 1500)} and https://${long('sub', 60)}.example.com/.`,
	],
	[`Right ${override} to Left`, `\u05d0\u05d1\u05d2 ${override} ${long('\u05e9\u05dc', 2000)}.`],
	[`Family ${long('👨‍👩‍👧‍👦', 600)}`, long('👩🏽‍🚀', 2000)],
	[`Z${long('\u0301\u0316\u0334', 300)}algo`, `Z${long('a\u0301\u0316', 3000)}.`],
	[`Zero${long('\u200b\u200dWidth', 600)}`, `${long('no\u00a0break\u2060', 3000)}.`],
	[long('W', 999), `${long('_', 3000)}.`],
	[long('漢', 400), `${long('漢字', 3000)}。`],
	[`Words ${long('code', 300)}`, `\`${long('MMMM', 2000)}\`.`],
];

// `/papers/a/index.html`
const letterRe = /^\/papers\/(?:[a-z]|0-9|other)\//;
const paperRe = /\/papers\/[0-9a-z]{10}\//;

const folder = sharedFolder();
let built: ScriptResult;
let site: ServedSite;
let context: BrowserContext;
let page: Page;
let pages: string[];

beforeAll(async () => {
	const [content, out, file] = ['content', 'site', '2025-03-12.txt'].map((name) =>
		join(folder, name),
	) as [string, string, string];
	const entries = papers.map(
		([title, abstract], index) => [title, `${abstract} ${abstractNumber(index)}`] as const,
	);
	await writeFile(file, writeDump('Mar 12', entries));
	await callScript(ingest, [file, '--content', content]);
	built = await runScript('build', ['--content', content, '--out', out, '--base', '/']);
	pages = listFiles(out).filter((name) => {
		if (!name.endsWith('.html')) return false;
		const text = readFileSync(join(out, name), 'utf8');
		// A page that leads on is gone before it is measured, and lists of no paper are alike.
		const isEmptyList = letterRe.test(name) && !paperRe.test(text);
		return !text.includes('http-equiv="refresh"') && (isLong || !isEmptyList);
	});
	site = await serveSite(out, '/');
	context = await (await openBrowser()).newContext({ viewport: { width: 320, height: 800 } });
	page = await context.newPage();
	page.setDefaultTimeout(120_000);
});
afterAll(() => context.close());

describe('pages of what a hostile feed could print', () => {
	test('are built', () => {
		expect(built.code, built.stderr).toBe(0);
		expect(pages.length).toBeGreaterThan(papers.length);
		expect(alikeNames(listFiles(join(folder, 'site')))).toEqual([]);
	});

	test('are none of them wider than a small telephone, and let no text turn the words beside it', async () => {
		const faults: string[] = [];
		for (const name of pages) {
			await page.goto(site.url + name.slice(1));
			const found = [
				...(await page.evaluate(notIsolated)),
				...(await page.evaluate(widerThanPage)),
			];
			faults.push(...found.map((fault) => `${name}: ${fault}`));
		}
		expect(faults).toEqual([]);
	});

	test('have results of a search that are no wider', async () => {
		await page.goto(`${site.url}search/?q=question`);
		await page.locator('#results li').first().waitFor();
		expect(await page.evaluate(widerThanPage)).toEqual([]);
	});

	const ways = isLong ? ['with', 'without'] : ['with'];
	test.each(ways)('are accessible to all, %s scripts', async (scripts) => {
		const own = await (
			await openBrowser()
		).newContext({ viewport: { width: 320, height: 800 } });
		if (scripts === 'without') await leaveOutScripts(own);
		const opened = await own.newPage();
		opened.setDefaultTimeout(120_000);
		// The lists by letter are alike.
		const unlike = pages.filter((name) => !letterRe.test(name));
		for (const name of unlike.filter((_, index) => index % times(3, 1) === 0)) {
			await opened.goto(site.url + name.slice(1));
			await expectAccessible(opened, name);
		}
		await own.close();
	});
});

/** What sticks out of the page, where nothing scrolls it. Runs in the browser. */
function widerThanPage(): string[] {
	for (const details of document.querySelectorAll('details')) details.open = true;
	const width = document.documentElement.clientWidth;
	const scrolls = (element: Element | null): boolean =>
		element !== null &&
		(['auto', 'scroll'].includes(getComputedStyle(element).overflowX) ||
			scrolls(element.parentElement));
	const isSpared = (element: Element) =>
		element.closest('.visually-hidden, [hidden], svg') !== null ||
		scrolls(element.parentElement);
	const out = [...document.querySelectorAll('body *')].filter((element) => {
		const { left, right } = element.getBoundingClientRect();
		return (right > width + 1 || left < -1) && !isSpared(element);
	});
	const sideways = document.documentElement.scrollWidth > width ? ['scrolls sideways'] : [];
	return [...sideways, ...out.map(({ tagName, className }) => `${tagName} ${className}`)];
}

/** Texts that leave a change of direction open in an element with other text beside it. Runs in the browser. */
function notIsolated(): string[] {
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const faults: string[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const text = node.nodeValue ?? '';
		const element = node.parentElement!;
		const isOpen = /[\u202a-\u202e\u2066-\u2068]/.test(text) && !/\u2069|\u202c/.test(text);
		const isAlone = /isolate|plaintext/.test(getComputedStyle(element).unicodeBidi);
		if (isOpen && !isAlone) faults.push(`${element.tagName} ${element.className}`);
	}
	return faults;
}
