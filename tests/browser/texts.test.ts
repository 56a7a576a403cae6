import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { toyRepoSite } from '../support/toy-archive.ts';

// The Magic Word: some ten formulas.
const withFormulas = 'papers/ja4pzrsggr/';

describe('a text', () => {
	test.each([true, false])(
		'“as received” shows the dump’s own text, marked (script: %s)',
		async (javaScriptEnabled) => {
			await visit(
				withFormulas,
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
					if (javaScriptEnabled) await expectAccessible(page);
				},
				{ javaScriptEnabled, viewport: { width: 360, height: 800 } },
			);
		},
	);

	test('that is copied has its formulas as a line of Unicode', async () => {
		const { $ } = toyRepoSite().page(`/${withFormulas}`);
		const lines = $('.restored').clone();
		for (const math of lines.find('math').get())
			$(math).replaceWith($('<span>').text($(math).attr('alttext')!));
		await visit(withFormulas, async (page) => {
			const copy = () =>
				page.evaluate(() => {
					const data = new DataTransfer();
					document
						.getSelection()!
						.selectAllChildren(document.querySelector('.restored')!);
					document.dispatchEvent(
						new ClipboardEvent('copy', { clipboardData: data, cancelable: true }),
					);
					return data.getData('text/plain');
				});
			// What copies is loaded after the page.
			await expect
				.poll(async () => (await copy()).trim(), { timeout: 60_000 })
				.toBe(lines.text().trim());
		});
	});
});

// Text that would do something if anything took it for more than text.
const hostile = [
	'papers/378k4tc61b/',
	'papers/kaq65ha787/',
	'papers/bf0t205xm3/',
	'papers/xh4cxqf8wr/',
	'papers/yvmcrjn9d7/',
	'papers/gg55xmcxz4/',
	'digests/2023-11-30/',
	'digests/2025-05-09/',
	'papers/other/',
	'trends/',
	'code/',
	'saved/',
];

describe('nothing that a dump holds is run', () => {
	// Escaping must hold alone, without the policy.
	test.each([false, true])('on its pages (policy off: %s)', async (bypassCSP) => {
		await visit(
			'',
			async (page) => {
				const home = page.url();
				for (const path of hostile) {
					await page.goto(home + path);
					expect(await page.locator('main').isVisible()).toBe(true);
				}
				await page.goto(`${home}papers/378k4tc61b/`);
				await page.getByRole('button', { name: 'Save', exact: true }).click();
				await page.goto(`${home}saved/`);
				expect(await page.locator('#saved-papers h2:visible').textContent()).toContain(
					'</title><script>',
				);
			},
			{ bypassCSP },
		);
	});

	test.each([false, true])('in the search (policy off: %s)', async (bypassCSP) => {
		await visit(
			'search/?q=alert',
			async (page) => {
				await page.locator('#results li').nth(2).waitFor();
				const titles = await page.locator('#results h2 a').allTextContents();
				expect(titles).toContain('</title><script>alert(1)</script> & “Quotes” in a Title');
				await page.fill('#query', '<img src=x onerror=alert(1)>');
				await page.press('#query', 'Enter');
				await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' });
				expect(await page.locator('#results img, #notes img').count()).toBe(0);
			},
			{ bypassCSP },
		);
	});
});
