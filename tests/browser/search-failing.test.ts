import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit } from '../support/open-browser.ts';
import { digest, go, savePapers } from '../support/saved-page.ts';
import { ask, countOf, settle, titles } from '../support/search-page.ts';

/** A network that can be away for some files. */
function shakyNetwork(files: string, isAway = false) {
	const network = { isAway };
	const prepare = (page: Page) =>
		page.route(files, (route) => (network.isAway ? route.abort() : route.continue()));
	return { network, options: { prepare, expected: /Failed to (load resource|fetch)/ } };
}

const failed = (page: Page) => page.getByText('The search index could not be loaded').waitFor();

describe('where the network fails', () => {
	test('a search is made again by Enter, and shows nothing of another in the meantime', async () => {
		const { network, options } = shakyNetwork('**/search-index/terms/**');
		await visit(
			'search/?q=attention',
			async (page) => {
				await settle(page);
				expect(await titles(page)).not.toEqual([]);
				network.isAway = true;
				await page.fill('#query', 'zzyzzyx');
				await failed(page);
				expect(await titles(page)).toEqual([]);
				expect(await page.locator('[aria-busy=true]').count()).toBe(0);
				network.isAway = false;
				await page.press('#query', 'Enter');
				await page.getByText('Nothing found').first().waitFor();
			},
			options,
		);
	});

	test('a search is made again when the network comes back', async () => {
		const { network, options } = shakyNetwork('**/search-index/terms/**', true);
		await visit(
			'search/?q=attention',
			async (page) => {
				await failed(page);
				network.isAway = false;
				await page.evaluate(() => dispatchEvent(new Event('online')));
				await page.locator('#results h2 a').first().waitFor();
				expect(await countOf(page)).toBeGreaterThan(0);
			},
			options,
		);
	});

	test('further results come once they can be fetched, and the failure is not said any more', async () => {
		const { network, options } = shakyNetwork('**/search-index/texts/**');
		await visit(
			'search/?q=attention',
			async (page) => {
				await settle(page);
				const count = await countOf(page);
				network.isAway = true;
				await page.click('#more');
				await failed(page);
				expect(await titles(page)).toHaveLength(6);
				network.isAway = false;
				await page.click('#more');
				await page.locator('#results > li:not(.awaited)').nth(6).waitFor();
				expect(await countOf(page)).toBe(count);
			},
			options,
		);
	});
});

/** Have some files come so late that another step is made before. */
const late = (files: string) => ({
	prepare: (page: Page) =>
		page.route(files, async (route) => {
			await page.waitForTimeout(1_000);
			await route.continue();
		}),
});

describe('what comes late', () => {
	test('completes no name once the search was made', async () => {
		await visit(
			'search/',
			async (page) => {
				await settle(page);
				await page.locator('#query').pressSequentially('mam');
				await page.press('#query', 'Enter');
				await settle(page);
				await page.waitForLoadState('networkidle');
				expect(await page.locator('#completions').isVisible()).toBe(false);
			},
			late('**/search-index/names/**'),
		);
	});

	test('keeps the search for which it was asked, and shows another as it is', async () => {
		await visit(
			'search/?q=attention',
			async (page) => {
				await settle(page);
				await page.click('#keep');
				await page.fill('#query', 'mamba');
				await page.waitForURL(/q=mamba/);
				await page.waitForFunction(() =>
					JSON.stringify(localStorage).includes('q=attention'),
				);
				expect(await page.getAttribute('#keep', 'aria-pressed')).toBe('false');
			},
			{ ...late('**/search-index/facets.json'), viewport: { width: 360, height: 740 } },
		);
	});
});

test('a search of the reading list is gone back to where it was left', async () => {
	await visit(digest, async (page) => {
		await savePapers(page, 8);
		await go(page, 'search/?saved=1');
		await settle(page);
		await page.click('#more');
		await page.locator('#results > li:not(.awaited)').nth(7).waitFor();
		const shown = await titles(page);
		await page.locator('#results h2 a').nth(7).click();
		await page.locator('.abstract').waitFor();
		await page.goBack();
		await settle(page);
		expect(await titles(page)).toEqual(shown);
	});
});

test('a search is told from others by the title of its page', async () => {
	await visit('search/?q=attention', async (page) => {
		await settle(page);
		const title = await page.title();
		expect(title).toMatch(/^attention · /);
		await ask(page, 'mamba');
		expect(await page.title()).toBe(title.replace('attention', 'mamba'));
		await ask(page, '');
		expect(await page.title()).toBe(title.replace('attention · ', ''));
	});
});
