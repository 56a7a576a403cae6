import type { Page } from 'playwright-core';
import type { FacetValues } from '../../src/search/facet-file.ts';
import { packRising } from '../../src/search/number-steps.ts';

/** The titles of the results that are shown. */
export const titles = (page: Page) => page.locator('#results li h2 a').allTextContents();

/** Wait until what is shown is the answer to what was asked last, and by what it can be narrowed, where that is in view. */
export async function settle(page: Page): Promise<void> {
	await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' });
	await page.locator('#facets:not([aria-busy=true])').waitFor({ state: 'attached' });
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

/** Of the values of each facet the papers. */
type Facets = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** Facets that a site might have. */
export const someFacets: Facets = {
	system: { Mamba: [1, 2], 'Mamba-2': [2], LMUFormer: [11], 'Evil <img src=x>': [0] },
	topic: Object.fromEntries(
		Array.from({ length: 12 }, (_, number) => [
			`Topic ${number}`,
			Array.from({ length: 20 - number }, (_, paper) => paper),
		]),
	),
	code: { yes: [0, 5, 10] },
};

/** Facets as a build writes them. */
export function packFacets(facets: Facets): Record<string, FacetValues> {
	const packed = Object.entries(facets).map(([name, values]) => [
		name,
		Object.fromEntries(
			Object.entries(values).map(([value, papers]) => [value, packRising(papers)]),
		),
	]);
	return Object.fromEntries(packed);
}

/** Let a page find other facets than the site's own. */
export async function withFacets(page: Page, facets: Facets = someFacets): Promise<void> {
	await page.route('**/facets.json', async (route) => {
		const file = await (await route.fetch()).json();
		const own = packFacets(facets);
		await route.fulfill({ json: { ...file, facets: { ...file.facets, ...own } } });
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
