import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PaperRecord } from '../../src/data/paper-record.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { searchQueries } from './search-queries.ts';

let browser: Browser;
let site: ServedSite;
beforeAll(async () => {
	browser = await launchBrowser();
	site = await serveSite(inject('repoSite'), '/repo/');
});
afterAll(async () => {
	await browser.close();
	await site.close();
});

interface VisitOptions {
	readonly colorScheme?: 'light' | 'dark';
	readonly width?: number;
	/** Facets that the site of the tests has no papers for, as the build would write them: gaps between numbers. */
	readonly facets?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Open a page, work with it, and expect no error of any kind. */
async function visit(
	path: string,
	work: (page: Page) => Promise<void>,
	{ colorScheme = 'light', width = 1280, facets }: VisitOptions = {},
): Promise<void> {
	const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
	const page = await context.newPage();
	// So that a failure names the step that hangs.
	page.setDefaultTimeout(15_000);
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	if (facets) {
		await page.route('**/facets.json', async (route) => {
			const file = await (await route.fetch()).json();
			await route.fulfill({ json: { ...file, facets: { ...file.facets, ...facets } } });
		});
		await page.route('**/words/*.json', async (route) => {
			const file = await (await route.fetch()).json();
			const initial = route.request().url().at(-'x.json'.length);
			const names = Object.entries(facets['system'] ?? {}).filter(
				([name]) => name.charAt(0).toLowerCase() === initial,
			);
			const counts = names.map(([name, numbers]) => [name, [numbers.length]]);
			await route.fulfill({ json: { ...file, names: Object.fromEntries(counts) } });
		});
	}
	try {
		await page.goto(site.url + path);
		await work(page);
		expect(faults).toEqual([]);
	} finally {
		await context.close();
	}
}

const systems = {
	system: { Mamba: [63, 1], 'Mamba-2': [63], LMUFormer: [118], 'Evil <img src=x>': [0] },
	topic: Object.fromEntries(
		Array.from({ length: 12 }, (_, number) => [
			`Topic ${number}`,
			Array.from({ length: 20 - number }, (_, gap) => (gap === 0 ? 0 : 1)),
		]),
	),
	code: { yes: [0, 5, 5] },
};

const titles = (page: Page) => page.locator('#results li h2 a').allTextContents();

/** Wait until what is shown is the answer to what was asked last. */
async function settle(page: Page): Promise<void> {
	await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' });
}

async function ask(page: Page, query: string): Promise<string[]> {
	await page.fill('#query', query);
	await page.press('#query', 'Enter');
	await settle(page);
	return titles(page);
}

async function countOf(page: Page): Promise<number> {
	return Number.parseInt((await page.textContent('#summary'))!, 10) || 0;
}

describe('what is found', () => {
	test('the right paper is among the first three for 95 of 100 queries', async () => {
		expect(searchQueries.length).toBeGreaterThanOrEqual(100);
		await visit('search/', async (page) => {
			const misses: string[] = [];
			for (const [query, ...expected] of searchQueries) {
				const found = (await ask(page, query)).slice(0, 3);
				const isFound = found.some((title) =>
					expected.some((beginning) => title.startsWith(beginning)),
				);
				if (!isFound) misses.push(`${query} → ${found.join(' | ')}`);
			}
			expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(searchQueries.length / 20);
		});
	}, 120_000);

	test('a system’s name finds the paper that introduces it, first or beside those of the same name', async () => {
		const lines = readFileSync(join(inject('repoSite'), 'data/papers.jsonl'), 'utf8');
		const papers = lines
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as PaperRecord)
			.filter(({ system }) => system !== null);
		expect(papers.length).toBeGreaterThan(180);
		await visit('search/', async (page) => {
			for (const { system, title } of papers) {
				const found = await ask(page, system!);
				const alike = papers.filter((other) => other.system === system).length;
				expect(found.slice(0, alike), system!).toContain(title);
			}
		});
	}, 120_000);

	test('a slip, a missing hyphen, and what is left of an apostrophe are forgiven', async () => {
		await visit('search/', async (page) => {
			for (const [query, title] of [
				['Chmera', 'Chimera: A Lossless Decoding Method'],
				['EvPress', 'EvoPress: Towards Optimal'],
				['Kronecker-Factor-Based Optimier', 'MKOR: Momentum-Enabled'],
				['DuoLLM', 'Duo-LLM: A Framework'],
				['let s fuse step by step', 'Let’s Fuse Step by Step'],
				['what s the magic word', 'What’s the Magic Word?'],
			] as const) {
				const [first = ''] = await ask(page, query);
				expect(first.replaceAll("'", '’'), query).toContain(title);
			}
		});
	});

	test.each([
		['linear attention', 140_000],
		['"long context" mamba', 140_000],
		['speculative decoding of large language models', 150_000],
		// All words are looked through for the nearest.
		['transfomer', 150_000],
		// Without words there is no index to load.
		['O(n^2)', 50_000],
	])('a cold search moves few bytes: %s, %d', async (query, limit) => {
		const context = await browser.newContext();
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		let bytes = 0;
		session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
		await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
		await settle(page);
		await page.waitForLoadState('networkidle');
		await context.close();
		expect(bytes).toBeGreaterThan(30_000);
		expect(bytes).toBeLessThanOrEqual(limit);
	});

	test('before a search neither the index nor the vocabulary is loaded', async () => {
		await visit('search/', async (page) => {
			await settle(page);
			const names = await page.evaluate(() =>
				performance.getEntriesByType('resource').map(({ name }) => name),
			);
			const loaded = names.filter((name) => name.includes('/pagefind/'));
			expect(loaded.map((name) => name.split('/').at(-1))).toEqual(['facets.json']);
		});
	});

	test('a beginning finds what its words find', async () => {
		await visit('search/', async (page) => {
			for (const [beginning, word] of [
				['linear mam', 'linear mamba'],
				['attention tran', 'attention transformer'],
				['hyd', 'hydra'],
			] as const) {
				await ask(page, word);
				const whole = await countOf(page);
				await ask(page, beginning);
				expect(await countOf(page), beginning).toBeGreaterThanOrEqual(whole);
				expect(whole).toBeGreaterThan(0);
			}
		});
	});

	test('a phrase is found word for word, across a hyphen too, and beside other words', async () => {
		await visit('search/', async (page) => {
			await ask(page, 'long context');
			const loose = await countOf(page);
			await ask(page, '"long context"');
			const exact = await countOf(page);
			expect(exact).toBeLessThan(loose);
			for (const mark of await page.locator('#results .excerpt').allTextContents())
				expect(mark.length).toBeGreaterThan(50);
			await ask(page, '"context long long"');
			expect(await countOf(page)).toBe(0);
			const both = await ask(page, '"state collapse" mamba');
			expect(both).toEqual([expect.stringContaining('Stuffed Mamba')]);
			expect(
				await page.locator('#results mark', { hasText: /^state collapse$/i }).count(),
			).toBeGreaterThan(0);
		});
	});

	test('papers that have the words side by side come first', async () => {
		await visit('search/', async (page) => {
			const [sinks] = await ask(page, 'attention sinks');
			expect(sinks).toBe('Efficient Streaming Language Models with Attention Sinks');
			await ask(page, '"linear attention"');
			const together = await countOf(page);
			const found = await ask(page, 'linear attention');
			expect(await countOf(page)).toBeGreaterThan(together);
			await page.locator('#more').click();
			await page.locator('#results li').nth(30).waitFor();
			const excerpts = await page.locator('#results li').allTextContents();
			expect(found[0]).toMatch(/^Mamba: Linear-Time/);
			const isTogether = (text: string) => /linear[- ]attention/i.test(text);
			// An excerpt may show another place.
			expect(excerpts.slice(0, together).filter(isTogether).length).toBeGreaterThan(
				together * 0.8,
			);
			expect(excerpts.slice(together).filter(isTogether)).toEqual([]);
		});
	});

	test('formulas and signs find themselves and not everything', async () => {
		await visit('search/', async (page) => {
			for (const [query, most] of [
				['O(n^2)', 5],
				['F*', 1],
				['GSM++', 1],
				['k', 20],
				['n', 20],
				['R^d', 2],
			] as const) {
				await ask(page, query);
				expect(await countOf(page), query).toBeGreaterThan(0);
				expect(await countOf(page), query).toBeLessThanOrEqual(most);
			}
			expect(await ask(page, 'C++')).toEqual([]);
			expect(await page.textContent('#unknown')).toBe('No paper has C++.');
			expect(await ask(page, 'a')).toEqual([]);
			expect(await page.textContent('#unknown')).toBe('Nearly every paper has a.');
			// Dates and counts are no words.
			expect(await ask(page, '2025-03-11')).toEqual([]);
		});
	});

	test('an unknown word is named, and one click puts it right', async () => {
		await visit('search/', async (page) => {
			await ask(page, 'music transfomer');
			expect(await page.textContent('#unknown')).toContain(
				'No paper has transfomer; nearest: transformer',
			);
			expect(await titles(page)).toEqual(['Music Transformer']);
			await page.locator('#unknown').getByRole('button', { name: 'transformer' }).click();
			await settle(page);
			expect(await page.inputValue('#query')).toBe('music transformer');
			expect(await page.textContent('#unknown')).toBe('');
			expect(new URL(page.url()).search).toBe('?q=music+transformer');
			expect(await ask(page, 'zzyzzyx')).toEqual([]);
			expect(await page.textContent('#unknown')).toBe('No paper has zzyzzyx.');
			expect(await page.textContent('#summary')).toBe('Nothing found.');
		});
	});

	test('the order changes, and what is found does not', async () => {
		await visit('search/?q=attention', async (page) => {
			await settle(page);
			const count = await countOf(page);
			await page.getByLabel('Newest').check();
			await settle(page);
			expect(await countOf(page)).toBe(count);
			expect(new URL(page.url()).search).toBe('?q=attention&sort=date');
			while (await page.locator('#more').isVisible()) {
				const shown = await page.locator('#results li').count();
				await page.click('#more');
				await page.locator('#results li').nth(shown).waitFor();
			}
			const days = await page.locator('#results .note').allTextContents();
			const dates = days.map((day) =>
				Date.parse(/First seen (\d+ \w+ \d{4})/.exec(day)![1]!),
			);
			expect(dates).toHaveLength(count);
			expect(dates).toEqual(dates.toSorted((a, b) => b - a));
			await page.goBack();
			await settle(page);
			expect(await page.getByLabel('Most relevant').isChecked()).toBe(true);
		});
	});
});

describe('narrowing', () => {
	test('every value is counted before a query, most papers first, and long lists unfold', async () => {
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
			{ facets: systems },
		);
	});

	test('what few papers have is fetched when it is asked for', async () => {
		const more = { topic: { Rare: [3], Rarer: [4] }, system: { Odd: [3] } };
		const visitCut = (path: string, work: (page: Page) => Promise<void>) =>
			visit(path, async (page) => {
				await page.route('**/facets-more.json', (route) => route.fulfill({ json: more }));
				await page.route('**/facets.json', async (route) => {
					const file = await (await route.fetch()).json();
					const facets = { ...file.facets, ...systems };
					await route.fulfill({ json: { ...file, facets, hasMore: true } });
				});
				await page.reload();
				await settle(page);
				await work(page);
			});
		await visitCut('search/', async (page) => {
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
		});
		await visitCut('search/?topic=Rarer&system=Odd', async (page) => {
			expect(await countOf(page)).toBe(0);
			await page.getByRole('checkbox', { name: /^Odd\b/ }).click();
			await settle(page);
			expect(await countOf(page)).toBe(1);
		});
	});

	test('a list without values is not drawn', async () => {
		await visit('search/?q=attention', async (page) => {
			await settle(page);
			const legends = await page.locator('#facets legend').allTextContents();
			expect(legends.slice(-3)).toEqual(['Year', 'Month', 'Digest']);
			expect(await page.locator('#facets fieldset:not(:has(li))').count()).toBe(0);
		});
	});

	test('a count is what choosing gives, whatever the query', async () => {
		for (const query of ['attention', '"long context"', 'O(n^2)', 'music transfomer']) {
			await visit(`search/?q=${encodeURIComponent(query)}`, async (page) => {
				await settle(page);
				const boxes = page.locator('#facets li', { has: page.locator('#month-2025-03') });
				const count = Number(await boxes.locator('.count').textContent());
				await boxes.locator('input').check();
				await settle(page);
				expect(await countOf(page), query).toBe(count);
			});
		}
	});

	test('on a phone the lists are folded above the results', async () => {
		await visit(
			'search/?q=attention',
			async (page) => {
				await settle(page);
				expect(await page.locator('#facets').isVisible()).toBe(false);
				await page.getByText('Narrow the search').click();
				expect(await page.locator('#facets').isVisible()).toBe(true);
				await page.getByRole('checkbox', { name: /^April 2025\b/ }).check();
				await settle(page);
				expect(await page.textContent('#narrowed')).toBe(' (1)');
			},
			{ width: 360 },
		);
	});
});

describe('the keyboard', () => {
	test.each(['', 'papers/', 'about/', 'search/?q=mamba', 'nowhere/'])(
		'/ and Ctrl-K lead to the search box: %s',
		async (path) => {
			const context = await browser.newContext();
			const page = await context.newPage();
			await page.goto(site.url + path);
			if (path.startsWith('search')) await settle(page);
			for (const keys of ['/', 'Control+k', 'Meta+k']) {
				await page.evaluate(() => (document.activeElement as HTMLElement).blur());
				await page.keyboard.press(keys);
				expect(
					await page.evaluate(() => document.activeElement?.getAttribute('name')),
					keys,
				).toBe('q');
			}
			await page.keyboard.type('a/b');
			expect(await page.locator('input[name=q]:focus').inputValue()).toBe('a/b');
			await context.close();
		},
	);

	test('a system’s name completes while one types', async () => {
		await visit(
			'search/',
			async (page) => {
				await settle(page);
				const options = page.getByRole('option');
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
			{ facets: systems },
		);
	});

	test('the arrows go on from the names to the results', async () => {
		await visit(
			'search/',
			async (page) => {
				await page.locator('#query').pressSequentially('mamb');
				await page.getByRole('option').first().waitFor();
				await page.waitForURL('**/?q=mamb');
				await settle(page);
				for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
				expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
				await page.keyboard.press('Escape');
				expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
			},
			{ facets: systems },
		);
	});

	test('going back leads to the searches that were meant, not to every letter', async () => {
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

describe('how it reads', () => {
	test('a result says when its paper was first seen, how often, and its systems', async () => {
		await visit(
			'search/?q=LMUFormer',
			async (page) => {
				await settle(page);
				expect(await page.locator('#results .note').first().textContent()).toMatch(
					/^First seen \d+ March 2025( · in \d digests)? · LMUFormer$/,
				);
				expect(await page.locator('#results h2 mark').first().textContent()).toBe(
					'LMUFormer',
				);
				expect(await page.locator('#results .excerpt mark').count()).toBeGreaterThan(0);
			},
			{ facets: systems },
		);
	});

	test.each(['light', 'dark'] as const)(
		'every state is accessible (%s)',
		async (colorScheme) => {
			for (const width of [360, 1280]) {
				for (const query of [
					'',
					'?q=attention',
					'?q=transfomer',
					'?q=zzyzzyx',
					'?topic=Topic+1',
				]) {
					await visit(
						`search/${query}`,
						async (page) => {
							await settle(page);
							const { violations } = await new AxeBuilder({ page }).analyze();
							expect(
								violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
								query,
							).toEqual([]);
						},
						{ colorScheme, width, facets: systems },
					);
				}
			}
			await visit(
				'search/',
				async (page) => {
					await page.locator('#query').pressSequentially('mam');
					await page.getByRole('option').first().waitFor();
					await page.keyboard.press('ArrowDown');
					const { violations } = await new AxeBuilder({ page }).analyze();
					expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
				},
				{ colorScheme, facets: systems },
			);
		},
		60_000,
	);
});
