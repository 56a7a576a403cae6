import type { Page } from 'playwright-core';

/** The titles of the results that are shown. */
export const titles = (page: Page) => page.locator('#results li h2 a').allTextContents();

/** Wait until what is shown is the answer to what was asked last. */
export async function settle(page: Page): Promise<void> {
	await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' });
}

/** Ask, and give the titles of what is found. */
export async function ask(page: Page, query: string): Promise<string[]> {
	await page.fill('#query', query);
	await page.press('#query', 'Enter');
	await settle(page);
	return titles(page);
}

/** How many papers the page says it found. */
export async function countOf(page: Page): Promise<number> {
	return Number.parseInt((await page.textContent('#summary'))!, 10) || 0;
}

/** Unfold the results to the last one. */
export async function showAll(page: Page): Promise<void> {
	const results = page.locator('#results > li:not(.awaited)');
	while (await page.locator('#more').isVisible()) {
		const shown = await results.count();
		await page.click('#more');
		await results.nth(shown).waitFor();
	}
}

type Facets = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** Facets as a build would write them: the first paper, then gaps. */
export const someFacets: Facets = {
	system: { Mamba: [1, 1], 'Mamba-2': [2], LMUFormer: [11], 'Evil <img src=x>': [0] },
	topic: Object.fromEntries(
		Array.from({ length: 12 }, (_, number) => [
			`Topic ${number}`,
			Array.from({ length: 20 - number }, (_, gap) => (gap === 0 ? 0 : 1)),
		]),
	),
	code: { yes: [0, 5, 5] },
};

/** Let a page find other facets than the site's own. */
export async function withFacets(page: Page, facets: Facets = someFacets): Promise<void> {
	await page.route('**/facets.json', async (route) => {
		const file = await (await route.fetch()).json();
		await route.fulfill({ json: { ...file, facets: { ...file.facets, ...facets } } });
	});
	await page.route('**/names/*.json', async (route) => {
		const file = await (await route.fetch()).json();
		const initial = route.request().url().at(-'x.json'.length);
		const names = Object.entries(facets['system'] ?? {}).filter(
			([name]) => name.charAt(0).toLowerCase() === initial,
		);
		const systems = names.map(([name, numbers]) => [name, ['slug', numbers.length]]);
		await route.fulfill({ json: { ...file, systems: Object.fromEntries(systems) } });
	});
}
