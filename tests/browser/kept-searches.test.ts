import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { go } from '../support/saved-page.ts';
import { settle } from '../support/search-page.ts';

const key = 'offprint:/repo/:searches';
const stored = (page: Page) =>
	page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '[]'), key);
const own = (page: Page) => page.locator('#own-searches');

describe('a search that is kept in the browser', () => {
	test('is kept by a press, and let go by another', async () => {
		await visit('search/?q=attention&sort=date', async (page) => {
			await settle(page);
			const keep = page.locator('#keep');
			expect(await keep.textContent()).toBe('Keep this search');
			await keep.click();
			await page.locator('#keep[aria-pressed=true]').waitFor();
			expect(await stored(page)).toEqual([{ search: '?q=attention', until: '2025-09-22' }]);
			await expectAccessible(page);
			await keep.click();
			await page.locator('#keep[aria-pressed=false]').waitFor();
			expect(await stored(page)).toEqual([]);
		});
	});

	test('shows what came since the last visit, once', async () => {
		await visit('watch/', async (page) => {
			expect(await own(page).isVisible()).toBe(false);
			await page.evaluate(
				([name, value]) => localStorage.setItem(name!, value!),
				[key, JSON.stringify([{ search: '?q=attention', until: '2025-05-09' }])],
			);
			await go(page, 'watch/');
			await own(page).locator('.note').waitFor();
			expect(await own(page).locator('.note').textContent()).toMatch(
				/^\d+ new papers? since 9 May 2025$/,
			);
			expect(await own(page).locator('ul ul a').count()).toBeGreaterThan(0);
			await expectAccessible(page);
			await go(page, 'watch/');
			await own(page).locator('.note').waitFor();
			expect(await own(page).locator('.note').textContent()).toBe(
				'Nothing new since 22 September 2025',
			);
		});
	});

	test.each(['no list', '[1, {"search": "x"}, null]', '{"search": "?q=a"}'])(
		'is none where what is stored is %s',
		async (text) => {
			await visit('watch/', async (page) => {
				await page.evaluate(
					([name, value]) => localStorage.setItem(name!, value!),
					[key, text],
				);
				await go(page, 'watch/');
				await page.waitForLoadState('networkidle');
				expect(await own(page).isVisible()).toBe(false);
			});
		},
	);

	test('is offered only where a script can keep it', async () => {
		const expectOffer = async (page: Page, isOffered: boolean) =>
			expect(await page.getByText('choose “Keep this search”').isVisible()).toBe(isOffered);
		await visit('watch/', (page) => expectOffer(page, true));
		await visit('watch/', (page) => expectOffer(page, false), { javaScriptEnabled: false });
	});

	test('is refused in a sentence where the browser stores nothing', async () => {
		const prepare = (page: Page) =>
			page.addInitScript(() => {
				Object.defineProperty(window, 'localStorage', {
					get() {
						throw new DOMException('denied', 'SecurityError');
					},
				});
			});
		await visit(
			'search/?q=attention',
			async (page) => {
				await settle(page);
				await page.locator('#keep').click();
				await page.getByText('The browser refused to store this').waitFor();
			},
			{ prepare },
		);
	});
});
