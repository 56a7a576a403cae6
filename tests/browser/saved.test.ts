import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { readBibtex } from '../support/read-bibtex.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { readPages } from '../support/site-pages.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
	['/', inject('site')],
	['/repo/', inject('repoSite')],
])('the reading list in Chromium under %s', (base, folder) => {
	let site: ServedSite;
	beforeAll(async () => {
		site = await serveSite(folder, base);
	});
	afterAll(() => site.close());

	const digest = 'digests/2025-03-11-2/';
	const key = `offprint:${base}:saved`;
	const withFormula = readPages(folder).find(({ $ }) =>
		$('.saving').attr('data-title-tex')?.startsWith('H$'),
	)!;

	/** Work in a browser that has stored nothing, and allow no error and no breach of the policy. */
	async function work(
		task: (open: (path: string) => Promise<Page>, context: BrowserContext) => Promise<void>,
		options: BrowserContextOptions = {},
	): Promise<void> {
		const context = await browser.newContext(options);
		const faults: string[] = [];
		context.on('weberror', (error) => faults.push(error.error().message));
		context.on('console', (message) => {
			if (message.type() === 'error') faults.push(message.text());
		});
		try {
			await task(async (path) => {
				const page = await context.newPage();
				await page.goto(site.url + path);
				return page;
			}, context);
			expect(faults).toEqual([]);
		} finally {
			await context.close();
		}
	}

	const stars = (page: Page) => page.locator('li > .star');
	const titles = (page: Page) => page.locator('#saved-papers h2:visible').allTextContents();
	const summary = (page: Page) => page.locator('#summary').textContent();

	/** Save the first papers of a digest; gives their titles, newest first. */
	async function savePapers(page: Page, count: number): Promise<string[]> {
		const saved: string[] = [];
		for (let index = 0; index < count; index++) {
			await stars(page).nth(index).click();
			saved.unshift((await page.locator('.title a').nth(index).textContent())!);
			// Two in one millisecond would be sorted by their ids.
			await page.waitForTimeout(2);
		}
		return saved;
	}

	async function exported(page: Page, button: string): Promise<string> {
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: button }).click();
		return readFile(await (await download).path(), 'utf8');
	}

	test('a paper saved on its page is on the list, also after a reload, and can be read and removed', async () => {
		await work(async (open) => {
			const page = await open(withFormula.address.slice(1));
			const star = page.getByRole('button', { name: 'Save', exact: true });
			expect(await page.getByRole('button', { name: 'Mark as read' }).count()).toBe(0);
			await star.focus();
			await page.keyboard.press('Enter');
			const saved = page.getByRole('button', { name: 'Saved', exact: true, pressed: true });
			expect(await saved.evaluate((button) => button === document.activeElement)).toBe(true);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Space');
			await page.getByRole('button', { name: 'Read', exact: true, pressed: true }).waitFor();

			await page.goto(`${site.url}saved/`);
			const title = withFormula.$('.saving').attr('data-title')!;
			expect(await titles(page)).toEqual([title]);
			expect(await summary(page)).toBe('1 paper, all read');
			await page.reload();
			expect(await titles(page)).toEqual([title]);
			await page.getByRole('link', { name: title }).click();
			expect(page.url()).toBe(site.url + withFormula.address.slice(1));
			await page.getByRole('button', { name: 'Saved', exact: true }).click();
			await page.getByRole('button', { name: 'Save', exact: true, pressed: false }).waitFor();
			await page.goto(`${site.url}saved/`);
			expect(await page.locator('#greeting').isVisible()).toBe(true);
		});
	});

	test('the search can be limited to the list', async () => {
		await work(async (open) => {
			const page = await open('search/');
			expect(await page.getByLabel('Only my reading list').isVisible()).toBe(false);
			await page.goto(site.url + digest);
			const saved = await savePapers(page, 3);
			await page.goto(`${site.url}search/`);
			await page.getByLabel('Only my reading list').check();
			await page.waitForURL('**/search/?saved=1');
			await page.getByText('3 papers', { exact: true }).waitFor();
			const found = page.locator('#results li h2 a');
			expect((await found.allTextContents()).toSorted()).toEqual(saved.toSorted());
			await page.fill('#query', saved[0]!.split(' ')[0]!);
			await page.waitForURL('**/search/?q=*&saved=1');
			await page.locator('#results[aria-busy=false]').waitFor();
			expect(await found.allTextContents()).toContain(saved[0]);
			expect(await found.count()).toBeLessThanOrEqual(3);
		});
	});

	test('a digest’s stars save its papers, newest first, and each names its paper', async () => {
		await work(async (open) => {
			const page = await open(digest);
			const saved = await savePapers(page, 3);
			const name = `Saved: ${saved[0]}`;
			await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
			await page.goto(`${site.url}saved/`);
			expect(await titles(page)).toEqual(saved);
			expect(await summary(page)).toBe('3 papers, 3 unread');
		});
	});

	test('filters narrow the list by state and by words, and what is marked stays under the hand', async () => {
		await work(async (open) => {
			const page = await open(digest);
			const saved = await savePapers(page, 3);
			await page.goto(`${site.url}saved/`);
			await page.getByLabel('Unread').check();
			const mark = page.getByRole('button', { name: `Mark as read: ${saved[1]}` });
			await mark.click();
			expect(await titles(page)).toEqual(saved);
			expect(
				await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
			).toBe(`Read: ${saved[1]}`);
			await page.getByLabel('Read', { exact: true }).check();
			expect(await titles(page)).toEqual([saved[1]]);
			expect(await summary(page)).toBe('1 shown of 3 papers, 2 unread');
			await page.getByLabel('All').check();
			await page.getByLabel('Words of a title').fill(saved[2]!.toUpperCase());
			expect(await titles(page)).toEqual([saved[2]]);
			await page.getByLabel('Words of a title').fill('zebra');
			expect(await titles(page)).toEqual([]);
			expect(await summary(page)).toBe('None shown of 3 papers, 2 unread');
		});
	});

	test('a paper that is removed can be put back in its place, with the keyboard alone', async () => {
		await work(async (open) => {
			const page = await open(digest);
			const saved = await savePapers(page, 3);
			await page.goto(`${site.url}saved/`);
			const stored = await page.evaluate((name) => localStorage.getItem(name), key);
			await page.getByRole('button', { name: `Remove: ${saved[1]}` }).focus();
			await page.keyboard.press('Enter');
			expect(await titles(page)).toEqual([saved[0], saved[2]]);
			expect(await summary(page)).toBe('2 papers, 2 unread');
			await page.keyboard.press('Enter');
			expect(await titles(page)).toEqual(saved);
			const papers = (text: string | null) =>
				(JSON.parse(text!) as { papers: { id: string }[] }).papers.toSorted((a, b) =>
					a.id < b.id ? -1 : 1,
				);
			expect(papers(await page.evaluate((name) => localStorage.getItem(name), key))).toEqual(
				papers(stored),
			);
			await page.keyboard.press('Enter');
			await page.reload();
			expect(await titles(page)).toEqual([saved[0], saved[2]]);
		});
	});

	test('a change in one tab shows in the others', async () => {
		await work(async (open) => {
			const list = await open('saved/');
			const first = await open(digest);
			const second = await open(digest);
			const [title] = await savePapers(first, 1);
			await list.getByRole('link', { name: title! }).waitFor();
			expect(await summary(list)).toBe('1 paper, 1 unread');
			await second.getByRole('button', { name: `Saved: ${title}` }).waitFor();
			await list.getByRole('button', { name: `Remove: ${title}` }).click();
			await first.getByRole('button', { name: `Save: ${title}` }).waitFor();
			await second.getByRole('button', { name: `Save: ${title}` }).waitFor();
		});
	});

	test('what is exported as JSON is imported elsewhere, adding what is new and losing nothing', async () => {
		let file = '';
		let saved: string[] = [];
		await work(async (open) => {
			const page = await open(digest);
			saved = await savePapers(page, 3);
			await page.goto(`${site.url}saved/`);
			file = await exported(page, 'Export JSON');
		});
		expect(JSON.parse(file)).toMatchObject({ site: site.url, version: 1 });
		await work(async (open) => {
			const page = await open(digest);
			await stars(page).nth(3).click();
			await stars(page).nth(0).click();
			await page.goto(`${site.url}saved/`);
			const own = await titles(page);
			const choose = (name: string, text: string) =>
				page.setInputFiles('#import-file', {
					name,
					mimeType: 'application/json',
					buffer: Buffer.from(text),
				});
			await choose('list.json', file);
			await page.getByText('“list.json”: 3 papers, 2 of them new to the list.').waitFor();
			expect((await titles(page)).toSorted()).toEqual(
				[...new Set([...own, ...saved])].toSorted(),
			);
			await choose('list.json', file);
			await page.getByText('“list.json”: 3 papers, 0 of them new to the list.').waitFor();
			await choose('other.json', '{"papers": "<img src=x onerror=alert(1)>"}');
			await page.getByText('“other.json” is no reading list').waitFor();
			expect(await titles(page)).toHaveLength(4);
			await page.reload();
			expect(await titles(page)).toHaveLength(4);
		});
	});

	test('BibTeX has the papers that are shown, formulas in TeX', async () => {
		await work(async (open) => {
			const page = await open(digest);
			const [title] = await savePapers(page, 1);
			await page.goto(site.url + withFormula.address.slice(1));
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await page.goto(`${site.url}saved/`);
			const id = withFormula.address.split('/')[2]!;
			const entries = readBibtex(await exported(page, 'Export BibTeX'));
			expect(entries).toHaveLength(2);
			expect(entries[0]).toMatchObject({ type: 'misc', key: id });
			expect(entries[0]!.fields['title']).toBe(
				'{H$_2$O: Heavy-Hitter Oracle for Efficient Generative Inference of Large Language Models}',
			);
			expect(entries[0]!.fields['url']).toBe(`${site.url}papers/${id}/`);
			await page.getByLabel('Words of a title').fill(title!);
			expect(readBibtex(await exported(page, 'Export BibTeX'))).toHaveLength(1);
		});
	});

	test('what is stored and no list is kept, shown and handed out', async () => {
		await work(async (open) => {
			const page = await open('saved/');
			const stored = '{"papers":["<b>not ours</b>"]}';
			await page.evaluate(
				([name, text]) => localStorage.setItem(name!, text!),
				[key, stored],
			);
			await page.reload();
			expect(await page.getByText('no reading list of this site').isVisible()).toBe(true);
			await page.goto(site.url + digest);
			await stars(page).first().click();
			await page.getByRole('alert').getByText('kept aside').waitFor();
			await page.goto(`${site.url}saved/`);
			expect(await titles(page)).toHaveLength(1);
			expect(await exported(page, 'Download it')).toBe(stored);
			await page.getByRole('button', { name: 'Delete it' }).click();
			expect(await page.getByText('no reading list of this site').isVisible()).toBe(false);
			await page.reload();
			expect(await titles(page)).toHaveLength(1);
			expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([key]);
		});
	});

	test('a title that looks like HTML stays text', async () => {
		await work(async (open) => {
			const page = await open(digest);
			await savePapers(page, 1);
			await page.evaluate((name) => {
				const text = localStorage.getItem(name)!;
				const list = JSON.parse(text) as { papers: { title: string }[] };
				list.papers[0]!.title = '<img src=x onerror=alert(1)>';
				localStorage.setItem(name, JSON.stringify(list));
			}, key);
			await page.goto(`${site.url}saved/`);
			expect(await titles(page)).toEqual(['<img src=x onerror=alert(1)>']);
			expect(await page.locator('#saved-papers img').count()).toBe(0);
		});
	});

	test('where the storage is blocked there is no star, and the page says why', async () => {
		await work(async (open, context) => {
			await context.addInitScript(() => {
				Object.defineProperty(window, 'localStorage', {
					get: () => {
						throw new DOMException('Blocked', 'SecurityError');
					},
				});
			});
			for (const path of [digest, withFormula.address.slice(1)]) {
				const page = await open(path);
				expect(await page.locator('.star').count()).toBe(0);
				expect(await page.locator('h1').isVisible()).toBe(true);
			}
			const page = await open('saved/');
			expect(await page.getByText('keeps nothing for this site').isVisible()).toBe(true);
			expect(await page.locator('#saved-panel').isVisible()).toBe(false);
		});
	});

	test('where the storage is full the star says so, and shows what is', async () => {
		await work(async (open, context) => {
			await context.addInitScript(() => {
				Storage.prototype.setItem = () => {
					throw new DOMException('Full', 'QuotaExceededError');
				};
			});
			const page = await open(withFormula.address.slice(1));
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await page.getByRole('alert').getByText('would not store').waitFor();
			const star = page.getByRole('button', { name: 'Save', exact: true, pressed: false });
			expect(await star.isVisible()).toBe(true);
		});
	});

	test('without JavaScript there is no star and no gap for one, and the list says what it would do', async () => {
		await work(
			async (open) => {
				for (const path of [digest, withFormula.address.slice(1)]) {
					const page = await open(path);
					expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
					expect(await page.locator('.saving:visible').count()).toBe(0);
				}
				const page = await open('saved/');
				expect(await page.locator('noscript p').isVisible()).toBe(true);
				expect(await page.locator('#saved-panel').isVisible()).toBe(false);
			},
			{ javaScriptEnabled: false },
		);
	});

	test('the star is there without anything moving', async () => {
		await work(async (open) => {
			for (const path of [digest, withFormula.address.slice(1), 'saved/']) {
				const page = await open(path);
				const shift = await page.evaluate(
					() =>
						new Promise<number>((resolve) => {
							let sum = 0;
							new PerformanceObserver((list) => {
								for (const entry of list.getEntries())
									sum += (entry as PerformanceEntry & { value: number }).value;
							}).observe({ type: 'layout-shift', buffered: true });
							setTimeout(() => resolve(sum), 300);
						}),
				);
				expect(shift, path).toBe(0);
			}
		});
	});

	test.each(['light', 'dark'] as const)(
		'with papers saved, read and removed, every page is accessible (%s)',
		async (colorScheme) => {
			await work(
				async (open) => {
					const page = await open(digest);
					const saved = await savePapers(page, 3);
					const check = async () => {
						const { violations } = await new AxeBuilder({ page }).analyze();
						expect(
							violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
							page.url(),
						).toEqual([]);
						const overflow = await page.evaluate(
							() =>
								document.documentElement.scrollWidth -
								document.documentElement.clientWidth,
						);
						expect(overflow, page.url()).toBe(0);
					};
					await check();
					await page.goto(`${site.url}saved/`);
					await page.getByRole('button', { name: `Mark as read: ${saved[0]}` }).click();
					await page.getByRole('button', { name: `Remove: ${saved[1]}` }).click();
					await check();
					await page.getByRole('link', { name: saved[0]! }).click();
					await page.getByRole('button', { name: 'Read', exact: true }).waitFor();
					await check();
				},
				{ colorScheme, viewport: { width: 320, height: 800 } },
			);
		},
	);
});
