import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { readBibtex } from '../support/read-bibtex.ts';
import {
	digest,
	exported,
	go,
	savedTitles,
	savePapers,
	stars,
	storageKey,
	summary,
} from '../support/saved-page.ts';

// H₂O: a title with a formula.
const paper = 'papers/v943ax19vk/';

const choose = (page: Page, name: string, text: string) =>
	page.setInputFiles('#import-file', {
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(text),
	});

describe('what is stored', () => {
	test('shows in the other tabs', async () => {
		await visit('saved/', async (list) => {
			const tab = async () => {
				const page = await list.context().newPage();
				await page.goto(new URL(`../${digest}`, list.url()).href);
				return page;
			};
			const [first, second] = [await tab(), await tab()];
			const [title] = await savePapers(first, 1);
			await list.getByRole('link', { name: title! }).waitFor();
			expect(await summary(list)).toBe('1 paper, 1 unread');
			const star = (page: Page, pressed: boolean) =>
				page.getByRole('button', { name: `Save: ${title}`, pressed }).waitFor();
			await star(second, true);
			await list.getByRole('button', { name: `Remove: ${title}` }).click();
			await star(first, false);
			await star(second, false);
		});
	});

	test('is exported as JSON and imported elsewhere, adding what is new and losing nothing', async () => {
		let file = '';
		let saved: string[] = [];
		await visit(digest, async (page) => {
			saved = await savePapers(page, 3);
			await go(page, 'saved/');
			file = await exported(page, 'Export JSON');
			const home = new URL('..', page.url()).href;
			expect(JSON.parse(file)).toMatchObject({ site: home, version: 1 });
		});
		await visit(digest, async (page) => {
			await stars(page).nth(3).click();
			await stars(page).nth(0).click();
			await go(page, 'saved/');
			const own = await savedTitles(page);
			await choose(page, 'list.json', file);
			await page.getByText('“list.json”: 3 papers, 2 of them new to the list.').waitFor();
			expect((await savedTitles(page)).toSorted()).toEqual(
				[...new Set([...own, ...saved])].toSorted(),
			);
			await choose(page, 'list.json', file);
			await page.getByText('“list.json”: 3 papers, 0 of them new to the list.').waitFor();
			await choose(page, 'other.json', '{"papers": "<img src=x onerror=alert(1)>"}');
			await page.getByText('“other.json” is not a reading list').waitFor();
			expect(await savedTitles(page)).toHaveLength(4);
			await page.reload();
			expect(await savedTitles(page)).toHaveLength(4);
		});
	});

	test('is exported as BibTeX, as far as it is shown, formulas in TeX', async () => {
		await visit(digest, async (page) => {
			const [title] = await savePapers(page, 1);
			await go(page, paper);
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			const url = page.url();
			await go(page, 'saved/');
			const entries = readBibtex(await exported(page, 'Export BibTeX'));
			expect(entries).toHaveLength(2);
			expect(entries[0]).toMatchObject({ type: 'misc', key: 'h2o2024a' });
			expect(entries[0]!.fields).toMatchObject({
				title: '{H$_2$O: Heavy-Hitter Oracle for Efficient Generative Inference of Large Language Models}',
				url,
			});
			await page.getByLabel('Filter by title').fill(title!);
			expect(readBibtex(await exported(page, 'Export BibTeX'))).toHaveLength(1);
		});
	});

	test('and is no list is kept, shown and handed out', async () => {
		await visit('saved/', async (page) => {
			const stored = '{"papers":["<b>not ours</b>"]}';
			await page.evaluate(
				([name, text]) => localStorage.setItem(name!, text!),
				[storageKey, stored],
			);
			await page.reload();
			const note = page.getByText('could not be read');
			await note.waitFor();
			await go(page, digest);
			await stars(page).first().click();
			await page.getByRole('alert').getByText('a copy was kept').waitFor();
			await go(page, 'saved/');
			expect(await savedTitles(page)).toHaveLength(1);
			expect(await exported(page, 'Download the stored data')).toBe(stored);
			await page.getByRole('button', { name: 'Delete the stored data' }).click();
			await note.waitFor({ state: 'hidden' });
			await page.reload();
			expect(await savedTitles(page)).toHaveLength(1);
			expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([storageKey]);
		});
	});

	test('and looks like HTML stays text', async () => {
		await visit(digest, async (page) => {
			await savePapers(page, 1);
			await page.evaluate((name) => {
				const text = localStorage.getItem(name)!;
				const list = JSON.parse(text) as { papers: { title: string }[] };
				list.papers[0]!.title = '<img src=x onerror=alert(1)>';
				localStorage.setItem(name, JSON.stringify(list));
			}, storageKey);
			await go(page, 'saved/');
			expect(await savedTitles(page)).toEqual(['<img src=x onerror=alert(1)>']);
			expect(await page.locator('#saved-papers img').count()).toBe(0);
		});
	});
});

describe('where nothing can be stored', () => {
	test('because it is blocked, there is no star, and the page says why', async () => {
		const prepare = (page: Page) =>
			page.addInitScript(() => {
				Object.defineProperty(window, 'localStorage', {
					get: () => {
						throw new DOMException('Blocked', 'SecurityError');
					},
				});
			});
		await visit(
			digest,
			async (page) => {
				for (const path of [digest, paper]) {
					await go(page, path);
					expect(await page.locator('.star').count()).toBe(0);
					expect(await page.locator('h1').isVisible()).toBe(true);
				}
				await go(page, 'saved/');
				await page.getByText('does not store anything for this site').waitFor();
				expect(await page.locator('#saved-panel').isVisible()).toBe(false);
			},
			{ prepare },
		);
	});

	test('because it is full, the star says so, and shows what is', async () => {
		const prepare = (page: Page) =>
			page.addInitScript(() => {
				Storage.prototype.setItem = () => {
					throw new DOMException('Full', 'QuotaExceededError');
				};
			});
		await visit(
			paper,
			async (page) => {
				await page.getByRole('button', { name: 'Save', exact: true }).click();
				await page.getByRole('alert').getByText('refused to store').waitFor();
				const star = page.getByRole('button', {
					name: 'Save',
					exact: true,
					pressed: false,
				});
				expect(await star.isVisible()).toBe(true);
				await expectAccessible(page, 'storage refused');
			},
			{ prepare },
		);
	});
});
