import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { layoutShift, watchLayout } from '../support/layout-shift.ts';
import { visit } from '../support/open-browser.ts';
import { ask, settle, titles, withFacets } from '../support/search-page.ts';
import { isLong } from '../support/sizes.ts';

describe('a search costs little', () => {
	test.each([
		['linear attention', 60_000],
		['"long context" mamba', 60_000],
		['how does speculative decoding of large language models work', 60_000],
		// All words are looked through for the nearest.
		['zransfomer', 60_000],
		['O(n^2)', 50_000],
	])('when it is the first: %s, %d bytes', async (query, limit) => {
		let bytes = 0;
		await visit(
			`search/?q=${encodeURIComponent(query)}`,
			async (page) => {
				await settle(page);
				await page.waitForLoadState('networkidle');
			},
			{
				prepare: async (page) => {
					const session = await page.context().newCDPSession(page);
					await session.send('Network.enable');
					session.on('Network.loadingFinished', (event) => {
						bytes += event.encodedDataLength;
					});
				},
			},
		);
		expect(bytes).toBeGreaterThan(20_000);
		expect(bytes).toBeLessThanOrEqual(limit);
	});

	test('before it no word is loaded', async () => {
		await visit('search/', async (page) => {
			await settle(page);
			const names = await page.evaluate(() =>
				performance.getEntriesByType('resource').map(({ name }) => name),
			);
			const loaded = names.filter((name) => name.includes('/search-index/'));
			expect(loaded.map((name) => name.split('/').at(-1))).toEqual(['facets.json']);
		});
	});
});

/** What a place comes to: results have their own heights only once they were in view. */
async function steady(place: () => Promise<number>): Promise<number> {
	let last = Number.NaN;
	const isSame = async () => {
		const before = last;
		last = await place();
		return last === before;
	};
	await expect.poll(isSame, { interval: 300, timeout: 60_000 }).toBe(true);
	return last;
}

describe('the search page', () => {
	test('says of a result when its paper was first seen, how often, and its systems', async () => {
		await visit('search/?q=LMUFormer', async (page) => {
			await settle(page);
			expect(await page.locator('#results .note').first().textContent()).toMatch(
				/^First seen 29 February 2024 · in 2 digests · LMUFormer/,
			);
			expect(await page.locator('#results h2 mark').first().textContent()).toBe('LMUFormer');
			expect(await page.locator('#results .excerpt mark').count()).toBeGreaterThan(0);
		});
	});

	test.each(isLong ? [360, 1440] : [360])(
		'moves nothing while answers come late, %d px wide',
		async (width) => {
			// What moves within half a second of a key counts as the reader's doing.
			const late = (page: Page) =>
				page.route('**/search-index/**', async (route) => {
					await page.waitForTimeout(600);
					await route.continue();
				});
			await visit(
				'search/?q=attention',
				async (page) => {
					await settle(page);
					for (const query of ['music transfomer', '2024', 'attention']) {
						await page.fill('#query', query);
						await page.waitForURL(
							({ searchParams }) => searchParams.get('q') === query,
						);
						await settle(page);
					}
					await page.click('#more');
					await page.locator('#results > li:not(.awaited)').nth(6).waitFor();
					expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
				},
				{
					viewport: { width, height: 740 },
					prepare: async (page) => {
						await watchLayout(page);
						await late(page);
					},
				},
			);
		},
	);

	test.each(isLong ? [360, 1280] : [360])(
		'is gone back to where it was left, %d px wide',
		async (width) => {
			await visit(
				'search/?q=attention',
				async (page) => {
					await settle(page);
					await page.click('#more');
					const links = page.locator('#results h2 a');
					await links.nth(6).waitFor();
					const shown = await titles(page);
					const link = links.nth(shown.length - 3);
					await link.scrollIntoViewIfNeeded();
					const top = async () => (await link.boundingBox())!.y;
					const before = await steady(top);
					await link.click();
					await page.locator('.abstract').waitFor();
					await page.goBack();
					await settle(page);
					expect(await titles(page)).toEqual(shown);
					expect(Math.abs((await steady(top)) - before)).toBeLessThan(8);
					expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
				},
				{ viewport: { width, height: 740 } },
			);
		},
	);

	test('gives the results to Tab before the boxes', async () => {
		await visit('search/?q=attention', async (page) => {
			await settle(page);
			const order = await page.evaluate(() =>
				['#query', '#sort', '#results a', '#facets input'].map((selector) =>
					[...document.querySelectorAll('a, input, select')].indexOf(
						document.querySelector(selector)!,
					),
				),
			);
			expect(order).toEqual(order.toSorted((a, b) => a - b));
		});
	});

	test.each([360, 1280])('is accessible in every state, %d px wide', async (width) => {
		await visit(
			'search/?topic=Topic+1',
			async (page) => {
				await settle(page);
				await expectAccessible(page, 'narrowed');
				// A wide page has the same notes.
				const queries = ['attention', '', 'transfomer', 'zzyzzyx'];
				for (const query of isLong || width < 1000 ? queries : queries.slice(0, 1)) {
					await ask(page, query);
					await expectAccessible(page, query);
				}
				await page.fill('#query', '');
				await page.locator('#query').pressSequentially('mam');
				await page.locator('#completions').getByRole('option').first().waitFor();
				await page.keyboard.press('ArrowDown');
				await expectAccessible(page, 'a name that is completed');
			},
			{ viewport: { width, height: 800 }, prepare: withFacets },
		);
	});
});
