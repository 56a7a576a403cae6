import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { digest, go, savedTitles, savePapers, storageKey, summary } from '../support/saved-page.ts';
import { toyRepoSite } from '../support/toy-archive.ts';

// H₂O: a title with a formula.
const withFormula = toyRepoSite().page('/papers/v943ax19vk/');
const path = withFormula.address.slice(1);

describe('the reading list', () => {
	test('has a paper that was saved on its page, also after a reload; it can be read and removed', async () => {
		await visit(path, async (page) => {
			const star = page.getByRole('button', { name: 'Save', exact: true });
			expect(await page.getByRole('button', { name: 'Mark as read' }).count()).toBe(0);
			await star.focus();
			await page.keyboard.press('Enter');
			const saved = page.getByRole('button', { name: 'Save', exact: true, pressed: true });
			expect(await saved.evaluate((button) => button === document.activeElement)).toBe(true);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Space');
			await page.getByRole('button', { name: 'Mark as read', pressed: true }).waitFor();

			await go(page, 'saved/');
			const title = withFormula.$('[name=citation_title]').attr('content')!;
			expect(await savedTitles(page)).toEqual([title]);
			expect(await summary(page)).toBe('1 paper, all read');
			await page.reload();
			expect(await savedTitles(page)).toEqual([title]);
			await page.getByRole('link', { name: title }).click();
			expect(page.url()).toContain(`/repo/${path}`);
			await saved.click();
			await page.getByRole('button', { name: 'Save', exact: true, pressed: false }).waitFor();
			await go(page, 'saved/');
			expect(await page.locator('#greeting').isVisible()).toBe(true);
		});
	});

	test('has the papers that a digest’s stars save, newest first, each named by its star', async () => {
		await visit(digest, async (page) => {
			const saved = await savePapers(page, 3);
			const name = `Save: ${saved[0]}`;
			await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
			await go(page, 'saved/');
			expect(await savedTitles(page)).toEqual(saved);
			expect(await summary(page)).toBe('3 papers, 3 unread');
		});
	});

	test('narrows by state and by words, and what is marked stays under the hand', async () => {
		await visit(digest, async (page) => {
			const saved = await savePapers(page, 3);
			await go(page, 'saved/');
			await page.getByLabel('Unread').check();
			const mark = page.getByRole('button', { name: `Mark as read: ${saved[1]}` });
			await mark.click();
			expect(await savedTitles(page)).toEqual(saved);
			// It keeps its name, which has what it shows in it, and says that it is pressed.
			expect(await mark.getAttribute('aria-pressed')).toBe('true');
			expect(await mark.textContent()).toBe('Read');
			expect(await mark.evaluate((one) => one === document.activeElement)).toBe(true);
			await page.getByLabel('Read', { exact: true }).check();
			expect(await savedTitles(page)).toEqual([saved[1]]);
			expect(await summary(page)).toBe('1 shown of 3 papers, 2 unread');
			await page.getByLabel('All').check();
			await page.getByLabel('Filter by title').fill(saved[2]!.toUpperCase());
			expect(await savedTitles(page)).toEqual([saved[2]]);
			await page.getByLabel('Filter by title').fill('zebra');
			expect(await savedTitles(page)).toEqual([]);
			expect(await summary(page)).toBe('None shown of 3 papers, 2 unread');
		});
	});

	test('puts back a paper that was removed, with the keyboard alone', async () => {
		await visit(digest, async (page) => {
			const saved = await savePapers(page, 3);
			await go(page, 'saved/');
			const stored = () =>
				page
					.evaluate((name) => localStorage.getItem(name)!, storageKey)
					.then((text) =>
						(JSON.parse(text) as { papers: { id: string }[] }).papers.toSorted(
							(a, b) => (a.id < b.id ? -1 : 1),
						),
					);
			const before = await stored();
			await page.getByRole('button', { name: `Remove: ${saved[1]}` }).focus();
			await page.keyboard.press('Enter');
			expect(await savedTitles(page)).toEqual([saved[0], saved[2]]);
			expect(await summary(page)).toBe('2 papers, 2 unread');
			await page.keyboard.press('Enter');
			expect(await savedTitles(page)).toEqual(saved);
			expect(await stored()).toEqual(before);
			await page.keyboard.press('Enter');
			await page.reload();
			expect(await savedTitles(page)).toEqual([saved[0], saved[2]]);
		});
	});

	test('limits the search to itself', async () => {
		await visit('search/', async (page) => {
			expect(await page.getByLabel('Only my reading list').isVisible()).toBe(false);
			await go(page, digest);
			const saved = await savePapers(page, 3);
			await go(page, 'search/');
			await page.getByLabel('Only my reading list').check();
			await page.waitForURL('**/search/?saved=1');
			await page.getByText('3 papers', { exact: true }).waitFor();
			await page.locator('#results[aria-busy=false]').waitFor();
			const found = page.locator('#results li h2 a');
			expect((await found.allTextContents()).toSorted()).toEqual(saved.toSorted());
			await page.fill('#query', saved[0]!.split(' ')[0]!);
			await page.waitForURL('**/search/?q=*&saved=1');
			await page.locator('#results[aria-busy=false]').waitFor();
			expect(await found.allTextContents()).toContain(saved[0]);
			expect(await found.count()).toBeLessThanOrEqual(3);
		});
	});

	test('without JavaScript there is no star and no gap for one, and the list says what it would do', async () => {
		await visit(
			digest,
			async (page) => {
				for (const other of [digest, path]) {
					await go(page, other);
					expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
					expect(await page.locator('.saving:visible').count()).toBe(0);
				}
				await go(page, 'saved/');
				expect(await page.locator('noscript p').isVisible()).toBe(true);
				expect(await page.locator('#saved-panel').isVisible()).toBe(false);
			},
			{ javaScriptEnabled: false },
		);
	});

	test('is there without anything moving', async () => {
		await visit(digest, async (page) => {
			for (const other of [digest, path, 'saved/']) {
				await go(page, other);
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
				expect(shift, other).toBe(0);
			}
		});
	});

	test('with papers saved, read and removed, every page is accessible', async () => {
		await visit(
			digest,
			async (page) => {
				const saved = await savePapers(page, 3);
				const check = async () => {
					await expectAccessible(page);
					await expectNoOverflow(page);
				};
				await check();
				await go(page, 'saved/');
				await page.getByRole('button', { name: `Mark as read: ${saved[0]}` }).click();
				await page.getByRole('button', { name: `Remove: ${saved[1]}` }).click();
				await check();
				await page.getByRole('link', { name: saved[0]! }).click();
				await page.getByRole('button', { name: 'Mark as read', pressed: true }).waitFor();
				await check();
			},
			{ viewport: { width: 320, height: 800 } },
		);
	});
});
