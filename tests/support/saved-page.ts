import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** The digest whose papers are saved. */
export const digest = 'digests/2024-02-29-2/';

/** Under which the list is stored. */
export const storageKey = 'offprint:/repo/:saved';

export const stars = (page: Page) => page.locator('li > .star');
export const savedTitles = (page: Page) =>
	page.locator('#saved-papers h2:visible').allTextContents();
export const summary = (page: Page) => page.locator('#summary').textContent();

/** Go to another page of the site. */
export async function go(page: Page, path: string): Promise<void> {
	const { origin } = new URL(page.url());
	await page.goto(`${origin}/repo/${path}`);
}

/** Save the first papers of a digest; gives their titles, newest first. */
export async function savePapers(page: Page, count: number): Promise<string[]> {
	const saved: string[] = [];
	for (let index = 0; index < count; index++) {
		await stars(page).nth(index).click();
		saved.unshift((await page.locator('.title a').nth(index).textContent())!);
		// Two in one millisecond would be sorted by their ids.
		await page.waitForTimeout(2);
	}
	return saved;
}

/** The text that a button hands out as a file. */
export async function exported(page: Page, button: string): Promise<string> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return readFile(await (await download).path(), 'utf8');
}
