import type { Page } from 'playwright-core';

interface LayoutShift extends PerformanceEntry {
	readonly value: number;
	readonly hadRecentInput: boolean;
}

/** Add up how far things move on a page without the reader's doing (CLS), from its first paint on. */
export async function watchLayout(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const sum = Object.assign(globalThis, { layoutShift: 0 });
		new PerformanceObserver((list) => {
			for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[])
				if (!hadRecentInput) sum.layoutShift += value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
}

/** How far things have moved. */
export async function layoutShift(page: Page): Promise<number> {
	// The observer hears of a frame after it.
	await page.waitForTimeout(200);
	return page.evaluate(() => (globalThis as unknown as { layoutShift: number }).layoutShift);
}
