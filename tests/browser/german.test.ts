import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { englishIn } from '../support/english-in.ts';
import { visit } from '../support/open-browser.ts';
import { isLong } from '../support/sizes.ts';
import { toyPapers } from '../support/toy-archive.ts';

const german = { base: '/de/' } as const;

/** Expect that nothing in English is left of what a reader sees or hears, and that it fits the page. */
async function expectGerman(page: Page, state: string): Promise<void> {
	const text = await page.evaluate(() => {
		const copy = document.body.cloneNode(true) as HTMLElement;
		const foreign = '[lang=en], script, noscript, template, pre, .name, mark';
		for (const element of copy.querySelectorAll(foreign)) element.remove();
		const said = [...copy.querySelectorAll('[aria-label], [placeholder]')].flatMap((element) =>
			['aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
		);
		return [copy.textContent, ...said].join('\n');
	});
	expect(englishIn(text), state).toEqual([]);
	for (const width of [360, 768, 1440]) {
		await page.setViewportSize({ width, height: 800 });
		await expectNoOverflow(page, `${state} at ${width} px`);
	}
	// As in English, but for what is read aloud.
	if (isLong || state === 'list') await expectAccessible(page, state);
}

describe('scripts speak German', () => {
	test('in the search, whatever it finds', async () => {
		for (const [query, said] of [
			['attention', /^\d+ Papers$/],
			['attention spikelet', /Paper|Nichts/],
			['"zzqx foo"', /^Nichts gefunden\.$/],
		] as const)
			await visit(
				`search/?q=${encodeURIComponent(query)}`,
				async (page) => {
					await page.locator('#summary', { hasText: said }).waitFor();
					await expectGerman(page, query);
				},
				german,
			);
	});

	test('in the search over a page', async () => {
		await visit(
			'topics/',
			async (page) => {
				await page.keyboard.press('Control+k');
				await page.getByRole('combobox').fill('März 2024');
				await page.getByRole('option', { name: 'März 2024' }).first().waitFor();
				expect(await page.locator('dialog').getAttribute('aria-label')).toBe('Suche');
				await expectGerman(page, 'dialog');
			},
			german,
		);
	});

	test('on a paper, as it is cited', async () => {
		await visit(
			`papers/${toyPapers.often}/`,
			async (page) => {
				await page.getByText('Zitieren').click();
				await page.locator('.cite pre').waitFor();
				const [sentence, printed] = await Promise.all(
					[0, 1].map((at) =>
						page.locator('.cite .menu > p:not(.buttons)').nth(at).innerText(),
					),
				);
				expect(sentence).toMatch(
					/^„.+“\. Zuerst gesehen in der Ausgabe vom .+\. Sonderdruck, /,
				);
				expect(printed).toMatch(
					/^„.+“, wie gedruckt am [^,]+, Nr\. \d+ von \d+, SHA-256 der Rohdatei [\da-f]{64}\. Sonderdruck, /,
				);
				await page.getByRole('button', { name: 'Merken' }).click();
				await page.getByRole('button', { name: 'Als gelesen markieren' }).waitFor();
				await expectGerman(page, 'paper');
			},
			german,
		);
	});

	test('in the reading list, and of the keys', async () => {
		await visit(
			'digests/2024-07-01/',
			async (page) => {
				await page
					.getByRole('button', { name: /^Merken: / })
					.nth(1)
					.click();
				await page.getByRole('link', { name: 'Liste', exact: true }).click();
				await page.getByText('1 Paper, 1 ungelesen').waitFor();
				await expectGerman(page, 'list');
				await page.keyboard.press('?');
				await page.getByText('zum nächsten Paper').waitFor();
				await expectGerman(page, 'keys');
			},
			german,
		);
	});
});
