import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { readPages, type BuiltPage } from '../support/site-pages.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
	['/', inject('site')],
	['/repo/', inject('repoSite')],
])('in Chromium under %s', (base, folder) => {
	let site: ServedSite;
	beforeAll(async () => {
		site = await serveSite(folder, base);
	});
	afterAll(() => site.close());

	const papers = readPages(folder).filter(({ address }) => /^\/papers\/\w{10}\/$/.test(address));
	const lengthOf = ({ $ }: BuiltPage) =>
		Math.max(
			...$('.abstract')
				.text()
				.split(/\s/)
				.map((word) => word.length),
		);
	const longestWord = papers.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]!;
	const withFormulas = papers.find(({ $ }) => $('.restored math').length > 8)!;
	const kinds = {
		home: '',
		digest: 'digests/2025-03-11-2/',
		paper: papers[0]!.address.slice(1),
		'paper with the longest word': longestWord.address.slice(1),
		'paper with formulas': withFormulas.address.slice(1),
		papers: 'papers/',
		letter: 'papers/s/',
		digests: 'digests/',
		year: 'digests/2025/',
		month: 'digests/2025/03/',
		search: 'search/?q=linear+attention',
		saved: 'saved/',
		systems: 'systems/',
		system: 'systems/hydra/',
		topics: 'topics/',
		topic: 'topics/linear-attention/',
		'gone topic': 'topics/neural-networks/',
		code: 'code/',
		trends: 'trends/',
		about: 'about/',
		missing: 'nowhere/',
	};

	/** Open a page, work with it, and hold it to the rules of every page. */
	async function visit(
		path: string,
		work: (page: Page) => Promise<void>,
		options: BrowserContextOptions = {},
	): Promise<void> {
		const context = await browser.newContext(options);
		const page = await context.newPage();
		const faults: string[] = [];
		page.on('pageerror', (error) => faults.push(error.message));
		page.on('console', (message) => {
			const isMissingPage = path === kinds.missing && message.text().includes('404');
			if (message.type() === 'error' && !isMissingPage) faults.push(message.text());
		});
		page.on('request', (request) => {
			if (!request.url().startsWith(site.url) && !request.url().startsWith('blob:'))
				faults.push(request.url());
		});
		try {
			await page.goto(site.url + path);
			await work(page);
			expect(faults).toEqual([]);
		} finally {
			await context.close();
		}
	}

	const results = (page: Page) => page.locator('#results li h2 a');

	test.each(Object.entries(kinds))(
		'%s: no error, no other host, no sideways scrolling',
		async (kind, path) => {
			for (const width of [320, 360, 768, 1440]) {
				await visit(
					path,
					async (page) => {
						if (kind === 'search') await results(page).first().waitFor();
						expect(await page.locator('h1').count()).toBe(1);
						const overflow = await page.evaluate(
							() =>
								document.documentElement.scrollWidth -
								document.documentElement.clientWidth,
						);
						expect(overflow, `at ${width} px`).toBe(0);
					},
					{ viewport: { width, height: 800 } },
				);
			}
		},
	);

	test.each(['light', 'dark'] as const)(
		'every kind of page is accessible (%s)',
		async (colorScheme) => {
			for (const [kind, path] of Object.entries(kinds)) {
				await visit(
					path,
					async (page) => {
						if (kind === 'search') await results(page).first().waitFor();
						const { violations } = await new AxeBuilder({ page }).analyze();
						expect(
							violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
							kind,
						).toEqual([]);
					},
					{ colorScheme },
				);
			}
		},
		60_000,
	);

	test('the numbers of a picture open without a script, and scroll within the page', async () => {
		await visit(
			kinds.trends,
			async (page) => {
				for (const summary of await page.locator('figure summary').all())
					await summary.click();
				const tables = page.locator('figure table');
				expect(await tables.count()).toBeGreaterThan(5);
				expect(await tables.last().isVisible()).toBe(true);
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(width).toBe(320);
			},
			{ javaScriptEnabled: false, viewport: { width: 320, height: 800 } },
		);
	});

	test('the box on a page leads to results, and a result to its paper', async () => {
		await visit(kinds.paper, async (page) => {
			await page.fill('header input[name=q]', 'speculative decoding');
			await page.press('header input[name=q]', 'Enter');
			await results(page).first().waitFor();
			expect(new URL(page.url()).search).toBe('?q=speculative+decoding');
			expect(await page.locator('#summary').textContent()).toMatch(/^\d+ papers$/);
			expect(await page.locator('#results mark').count()).toBeGreaterThan(5);
			const title = await results(page).first().textContent();
			await results(page).first().click();
			expect(await page.locator('h1').textContent()).toBe(title);
			await page.goBack();
			await results(page).first().waitFor();
			expect(await page.inputValue('#query')).toBe('speculative decoding');
		});
	});

	test('results come as one types, and the address follows', async () => {
		await visit('search/', async (page) => {
			expect(await page.locator('#help').textContent()).toContain('titles and abstracts');
			await page.locator('#query').pressSequentially('mamba', { delay: 20 });
			await results(page).first().waitFor();
			await page.waitForURL('**/search/?q=mamba');
			await page.fill('#query', '"zebra attention"');
			await page.getByText('Nothing found').waitFor();
			expect(await results(page).count()).toBe(0);
		});
	});

	test('the keyboard alone walks through the results, and Escape returns to the box', async () => {
		await visit(kinds.search, async (page) => {
			await results(page).nth(1).waitFor();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('ArrowDown');
			const title = await results(page).nth(1).textContent();
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
			await page.keyboard.press('ArrowUp');
			await page.keyboard.press('ArrowUp');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Escape');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/papers/*/');
		});
	});

	test('dates narrow the search, count what they would find, and stand in the address', async () => {
		await visit(kinds.search, async (page) => {
			await results(page).first().waitFor();
			const april = page.getByRole('checkbox', { name: /^April 2025/ });
			const count = Number(
				await page.locator('#facets li', { has: april }).locator('.count').textContent(),
			);
			await april.check();
			await page.waitForURL('**/search/?q=linear+attention&when=2025-04');
			await page.getByText(`${count} papers`, { exact: true }).waitFor();
			await page.reload();
			await page.getByText(`${count} papers`, { exact: true }).waitFor();
			expect(await page.getByRole('checkbox', { name: /^April 2025/ }).isChecked()).toBe(
				true,
			);
			await page.fill('#query', '');
			await page.getByText('69 papers', { exact: true }).waitFor();
		});
	});

	test('“More results” goes on to the last one', async () => {
		await visit(kinds.search, async (page) => {
			await results(page).first().waitFor();
			const total = Number.parseInt((await page.locator('#summary').textContent())!, 10);
			while (await page.locator('#more').isVisible()) {
				const shown = await results(page).count();
				await page.click('#more');
				await results(page).nth(shown).waitFor();
			}
			expect(await results(page).count()).toBe(total);
			const addresses = await results(page).evaluateAll((links) =>
				links.map((link) => (link as HTMLAnchorElement).href),
			);
			expect(new Set(addresses).size).toBe(total);
		});
	});

	test('every title, searched, finds its own page first', async () => {
		await visit('search/', async (page) => {
			const misses: string[] = [];
			for (const { $, address } of papers) {
				await page.fill('#query', $('h1').text());
				await page.press('#query', 'Enter');
				await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' });
				const first = page.locator('#results li h2 a').first();
				const found = (await first.count()) === 0 ? '' : await first.getAttribute('href');
				if (found !== base + address.slice(1))
					misses.push(
						`${$('h1').text()} → ${found} ${await page.textContent('#unknown')}`,
					);
			}
			expect(misses).toEqual([]);
		});
	}, 120_000);

	test('without JavaScript every page is whole, and the search says what serves instead', async () => {
		const options = { javaScriptEnabled: false };
		await visit(
			kinds.paper,
			async (page) => {
				expect(await page.locator('.abstract p').isVisible()).toBe(true);
			},
			options,
		);
		await visit(
			kinds.search,
			async (page) => {
				expect(await page.locator('noscript p').isVisible()).toBe(true);
				expect(await page.locator('#search-panel').isVisible()).toBe(false);
				await page.getByRole('link', { name: 'list from A to Z' }).click();
				expect(page.url()).toBe(`${site.url}papers/`);
			},
			options,
		);
	});

	test.each([true, false])(
		'“as received” shows the dump’s own text, marked (script: %s)',
		async (javaScriptEnabled) => {
			await visit(
				withFormulas.address.slice(1),
				async (page) => {
					const received = page.locator('.source');
					expect(await received.isVisible()).toBe(false);
					expect(await page.locator('.restored math').first().isVisible()).toBe(true);
					await page.getByLabel('As received', { exact: true }).check();
					expect(await received.isVisible()).toBe(true);
					expect(await page.locator('.restored').isVisible()).toBe(false);
					expect(await page.locator('.source mark').count()).toBeGreaterThan(3);
					expect(await page.locator('.received li').first().textContent()).toContain(
						'formula',
					);
					if (!javaScriptEnabled) return;
					const { violations } = await new AxeBuilder({ page }).analyze();
					expect(violations.map(({ id }) => id)).toEqual([]);
				},
				{ javaScriptEnabled, viewport: { width: 360, height: 800 } },
			);
		},
	);

	test('what is copied has its formulas as a line of Unicode', async () => {
		await visit(withFormulas.address.slice(1), async (page) => {
			const copied = await page.evaluate(() => {
				const data = new DataTransfer();
				document.getSelection()!.selectAllChildren(document.querySelector('.restored')!);
				document.dispatchEvent(
					new ClipboardEvent('copy', { clipboardData: data, cancelable: true }),
				);
				return data.getData('text/plain');
			});
			const lines = withFormulas.$('.restored').clone();
			for (const math of lines.find('math').get())
				withFormulas.$(math).replaceWith(withFormulas.$(math).attr('alttext')!);
			expect(copied.trim()).toBe(lines.text().trim());
		});
	});

	test.each([
		['O(n²)', 'FIT: Far-reaching'],
		['O(n^2)', 'FIT: Far-reaching'],
		['15×', 'LinGen'],
		['15times', 'LinGen'],
		['R_y(mathbf x_0)', 'What’s the Magic Word'],
		['BT^2', 'BT²: Backward'],
		['BT²', 'BT²: Backward'],
		['varepsilon', 'Does Sparsity Help'],
	])('the search finds a formula by either form: %s', async (query, title) => {
		await visit(`search/?q=${encodeURIComponent(query)}`, async (page) => {
			await results(page).first().waitFor();
			expect((await results(page).first().textContent())!.replace("'", '’')).toContain(title);
			expect(await results(page).count()).toBeLessThan(10);
		});
	});

	test('an entry’s anchor shows its place in the digest', async () => {
		const [, last] = papers[0]!.$('aside ol a').first().attr('href')!.split('#');
		const digest = papers[0]!.$('aside ol a').first().attr('href')!.slice(base.length);
		await visit(digest, async (page) => {
			expect(
				await page
					.locator(`[id="${last}"]`)
					.evaluate((element) => element.matches(':target')),
			).toBe(true);
		});
	});
});
