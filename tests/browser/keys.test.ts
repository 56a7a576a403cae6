import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { toyPapers } from '../support/toy-archive.ts';

const digest = 'digests/2024-07-01/';
const paper = `papers/${toyPapers.often}/`;

describe('keys', () => {
	test('go from paper to paper, open and save, and list themselves', async () => {
		await visit(digest, async (page) => {
			await page.locator('.star').first().waitFor();
			const titles = await page.locator('.title a').allTextContents();
			const focused = () => page.evaluate(() => document.activeElement!.textContent.trim());
			await page.keyboard.press('j');
			await expect.poll(focused).toBe(titles[0]);
			await page.keyboard.press('j');
			await expect.poll(focused).toBe(titles[1]);
			await page.keyboard.press('k');
			await expect.poll(focused).toBe(titles[0]);
			await page.keyboard.press('s');
			await page.locator('.star[aria-pressed=true]').first().waitFor();
			await page.keyboard.press('?');
			await page.locator('#keys:popover-open').waitFor();
			await expectAccessible(page, 'with the keys open');
			await page.keyboard.press('Escape');
			await page.keyboard.press('o');
			await page.locator('h1', { hasText: titles[0]! }).waitFor();
		});
	});

	test('are letters while one types', async () => {
		await visit(digest, async (page) => {
			await page.locator('header input[name=q]').pressSequentially('jokes?');
			expect(await page.locator('header input[name=q]').inputValue()).toBe('jokes?');
			expect(await page.locator('#keys').isVisible()).toBe(false);
		});
	});

	test('work while a box to tick has the focus', async () => {
		await visit(digest, async (page) => {
			await page.getByLabel('Dark').focus();
			await page.keyboard.press('?');
			await page.locator('#keys:popover-open').waitFor();
		});
	});

	test('are listed by a button that says so, and takes the list away again', async () => {
		await visit(digest, async (page) => {
			const help = page.getByRole('dialog', { name: 'Keys' });
			const button = (expanded: boolean) =>
				page.getByRole('button', { name: 'Keys', expanded });
			for (const _ of [1, 2]) {
				await page.getByRole('button', { name: 'Keys' }).click();
				await button(true).waitFor();
				expect(await help.evaluate((one) => one === document.activeElement)).toBe(true);
				await button(true).click();
				await button(false).waitFor();
				expect(await help.count()).toBe(0);
			}
		});
	});

	test('go on from where one was when they were listed', async () => {
		await visit(digest, async (page) => {
			const [, second] = await page.locator('.title a').all();
			for (const key of ['j', '?']) await page.keyboard.press(key);
			await page.locator('#keys:popover-open').waitFor();
			await page.keyboard.press('j');
			await expect
				.poll(() => second!.evaluate((link) => link === document.activeElement))
				.toBe(true);
			expect(await page.locator('#keys').isVisible()).toBe(false);
		});
	});

	test('are turned off and on again in their list, for every page; Ctrl-K stays', async () => {
		await visit(digest, async (page) => {
			const help = page.locator('#keys:popover-open');
			const choose = async (isOn: boolean) => {
				await page.getByRole('button', { name: 'Keys' }).click();
				await page.getByLabel('Use these keys').setChecked(isOn);
				await page.keyboard.press('Escape');
			};
			const pressAll = async () => {
				for (const key of ['j', 's', '?', '/']) await page.keyboard.press(key);
			};
			await choose(false);
			await pressAll();
			await page.goto(new URL(`../../${paper}`, page.url()).href);
			await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
			await pressAll();
			await page.keyboard.press('Control+k');
			await page.locator('dialog[open]').waitFor();
			await page.keyboard.press('Escape');
			expect(await help.count()).toBe(0);
			expect(await page.locator('.star[aria-pressed=true]').count()).toBe(0);
			expect(new URL(page.url()).pathname).toBe(`/repo/${paper}`);
			await choose(true);
			await page.reload();
			await page.keyboard.press('?');
			await help.waitFor();
			expect(await page.getByLabel('Use these keys').isChecked()).toBe(true);
		});
	});

	test('are off for the page where nothing can be stored', async () => {
		await visit(
			digest,
			async (page) => {
				await page.keyboard.press('?');
				await page.getByLabel('Use these keys').uncheck();
				await page.keyboard.press('?');
				await page.keyboard.press('j');
				await page.keyboard.press('Control+k');
				await page.locator('dialog[open]').waitFor();
				await page.keyboard.press('Escape');
				expect(await page.locator('.title a:focus').count()).toBe(0);
			},
			{
				prepare: (page) =>
					page.addInitScript(() =>
						Object.defineProperty(globalThis, 'localStorage', {
							get() {
								throw new DOMException('Storage is refused', 'SecurityError');
							},
						}),
					),
			},
		);
	});

	test('leave alone the page behind a dialog', async () => {
		await visit(paper, async (page) => {
			await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
			await page.keyboard.press('?');
			await page.locator('#keys:popover-open').waitFor();
			await page.keyboard.press('Escape');
			await page.keyboard.press('Control+k');
			await page.locator('dialog').getByRole('button', { name: 'Close' }).focus();
			for (const key of ['s', '?', 'j', 'k', 'o']) await page.keyboard.press(key);
			await page.keyboard.press('Escape');
			await page.locator('dialog').waitFor({ state: 'hidden' });
			expect(await page.locator('#keys').isVisible()).toBe(false);
			expect(await page.locator('.star[aria-pressed=true]').count()).toBe(0);
			expect(new URL(page.url()).pathname).toBe(`/repo/${paper}`);
		});
	});
});
