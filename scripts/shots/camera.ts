import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Subject } from './subjects.ts';

const phoneScreen = 740;
const widths = [360, 768, 1440] as const;
const schemes = ['light', 'dark'] as const;
const paper = { width: 700, height: 990 };

/** Picture a subject at each width, in light and dark, and as printed, into `<file>-360-light.png` and so on; gives how tall it is on a phone. */
export async function picture(
	browser: Browser,
	site: string,
	subject: Subject,
	file: string,
	tallest: number,
): Promise<string> {
	let height = 0;
	for (const colorScheme of schemes)
		await onPage(browser, site, subject, { colorScheme }, async (page, open) => {
			for (const width of widths) {
				await page.setViewportSize({ width, height: width === 360 ? phoneScreen : 900 });
				await open();
				if (width === 360) height = await heightOf(page);
				const limit = subject.over ? 0 : tallest;
				await capture(page, `${file}-${width}-${colorScheme}.png`, limit);
			}
		});
	if (!subject.over)
		await onPage(browser, site, subject, { viewport: paper }, async (page, open) => {
			await open();
			await page.emulateMedia({ media: 'print' });
			await capture(page, `${file}-print.png`, tallest);
		});
	return `${(height / phoneScreen).toFixed(1)} phone screens`;
}

/** Work with a page in a browser that has stored nothing. `open` brings the subject about, as often as it is called. */
async function onPage(
	browser: Browser,
	site: string,
	{ path, options, before, act }: Subject,
	look: BrowserContextOptions,
	work: (page: Page, open: () => Promise<void>) => Promise<void>,
): Promise<void> {
	const context = await browser.newContext({ reducedMotion: 'reduce', ...look, ...options });
	const page = await context.newPage();
	await before?.(page);
	await work(page, async () => {
		await page.goto(site + path, { waitUntil: 'load' });
		await act?.(page);
	});
	await context.close();
}

/** The page from its top, as far as the limit, or what a screen has of it. A browser that is short of memory is asked again. */
async function capture(page: Page, path: string, limit: number, tries = 5): Promise<void> {
	const { width, height: screen } = page.viewportSize()!;
	const height = Math.min(await heightOf(page), Math.max(limit, screen));
	const whole = { fullPage: true, clip: { x: 0, y: 0, width, height } };
	try {
		await page.screenshot({ path, ...(limit > 0 && whole) });
	} catch (error) {
		if (tries === 1) throw error;
		await page.waitForTimeout(1_000);
		await capture(page, path, limit, tries - 1);
	}
}

function heightOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollHeight);
}
