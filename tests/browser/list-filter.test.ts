import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { layoutShift, watchLayout } from '../support/layout-shift.ts';
import { visit } from '../support/open-browser.ts';

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
				await page.getByText(`0 of ${all.length} on this page`).waitFor();
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
