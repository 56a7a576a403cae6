import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { withFacets } from '../support/search-page.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search papers' });
const options = (page: Page) => page.getByRole('option');

/** Press the key, which Chromium drops until it has painted the page. */
async function pressSlash(page: Page): Promise<void> {
	await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
	await page.keyboard.press('/');
}

/** Open the search over a page, and type. */
async function search(page: Page, query: string): Promise<void> {
	await pressSlash(page);
	await box(page).waitFor();
	// At once: on a busy machine, half of a word that is typed is answered, too.
	await page.keyboard.insertText(query);
	await options(page).first().waitFor();
}

/** The text of the active option, as the box names it. */
async function active(page: Page): Promise<string | undefined> {
	const id = await box(page).getAttribute('aria-activedescendant');
	return id === null ? undefined : page.locator(`#${id}[aria-selected=true]`).innerText();
}

const loaded = (page: Page) =>
	page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

describe('the search over a page', () => {
	test.each(['', 'papers/', 'about/', 'nowhere/'])(
		'is opened by / and Ctrl-K, and loaded only then: %s',
		async (path) => {
			await visit(
				path,
				async (page) => {
					await page.waitForLoadState('networkidle');
					const needed = /search-dialog|search-index/;
					expect((await loaded(page)).filter((name) => needed.test(name))).toEqual([]);
					for (const keys of ['/', 'Control+k', 'Meta+k']) {
						await page.keyboard.press(keys);
						await box(page).waitFor();
						expect(
							await box(page).evaluate((one) => one === document.activeElement),
						).toBe(true);
						await page.keyboard.press('Escape');
						await box(page).waitFor({ state: 'hidden' });
					}
					expect((await loaded(page)).some((name) => needed.test(name))).toBe(true);
				},
				{ expected: /404/ },
			);
		},
	);

	test('is not opened by what is typed into a form', async () => {
		await visit('about/', async (page) => {
			await page.locator('header input[name=q]').pressSequentially('a/b');
			expect(await page.inputValue('header input[name=q]')).toBe('a/b');
			expect(await page.locator('dialog').count()).toBe(0);
		});
	});

	test('groups what one types for, and leads there by arrows and Enter', async () => {
		await visit(
			'about/',
			async (page) => {
				await search(page, 'mam');
				const groups = page.getByRole('listbox').getByRole('group');
				await expect.poll(() => groups.count()).toBe(2);
				const [systems, papers] = await groups.all();
				await expect(systems!.getByRole('option').allInnerTexts()).resolves.toEqual([
					'Mamba\n2 papers',
					'Mamba-2\n1 paper',
				]);
				expect(await papers!.getByRole('option').count()).toBeGreaterThan(0);
				expect(await active(page)).toBeUndefined();
				await page.keyboard.press('ArrowDown');
				expect(await active(page)).toBe('Mamba\n2 papers');
				// Up from the first is the box; from there, the last.
				await page.keyboard.press('ArrowUp');
				expect(await active(page)).toBeUndefined();
				await page.keyboard.press('ArrowUp');
				expect(await active(page)).toContain('All results for “mam”');
				await page.keyboard.press('ArrowUp');
				const title = await active(page);
				await page.keyboard.press('Enter');
				await page.waitForURL('**/papers/*/');
				expect(title).toContain(await page.locator('h1').innerText());
				await page.goBack();
				expect(await page.locator('dialog[open]').count()).toBe(0);
			},
			{ prepare: withFacets },
		);
	});

	test('goes to the whole answer by Enter alone, and remembers what was asked', async () => {
		await visit('about/', async (page) => {
			await search(page, 'linear attention');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/search/?q=linear+attention');
			await page.goto(new URL('../about/', page.url()).href);
			await pressSlash(page);
			await page.getByRole('group', { name: 'Recent searches' }).waitFor();
			expect(await options(page).allInnerTexts()).toEqual(['linear attention']);
			await page.getByRole('button', { name: 'Forget' }).click();
			await options(page).first().waitFor({ state: 'hidden' });
			expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
		});
	});

	test('says what it did not find, and what is near', async () => {
		await visit('about/', async (page) => {
			await search(page, 'transfomer');
			expect(await page.locator('dialog [role=status]').innerText()).toContain('transformer');
			await page.keyboard.press('Control+a');
			await page.keyboard.type('zzyzzyxq');
			await page.getByText('Nothing found.').waitFor();
			expect(await box(page).getAttribute('aria-expanded')).toBe('false');
		});
	});

	test('leads to the box of the page where it cannot be loaded', async () => {
		await visit(
			'about/',
			async (page) => {
				await page.route('**/search-dialog*', (route) => route.abort());
				await pressSlash(page);
				await page.locator('header input[name=q]:focus').waitFor();
			},
			{ expected: /ERR_FAILED/ },
		);
	});

	test.each([360, 1280])('is accessible in every state, %d px wide', async (width) => {
		await visit(
			'about/',
			async (page) => {
				await page.evaluate(() => {
					localStorage.setItem('offprint:/repo/:recent-searches', '["linear attention"]');
				});
				await pressSlash(page);
				await options(page).first().waitFor();
				await expectAccessible(page, 'recent searches');
				for (const query of ['mamba', 'zzyzzyxq']) {
					await box(page).fill(query);
					await page.locator('dialog [role=status]:not(:empty)').waitFor();
					await page.keyboard.press('ArrowDown');
					await expectAccessible(page, query);
				}
			},
			{ viewport: { width, height: 800 } },
		);
	});
});
