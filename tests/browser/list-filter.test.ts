import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { layoutShift, watchLayout } from '../support/layout-shift.ts';
import { visit } from '../support/open-browser.ts';

/** Changes a page on its way, to one of an archive that has more. */
const changed = (path: string, change: (html: string) => string) => (page: Page) =>
	page.route(`**/repo/${path}`, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: change(await response.text()) });
	});

/** The systems as a page has them that has not all of them: it asks the search's index for the others. */
const withFurtherNames = changed('systems/', (html) =>
	html
		.replace('<form class="list-filter"', '$& data-index="/repo/search-index/"')
		.replace('<p class="note" role="status"></p>', '$&<ul class="name-index" hidden></ul>')
		.replace(/<li><a [^>]*>Mamba<\/a>.*?<\/li>/, ''),
);

describe('the box above a list', () => {
	test('leaves what has the words that are typed, and gives all back', async () => {
		await visit(
			'papers/m/',
			async (page) => {
				const list = page.locator('.titles > li:visible');
				const all = await list.allInnerTexts();
				expect(all.length).toBeGreaterThan(2);
				const box = page.getByLabel('Filter the papers');
				await box.pressSequentially('mamba');
				await expect
					.poll(async () => (await list.allInnerTexts()).length)
					.toBeLessThan(all.length);
				for (const title of await list.allInnerTexts())
					expect(title.toLowerCase()).toContain('mamba');
				await expectAccessible(page, 'filtered');
				await box.pressSequentially('zzyx');
				await page.getByText('Nothing on this page has “mambazzyx” in its name.').waitFor();
				await expectAccessible(page, 'filtered to nothing');
				const search = page
					.getByRole('status')
					.getByRole('link', { name: 'Search for it' });
				expect(await search.getAttribute('href')).toMatch(/\/repo\/search\/\?q=mambazzyx$/);
				await box.press('Control+a');
				await box.press('Delete');
				await expect.poll(() => list.allInnerTexts()).toEqual(all);
				expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
			},
			{ prepare: watchLayout },
		);
	});

	test('takes its letter away with the last topic of it', async () => {
		await visit('topics/', async (page) => {
			await page.getByLabel('Filter the topics').fill('kv ca');
			await expect.poll(() => page.locator('.topic-index li:visible').count()).toBe(1);
			expect(await page.locator('.topic-index > section:visible').count()).toBe(1);
		});
	});

	test('says how many are left, and that it is of this page where others have more', async () => {
		const said = async (page: Page) => {
			await page.getByLabel('Filter the papers').fill('mamba');
			const status = page.locator('.list-filter').getByRole('status');
			await status.getByText(/\d/).waitFor();
			return status.innerText();
		};
		await visit('papers/m/', async (page) => {
			expect(await said(page)).toMatch(/^\d+ of \d+$/);
		});
		await visit(
			'papers/m/',
			async (page) => {
				expect(await said(page)).toMatch(/^\d+ of \d+ on this page$/);
			},
			{
				prepare: changed('papers/m/', (html) =>
					html.replace('<form class="list-filter"', '$& data-part'),
				),
			},
		);
	});

	test('opens a letter that has what is typed, and does not say how many it has in all', async () => {
		await visit(
			'topics/',
			async (page) => {
				const counts = page.locator('.topic-index summary small:visible');
				expect(await counts.count()).toBeGreaterThan(1);
				await page.getByLabel('Filter the topics').fill('kv ca');
				await expect.poll(() => page.locator('.topic-index li:visible').count()).toBe(1);
				expect(await counts.count()).toBe(0);
				await page.getByLabel('Filter the topics').fill('');
				await expect.poll(() => counts.count()).toBeGreaterThan(1);
			},
			{
				prepare: changed('topics/', (html) =>
					html
						.replace(
							/<section><h2 class="label">(.*?)<\/h2>/g,
							'<details><summary><h2 class="label">$1</h2> <small>9 topics</small></summary>',
						)
						.replaceAll('</section>', '</details>'),
				),
			},
		);
	});

	test('offers names that the page has not, and fetches those of a letter once', async () => {
		const fetched: string[] = [];
		await visit(
			'systems/',
			async (page) => {
				const box = page.getByLabel('Filter the systems');
				const further = page.locator('.list-filter li');
				for (const letter of 'mamba') {
					await box.press(letter);
					await further.getByRole('link', { name: 'Mamba', exact: true }).waitFor();
				}
				expect(fetched).toHaveLength(1);
				await box.press('x');
				await expect.poll(() => further.count()).toBe(0);
			},
			{
				prepare: async (page) => {
					await withFurtherNames(page);
					page.on('request', (request) => {
						if (request.url().includes('/search-index/')) fetched.push(request.url());
					});
				},
			},
		);
	});

	test('offers no further names where they cannot be fetched', async () => {
		await visit(
			'systems/',
			async (page) => {
				await page.getByLabel('Filter the systems').fill('mamba');
				await page.waitForLoadState('networkidle');
				expect(await page.locator('.list-filter ul').isVisible()).toBe(false);
				expect(await page.locator('.name-index li:visible').count()).toBeGreaterThan(0);
			},
			{
				prepare: async (page) => {
					await withFurtherNames(page);
					await page.route('**/search-index/**', (route) => route.abort());
				},
				expected: /ERR_FAILED/,
			},
		);
	});

	test('leads to the search by Enter, and is not there without a script', async () => {
		await visit('systems/', async (page) => {
			await page.getByLabel('Filter the systems').fill('mamba');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/search/?q=mamba');
		});
		await visit(
			'code/',
			async (page) => {
				expect(await page.locator('.list-filter').isVisible()).toBe(false);
				await page.setViewportSize({ width: 320, height: 640 });
				await expectNoOverflow(page);
			},
			{ javaScriptEnabled: false },
		);
	});
});
