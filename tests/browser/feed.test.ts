import { expect, test } from 'vitest';
import { visit } from '../support/open-browser.ts';

test('a feed that is opened in a browser is there to be read', async () => {
	await visit('feeds/digests.xml', async (page) => {
		const shown = await page.evaluate(() => {
			const styleOf = (name: string) =>
				getComputedStyle(document.querySelector(name)!).display;
			return ['feed > title', 'entry > title', 'entry > summary', 'entry > content'].map(
				styleOf,
			);
		});
		expect(shown).toEqual(['block', 'block', 'block', 'none']);
	});
});
