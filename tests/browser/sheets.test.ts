import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { toyPapers } from '../support/toy-archive.ts';

const digest = 'digests/2024-07-01/';
const paper = `papers/${toyPapers.often}/`;
const phone = { viewport: { width: 360, height: 740 } };

describe('a digest', () => {
	test('unfolds an abstract where it is, without a script', async () => {
		await visit(
			digest,
			async (page) => {
				const entry = page.locator('.whole > li').first();
				await entry.locator('summary').click();
				expect(await entry.locator('.unfold > p').isVisible()).toBe(true);
				expect(await entry.locator('.excerpt').isVisible()).toBe(false);
				expect(new URL(page.url()).pathname).toBe(`/repo/${digest}`);
			},
			{ javaScriptEnabled: false, ...phone },
		);
	});

	test('has a map to jump by', async () => {
		await visit(digest, async (page) => {
			const last = page.locator('.map a[href]').last();
			const id = (await last.getAttribute('href'))!.slice(1);
			await last.click();
			expect(
				await page.locator(`[id="${id}"]`).evaluate((item) => item.matches(':target')),
			).toBe(true);
		});
	});
});

describe('a paper', () => {
	test('has all that is done with it in one row before the abstract, also on a phone', async () => {
		await visit(
			paper,
			async (page) => {
				await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
				const tops = await page
					.locator('.actions .button:visible')
					.evaluateAll((all) =>
						all.map((one) => Math.round(one.getBoundingClientRect().top)),
					);
				expect(new Set(tops).size).toBe(1);
				const abstract = await page.locator('.abstract').boundingBox();
				expect(abstract!.y).toBeGreaterThan(tops[0]!);
			},
			phone,
		);
	});

	test('is cited by two clicks, and its address copied by one', async () => {
		await visit(
			paper,
			async (page) => {
				await page.getByText('Cite this paper').click();
				await page.getByRole('button', { name: 'BibTeX' }).waitFor();
				await expectAccessible(page, 'with the citation open');
				await page.getByRole('button', { name: 'BibTeX' }).click();
				const copied = () => page.evaluate(() => navigator.clipboard.readText());
				expect(await copied()).toMatch(/^@misc\{\w+,\n/);
				await page.locator('h1').click();
				expect(await page.locator('.menu:visible').count()).toBe(0);
				const link = page.locator('[data-copies]');
				const width = () => link.evaluate((one) => one.getBoundingClientRect().width);
				const before = await width();
				await page.getByRole('link', { name: 'Copy link' }).click();
				await page.getByRole('link', { name: 'Copied' }).waitFor();
				expect(Math.abs((await width()) - before)).toBeLessThan(1);
				expect(await page.getByRole('status').textContent()).toBe('Copied');
				expect(await copied()).toContain(`/repo/${paper}`);
				await page.getByRole('link', { name: 'Copy link' }).waitFor();
				expect(await width()).toBe(before);
			},
			{ permissions: ['clipboard-read', 'clipboard-write'] },
		);
	});

	test('offers no copying without a script', async () => {
		await visit(
			paper,
			async (page) => {
				expect(await page.getByText('Copy link').isVisible()).toBe(false);
			},
			{ javaScriptEnabled: false },
		);
	});

	test.each(['Cite', 'Full paper'])(
		'has menus that Escape closes, and that are never left open: %s',
		async (name) => {
			await visit(paper, async (page) => {
				const menu = page.locator('.actions details', { hasText: name });
				const summary = menu.locator('summary');
				const isOpen = () => menu.evaluate((one) => (one as HTMLDetailsElement).open);
				const open = async () => {
					await summary.press('Enter');
					// With what is in the menus, what closes them is loaded.
					await page.locator('.cite pre').first().waitFor({ state: 'attached' });
				};
				await open();
				await page.keyboard.press('Tab');
				expect(await isOpen()).toBe(true);
				await page.keyboard.press('Escape');
				expect(await isOpen()).toBe(false);
				expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
				await open();
				await menu
					.locator('.note')
					.last()
					.click({ position: { x: 1, y: 1 } });
				await page.keyboard.press('Escape');
				expect(await isOpen()).toBe(false);
				await open();
				await menu.locator('a').last().focus();
				await page.keyboard.press('Tab');
				expect(await isOpen()).toBe(false);
			});
		},
	);

	test('is followed through the digest that one came from', async () => {
		await visit('digests/2023-11-30/', async (page) => {
			await page.locator(`.title a[href$="/${toyPapers.often}/"]`).click();
			const shown = (digest: string) =>
				page.locator(`.in-digest[data-digest="${digest}"]`).waitFor();
			await shown('2023-11-30');
			expect(await page.locator('.in-digest:visible').count()).toBe(1);
			await page.goto(page.url());
			await shown('2025-09-22');
		});
	});
});

describe('the reader’s choice of colours', () => {
	test('is there before the first paint, on every page, until it is taken back', async () => {
		await visit('', async (page) => {
			const background = () =>
				page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
			const light = await background();
			await page.getByLabel('Dark').check();
			const dark = await background();
			expect(dark).not.toBe(light);
			await page.goto(new URL('about/', page.url()).href, { waitUntil: 'commit' });
			await page.waitForSelector('h1', { state: 'attached' });
			expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(
				'dark',
			);
			await page.waitForLoadState();
			expect(await background()).toBe(dark);
			expect(await page.getByLabel('Dark').isChecked()).toBe(true);
			await page.getByLabel('System').check();
			expect(await background()).toBe(light);
		});
	});
});

test.each([
	['no-preference', 'title'],
	['reduce', 'none'],
] as const)('the title one follows becomes that of the paper: %s', async (reducedMotion, name) => {
	await visit(
		digest,
		async (page) => {
			const nameOf = (selector: string) =>
				page
					.locator(selector)
					.first()
					.evaluate((one) => getComputedStyle(one).viewTransitionName);
			await page.locator('.title a').first().focus();
			expect(await nameOf('.title a')).toBe(name);
			await page.locator('.title a').first().click();
			await page.locator('.abstract').waitFor();
			// The words may be there before the sheet is.
			await page.waitForLoadState();
			expect(await nameOf('h1')).toBe(name);
			// A page has the name once.
			await page.locator('.titles a').first().focus();
			expect([await nameOf('h1'), await nameOf('.titles a')]).toEqual(['none', name]);
		},
		{ reducedMotion, expected: /Transition was skipped/ },
	);
});

test('an address that leads nowhere puts its words into the search', async () => {
	await visit(
		'papers/attention-is-all-you-need/',
		async (page) => {
			await expect
				.poll(() => page.locator('main input[name=q]').inputValue())
				.toBe('attention is all you need');
		},
		{ expected: /404/ },
	);
});
