import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { openPage, visit } from '../support/open-browser.ts';
import { isLong } from '../support/sizes.ts';
import { toyPapers } from '../support/toy-archive.ts';

const kinds = {
	home: '',
	digest: 'digests/2024-07-01/',
	'second digest of a day': 'digests/2024-02-29-2/',
	'digest of text that must do nothing': 'digests/2025-05-09/',
	'withdrawn digest': 'digests/2024-12-31/',
	paper: `papers/${toyPapers.often}/`,
	'revised paper': `papers/${toyPapers.revisedAndBack}/`,
	'paper with wide formulas': 'papers/1fb3d17vfn/',
	'paper with very long words': 'papers/je88wmtmb0/',
	'paper with markup': 'papers/378k4tc61b/',
	'paper with hidden characters': 'papers/xh4cxqf8wr/',
	'removed paper': `papers/${toyPapers.removed}/`,
	papers: 'papers/',
	letter: 'papers/u/',
	'other letters': 'papers/other/',
	digests: 'digests/',
	year: 'digests/2024/',
	month: 'digests/2024/02/',
	search: 'search/?q=attention',
	saved: 'saved/',
	systems: 'systems/',
	system: 'systems/flashattention-2/',
	'gone system': 'systems/ephemera/',
	topics: 'topics/',
	topic: 'topics/speculative-decoding/',
	'topic in a year': 'topics/transformers/2024/',
	'topic in a month': 'topics/transformers/2024/02/',
	'gone topic': 'topics/neural-networks/',
	code: 'code/',
	trends: 'trends/',
	questions: 'watch/',
	question: 'watch/attention-with-code/',
	'question without an answer': 'watch/not-yet/',
	'gone question': 'watch/recurrence/',
	feeds: 'feeds/',
	data: 'data/',
	about: 'about/',
	missing: 'nowhere/',
};

// Of what others are made of, too; all of them in the long run.
const alike: ReadonlySet<string> = new Set<keyof typeof kinds>([
	'second digest of a day',
	'digest of text that must do nothing',
	'withdrawn digest',
	'paper with very long words',
	'paper with markup',
	'paper with hidden characters',
	'other letters',
	'month',
	'gone system',
	'topic in a year',
	'topic in a month',
	'gone topic',
	'questions',
	'question without an answer',
	'gone question',
]);

describe('a page', () => {
	let shared: Awaited<ReturnType<typeof openPage>>;
	beforeAll(async () => {
		shared = await openPage();
	});
	afterAll(() => shared.close());

	test.each(Object.entries(kinds))(
		'%s: no error, no other host, no sideways scrolling, accessible',
		async (kind, path) => {
			const { page, home, faults } = shared;
			faults.length = 0;
			await page.goto(home + path);
			if (kind === 'search') await page.locator('#results li').first().waitFor();
			expect(await page.locator('h1').count()).toBe(1);
			for (const width of [320, 768, 1440]) {
				await page.setViewportSize({ width, height: 800 });
				await expectNoOverflow(page, `${kind} at ${width} px`);
			}
			if (isLong || !alike.has(kind)) await expectAccessible(page, kind);
			expect(faults.filter((fault) => kind !== 'missing' || !/404/.test(fault))).toEqual([]);
		},
	);

	test.each(['home', 'digest', 'paper', 'papers', 'search', 'topics', 'saved'] as const)(
		'%s: does not scroll sideways on a phone with text half as large again, or twice as large',
		async (kind) => {
			for (const base of ['/repo/', '/de/'] as const)
				await visit(
					kinds[kind],
					async (page) => {
						if (kind === 'search') await page.locator('#results li').first().waitFor();
						for (const size of [24, 32]) {
							await page.evaluate((pixels) => {
								document.documentElement.style.fontSize = `${pixels}px`;
							}, size);
							await expectNoOverflow(page, `${kind} below ${base} at ${size} px`);
						}
					},
					{ base, viewport: { width: 360, height: 800 } },
				);
		},
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
				await expectNoOverflow(page);
			},
			{ javaScriptEnabled: false, viewport: { width: 320, height: 800 } },
		);
	});

	test('an entry’s anchor shows its place in the digest', async () => {
		await visit(`digests/2025-09-22/#${toyPapers.often}`, async (page) => {
			const entry = page.locator(`[id="${toyPapers.often}"]`);
			expect(await entry.evaluate((element) => element.matches(':target'))).toBe(true);
		});
	});

	test('without JavaScript is whole, and the search says what serves instead', async () => {
		const options = { javaScriptEnabled: false };
		await visit(
			kinds.paper,
			async (page) => {
				expect(await page.locator('.restored p').isVisible()).toBe(true);
			},
			options,
		);
		await visit(
			kinds.search,
			async (page) => {
				expect(await page.locator('noscript p').isVisible()).toBe(true);
				expect(await page.locator('#search-panel').isVisible()).toBe(false);
				await page.getByRole('link', { name: 'list from A to Z' }).click();
				expect(page.url()).toMatch(/\/repo\/papers\/$/);
			},
			options,
		);
	});
});

describe('under the root of a host', () => {
	test('the box on a page leads to results, and a result to its paper', async () => {
		await visit(
			kinds.paper,
			async (page) => {
				await page.fill('header input[name=q]', 'speculative decoding');
				await page.press('header input[name=q]', 'Enter');
				const results = page.locator('#results li h2 a');
				await results.first().waitFor();
				expect(new URL(page.url()).pathname).toBe('/search/');
				const title = await results.first().textContent();
				await results.first().click();
				expect(await page.locator('h1').textContent()).toBe(title);
				expect(new URL(page.url()).pathname).toMatch(/^\/papers\/\w{10}\/$/);
			},
			{ base: '/' },
		);
	});

	test('a paper is saved on a list of its own', async () => {
		await visit(
			kinds.paper,
			async (page) => {
				const star = page.getByRole('button', { name: 'Save', exact: true });
				await star.click();
				await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
				expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([
					'offprint:/:saved',
				]);
				await page.goto(new URL('/saved/', page.url()).href);
				expect(await page.locator('#saved-papers h2:visible').count()).toBe(1);
			},
			{ base: '/' },
		);
	});
});
