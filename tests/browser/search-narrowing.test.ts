import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit } from '../support/open-browser.ts';
import {
	countOf,
	packFacets,
	settle,
	showAll,
	someFacets,
	titles,
	withFacets,
} from '../support/search-page.ts';

describe('narrowing', () => {
	test('every value is counted before a query, topics with most papers first, and long lists unfold', async () => {
		await visit(
			'search/',
			async (page) => {
				await settle(page);
				const legends = await page.locator('#facets legend').allTextContents();
				expect(legends).toEqual(['Topic', 'System', 'Code', 'Year', 'Month', 'Digest']);
				const topics = page.locator('#facets fieldset', { hasText: 'Topic 0' });
				const counts = (await topics.locator('.count').allTextContents()).map(Number);
				expect(counts).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
				await page.getByRole('button', { name: '4 more' }).click();
				expect(await topics.locator('li').count()).toBe(12);
				expect(await page.evaluate(() => document.activeElement?.id)).toBe('fold-topic');
				await page.getByRole('checkbox', { name: /^Topic 3\b/ }).check();
				await settle(page);
				expect(await countOf(page)).toBe(17);
				expect(await topics.locator('li').count()).toBe(12);
				await page.getByRole('checkbox', { name: /^Topic 11\b/ }).check();
				await page.getByRole('checkbox', { name: /^Has code\b/ }).check();
				await settle(page);
				expect(new URL(page.url()).search).toBe('?topic=Topic+3&topic=Topic+11&code=yes');
				expect(await countOf(page)).toBe(3);
				await page.goBack();
				await settle(page);
				expect(await page.getByRole('checkbox', { name: /^Has code\b/ }).isChecked()).toBe(
					false,
				);
				await page.getByRole('button', { name: 'Untick all' }).click();
				await settle(page);
				expect(new URL(page.url()).search).toBe('');
			},
			{ prepare: withFacets },
		);
	});

	test('what few papers have is fetched when it is asked for', async () => {
		const more = packFacets({ topic: { Rare: [3], Rarer: [4] }, system: { Odd: [3] } });
		const prepare = async (page: Page) => {
			await page.route('**/facets-more.json', (route) => route.fulfill({ json: more }));
			await page.route('**/facets.json', async (route) => {
				const file = await (await route.fetch()).json();
				const facets = { ...file.facets, ...packFacets(someFacets) };
				await route.fulfill({ json: { ...file, facets, hasMore: true } });
			});
		};
		await visit(
			'search/',
			async (page) => {
				await settle(page);
				const rare = page.getByRole('checkbox', { name: /^Rare\b/ });
				expect(await page.locator('#fold-topic').textContent()).toBe('More');
				await page.locator('#fold-topic').click();
				await rare.waitFor();
				expect(await page.locator('#fold-topic').textContent()).toBe('Fewer');
				expect(await page.evaluate(() => document.activeElement?.id)).toBe('fold-topic');
				expect(await page.locator('#fold-system').count()).toBe(0);
				await rare.check();
				await settle(page);
				expect(await countOf(page)).toBe(1);
			},
			{ prepare },
		);
		await visit(
			'search/?topic=Rarer&system=Odd',
			async (page) => {
				await settle(page);
				expect(await countOf(page)).toBe(0);
				await page.getByRole('checkbox', { name: /^Odd\b/ }).click();
				await settle(page);
				expect(await countOf(page)).toBe(1);
			},
			{ prepare },
		);
	});

	test('a list without values is not drawn', async () => {
		await visit('search/?q=attention', async (page) => {
			await settle(page);
			const legends = await page.locator('#facets legend').allTextContents();
			expect(legends.slice(-3)).toEqual(['Year', 'Month', 'Digest']);
			expect(await page.locator('#facets fieldset:not(:has(li))').count()).toBe(0);
		});
	});

	test.each(['attention', '"long context"', 'O(n^2)', 'music transfomer'])(
		'a count is what choosing gives: %s',
		async (query) => {
			await visit(`search/?q=${encodeURIComponent(query)}`, async (page) => {
				await settle(page);
				const box = page
					.locator('#facets li', { has: page.locator('[id^=month-]') })
					.first();
				const count = Number(await box.locator('.count').textContent());
				await box.locator('input').check();
				await settle(page);
				expect(await countOf(page)).toBe(count);
			});
		},
	);

	test('dates stand in the address, also after a reload, and without a query', async () => {
		await visit('search/?q=linear+attention', async (page) => {
			await settle(page);
			const september = page.getByRole('checkbox', { name: /^September 2025/ });
			const count = Number(
				await page
					.locator('#facets li', { has: september })
					.locator('.count')
					.textContent(),
			);
			await september.check();
			await page.waitForURL('**/search/?q=linear+attention&when=2025-09');
			await settle(page);
			expect(await countOf(page)).toBe(count);
			await page.reload();
			await settle(page);
			expect(await countOf(page)).toBe(count);
			expect(await september.isChecked()).toBe(true);
			await page.fill('#query', '');
			await page.getByText('19 papers', { exact: true }).waitFor();
		});
	});

	test('the order changes, and what is found does not', async () => {
		await visit('search/?q=attention', async (page) => {
			await settle(page);
			const count = await countOf(page);
			await page.getByLabel('Order').selectOption('Newest first');
			await settle(page);
			expect(await countOf(page)).toBe(count);
			expect(new URL(page.url()).search).toBe('?q=attention&sort=newest');
			await showAll(page);
			expect(new Set(await titles(page)).size).toBe(count);
			const days = await page.locator('#results .note').allTextContents();
			const dates = days.map((day) =>
				Date.parse(/First seen (\d+ \w+ \d{4})/.exec(day)![1]!),
			);
			expect(dates).toHaveLength(count);
			expect(dates).toEqual(dates.toSorted((a, b) => b - a));
			await page.goBack();
			await settle(page);
			expect(await page.getByLabel('Order').inputValue()).toBe('relevance');
			await page.getByLabel('Order').selectOption('In most digests');
			await settle(page);
			expect(await countOf(page)).toBe(count);
			await showAll(page);
			const seen = (await page.locator('#results .note').allTextContents()).map((note) =>
				Number(/in (\d+) digests/.exec(note)?.[1] ?? 1),
			);
			expect(seen[0]).toBeGreaterThan(1);
			expect(seen).toEqual(seen.toSorted((a, b) => b - a));
		});
	});

	test('the lists of a very large archive are folded, and fetched when they are unfolded', async () => {
		await visit(
			'search/?q=attention&code=yes',
			async (page) => {
				await settle(page);
				expect(await page.locator('#results > li').count()).toBeGreaterThan(0);
				expect(await page.locator('#facets').isVisible()).toBe(false);
				await page.getByText('Narrow the search').click();
				const code = page.getByRole('checkbox', { name: /^Has code\b/ });
				await code.waitFor();
				expect(await code.isChecked()).toBe(true);
			},
			{
				prepare: (page) =>
					page.route('**/search/?*', async (route) => {
						const html = await (await route.fetch()).text();
						expect(html).toContain(' data-unfolds');
						await route.fulfill({ body: html.replace(' data-unfolds', '') });
					}),
			},
		);
	});

	test('an answer stands without its lists, which come once they can be fetched', async () => {
		let isAway = true;
		await visit(
			'search/?q=attention',
			async (page) => {
				await page.locator('#facets [role=alert]').waitFor();
				expect(await countOf(page)).toBeGreaterThan(0);
				isAway = false;
				await page.selectOption('#sort', 'newest');
				await page.locator('#facets fieldset').first().waitFor();
				expect(await page.locator('#facets [role=alert]').count()).toBe(0);
			},
			{
				expected: /^Failed to (load resource|fetch)/,
				prepare: (page) =>
					page.route('**/facets.json', (route) =>
						isAway ? route.abort() : route.continue(),
					),
			},
		);
	});

	test('on a phone the lists are folded above the results, and not fetched before they are unfolded', async () => {
		const fetched: string[] = [];
		await visit(
			'search/?q=attention',
			async (page) => {
				page.on('request', (request) => fetched.push(request.url()));
				await settle(page);
				await page.waitForLoadState('networkidle');
				expect(fetched.filter((url) => url.endsWith('/facets.json'))).toEqual([]);
				expect(await page.locator('#facets').isVisible()).toBe(false);
				await page.getByText('Narrow the search').click();
				await page.locator('#facets').waitFor();
				await page.getByRole('checkbox', { name: /^September 2025\b/ }).check();
				await settle(page);
				expect(await page.textContent('#narrowed')).toBe(' (1)');
			},
			{ viewport: { width: 360, height: 800 } },
		);
	});
});
