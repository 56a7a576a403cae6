import { describe, expect, test } from 'vitest';
import { visit } from '../support/open-browser.ts';
import { settle, titles, withFacets } from '../support/search-page.ts';

describe('the search box', () => {
	test('of the search page is reached by / and Ctrl-K', async () => {
		await visit('search/?q=mamba', async (page) => {
			await settle(page);
			for (const keys of ['/', 'Control+k', 'Meta+k']) {
				await page.evaluate(() => (document.activeElement as HTMLElement).blur());
				await page.keyboard.press(keys);
				expect(await page.evaluate(() => document.activeElement?.id), keys).toBe('query');
			}
			await page.keyboard.type('a/b');
			expect(await page.inputValue('#query')).toBe('a/b');
			expect(await page.locator('dialog').count()).toBe(0);
		});
	});

	test('of a page leads to results, a result to its paper, and back', async () => {
		await visit('about/', async (page) => {
			await page.fill('header input[name=q]', 'speculative decoding');
			await page.press('header input[name=q]', 'Enter');
			const results = page.locator('#results li h2 a');
			await results.first().waitFor();
			expect(new URL(page.url()).search).toBe('?q=speculative+decoding');
			expect(await page.locator('#summary').textContent()).toMatch(/^\d+ papers$/);
			expect(await page.locator('#results mark').count()).toBeGreaterThan(5);
			const title = await results.first().textContent();
			await results.first().click();
			expect(await page.locator('h1').textContent()).toBe(title);
			await page.goBack();
			await results.first().waitFor();
			expect(await page.inputValue('#query')).toBe('speculative decoding');
		});
	});

	test('answers as one types, and the address follows', async () => {
		await visit('search/', async (page) => {
			expect(await page.locator('#help').textContent()).toContain('titles and abstracts');
			await page.locator('#query').pressSequentially('mamba', { delay: 20 });
			await page.locator('#results li').first().waitFor();
			await page.waitForURL('**/search/?q=mamba');
			await page.fill('#query', '"zebra attention"');
			await page.getByText('Nothing found').waitFor();
			expect(await page.locator('#results li').count()).toBe(0);
		});
	});

	test('completes a system’s name while one types', async () => {
		await visit(
			'search/',
			async (page) => {
				await settle(page);
				const options = page.locator('#completions').getByRole('option');
				await page.locator('#query').pressSequentially('linear mam');
				await options.first().waitFor();
				expect(await options.allTextContents()).toEqual([
					'Mamba 2 papers',
					'Mamba-2 1 paper',
				]);
				expect(await page.getAttribute('#query', 'aria-expanded')).toBe('true');
				await page.keyboard.press('ArrowDown');
				await page.keyboard.press('ArrowDown');
				expect(await page.getAttribute('#query', 'aria-activedescendant')).toBe(
					'completion-1',
				);
				await page.keyboard.press('ArrowUp');
				await page.keyboard.press('Enter');
				await settle(page);
				expect(await page.inputValue('#query')).toBe('linear Mamba');
				await page.waitForURL('**/search/?q=linear+Mamba');
				expect(await options.count()).toBe(0);
				// Escape closes the list and leaves what was typed.
				await page.fill('#query', '');
				await page.locator('#query').pressSequentially('evil');
				await options.first().waitFor();
				expect(await options.first().textContent()).toBe('Evil <img src=x> 1 paper');
				await page.keyboard.press('Escape');
				expect(await options.count()).toBe(0);
				expect(await page.inputValue('#query')).toBe('evil');
			},
			{ prepare: withFacets },
		);
	});

	test('hands on by the arrows to the names and the results, and Escape returns to it', async () => {
		await visit(
			'search/',
			async (page) => {
				await page.locator('#query').pressSequentially('mamb');
				await page.locator('#completions').getByRole('option').first().waitFor();
				await page.waitForURL('**/?q=mamb');
				await settle(page);
				for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
				expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
				await page.keyboard.press('Escape');
				expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
			},
			{ prepare: withFacets },
		);
		await visit('search/?q=linear+attention', async (page) => {
			const results = page.locator('#results li h2 a');
			await results.nth(1).waitFor();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('ArrowDown');
			const title = await results.nth(1).textContent();
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
			await page.keyboard.press('ArrowUp');
			await page.keyboard.press('ArrowUp');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/papers/*/');
		});
	});

	test('remembers the searches that were meant, not every letter', async () => {
		await visit('search/', async (page) => {
			await page.locator('#query').pressSequentially('mamba', { delay: 150 });
			await page.keyboard.press('Enter');
			await settle(page);
			await page.fill('#query', '');
			await page.locator('#query').pressSequentially('hydra', { delay: 150 });
			await page.waitForURL('**/?q=hydra');
			await settle(page);
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
			await page.goBack();
			await settle(page);
			expect(await page.inputValue('#query')).toBe('mamba');
			expect((await titles(page))[0]).toContain('Mamba');
			await page.goForward();
			await settle(page);
			expect(await page.inputValue('#query')).toBe('hydra');
		});
	});
});
