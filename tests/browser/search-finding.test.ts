import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../support/open-browser.ts';
import { ask, countOf, settle, showAll, titles } from '../support/search-page.ts';
import { toyRepoSite } from '../support/toy-archive.ts';

const records = toyRepoSite().records();

/** With one kind of apostrophe. */
const plain = (title: string) => title.replaceAll("'", '’');

describe('what is found', () => {
	let shared: Awaited<ReturnType<typeof openPage>>;
	beforeAll(async () => {
		shared = await openPage();
	});
	afterAll(() => shared.close());

	async function onPage(work: (page: Page) => Promise<void>): Promise<void> {
		const { page, home, faults } = shared;
		await page.goto(`${home}search/`);
		await work(page);
		expect(faults).toEqual([]);
	}

	test('a slip, a missing hyphen, and what is left of an apostrophe are forgiven', async () => {
		await onPage(async (page) => {
			for (const [query, title] of [
				['Chmera', 'Chimera: A Lossless Decoding Method'],
				['EvPress', 'EvoPress: Towards Optimal'],
				['Kronecker-Factor-Based Optimier', 'MKOR: Momentum-Enabled'],
				['SinkLora', 'SinkLoRA: Enhanced'],
				['what s the magic word', 'What’s the Magic Word?'],
			] as const) {
				const [first = ''] = await ask(page, query);
				expect(plain(first), query).toContain(title);
			}
		});
	});

	test('a beginning finds what its words find', async () => {
		await onPage(async (page) => {
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
		await onPage(async (page) => {
			await ask(page, 'long context');
			const loose = await countOf(page);
			await ask(page, '"long context"');
			const exact = await countOf(page);
			expect(exact).toBeGreaterThan(0);
			expect(exact).toBeLessThan(loose);
			for (const excerpt of await page.locator('#results .excerpt').allTextContents())
				expect(excerpt.length).toBeGreaterThan(50);
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
		await onPage(async (page) => {
			const [sinks] = await ask(page, 'attention sinks');
			expect(sinks).toBe('Efficient Streaming Language Models with Attention Sinks');
			await ask(page, '"linear attention"');
			const together = await countOf(page);
			await ask(page, 'linear attention');
			const all = await countOf(page);
			expect(all).toBeGreaterThan(together);
			await showAll(page);
			const isTogether = (text: string) => /(?<![\w-])linear[- ]attention/i.test(text);
			const excerpts = await page.locator('#results li').allTextContents();
			// An excerpt may show another place.
			expect(excerpts.slice(0, together).filter(isTogether).length).toBeGreaterThan(
				together * 0.7,
			);
			expect(excerpts.slice(together).filter(isTogether)).toEqual([]);
		});
	});

	test('formulas and signs find themselves and not everything', async () => {
		await onPage(async (page) => {
			for (const [query, most] of [
				['O(n^2)', 5],
				['F*', 1],
				['GSM++', 1],
				['k', 15],
				['n', 15],
				['R^d', 3],
			] as const) {
				await ask(page, query);
				expect(await countOf(page), query).toBeGreaterThan(0);
				expect(await countOf(page), query).toBeLessThanOrEqual(most);
			}
			expect(await ask(page, 'C++')).toEqual([]);
			expect(await page.locator('#notes p').first().textContent()).toBe('No paper has C++.');
			expect(await ask(page, 'a')).toEqual([]);
			expect(await page.locator('#notes p').first().textContent()).toBe(
				'Nearly every paper has a.',
			);
		});
	});

	test('a formula is found by either form', async () => {
		await onPage(async (page) => {
			for (const [query, title] of [
				['O(n²)', 'FIT: Far-reaching'],
				['O(n^2)', 'FIT: Far-reaching'],
				['15×', 'LinGen'],
				['15times', 'LinGen'],
				['R_y(mathbf x_0)', 'What’s the Magic Word'],
				['BT^2', 'BT²: Backward'],
				['BT²', 'BT²: Backward'],
				['varepsilon', 'Does Sparsity Help'],
			] as const) {
				const found = (await ask(page, query)).map(plain);
				expect(
					found.some((one) => one.startsWith(title)),
					query,
				).toBe(true);
				expect(found.length, query).toBeLessThan(6);
			}
		});
	});

	test('an unknown word is named, and one click puts it right', async () => {
		await onPage(async (page) => {
			await ask(page, 'music transfomer');
			expect(await page.textContent('#notes')).toContain(
				'No paper has transfomer; nearest: transformer',
			);
			expect(await titles(page)).toEqual(['Music Transformer']);
			await page.locator('#notes').getByRole('button', { name: 'transformer' }).click();
			await settle(page);
			expect(await page.inputValue('#query')).toBe('music transformer');
			expect(await page.textContent('#notes')).toBe('');
			expect(new URL(page.url()).search).toBe('?q=music+transformer');
			expect(await ask(page, 'zzyzzyx')).toEqual([]);
			expect(await page.locator('#notes p').first().textContent()).toBe(
				'No paper has zzyzzyx.',
			);
			expect(await page.textContent('#summary')).toBe('Nothing found.');
		});
	});

	test('where few papers have all words, those that have most follow, and it is said', async () => {
		await onPage(async (page) => {
			const [first] = await ask(page, 'speculative decoding optimal transport giraffe');
			expect(first).toContain('SpecTr');
			expect(await page.textContent('#summary')).toMatch(
				/^No paper has all of these words; \d+ (has|have) most of them\.$/,
			);
			const [answer] = await ask(page, 'how does LMUFormer work?');
			expect(answer).toContain('LMUFormer');
			expect(await page.textContent('#summary')).toBe('1 paper');
		});
	});

	test('a minus leaves out papers that have a word or a phrase', async () => {
		await onPage(async (page) => {
			await ask(page, 'mamba');
			const all = await countOf(page);
			for (const unwanted of ['-survey', '-"state space"']) {
				await ask(page, `mamba ${unwanted}`);
				expect(await countOf(page)).toBeLessThan(all);
				expect(await countOf(page)).toBeGreaterThan(0);
			}
			await showAll(page);
			const texts = await page.locator('#results li').allTextContents();
			expect(texts.filter((text) => /state[- ]space/i.test(text))).toEqual([]);
		});
	});

	test('a name, an id or a date leads to its page', async () => {
		const paper = records.find(({ system }) => system === 'LMUFormer');
		await onPage(async (page) => {
			for (const query of ['LMUFormer', paper!.id]) {
				const [first] = await ask(page, query);
				expect(first, query).toBe(paper!.title);
				expect(await page.textContent('#leads')).toBe(`Go to paper ${paper!.title}`);
			}
			await ask(page, '29 February 2024');
			expect(await page.textContent('#leads')).toBe(
				'Go to digest 29 February 2024 · digest 29 February 2024 (2)',
			);
			expect(await countOf(page)).toBeGreaterThan(1);
			await page.locator('#leads a').first().click();
			await page.waitForURL('**/repo/digests/2024-02-29/');
		});
	});

	test('quotation marks that find nothing can be taken away, and other ways are offered', async () => {
		await onPage(async (page) => {
			expect(await ask(page, '"attention linear long"')).toEqual([]);
			expect(await page.locator('#notes a').allTextContents()).toEqual([
				'topics',
				'digests',
				'all papers from A to Z',
			]);
			await page.getByRole('button', { name: 'Search without quotation marks' }).click();
			await settle(page);
			expect(await page.inputValue('#query')).toBe('attention linear long');
			expect(await countOf(page)).toBeGreaterThan(0);
			expect(await page.textContent('#notes')).toBe('');
		});
	});
});
