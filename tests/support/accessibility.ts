import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expect that axe finds nothing on a page as it is now, in light and in dark. */
export async function expectAccessible(page: Page, state = page.url()): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(
			violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
			`${state}, ${colorScheme}`,
		).toEqual([]);
	}
	await page.emulateMedia({ colorScheme: null });
}

/** Expect that a page does not scroll sideways. */
export async function expectNoOverflow(page: Page, state = page.url()): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, state).toBe(0);
}
