import axe, { type RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axePath } from './serve-site.ts';

const resultTypes: RunOptions['resultTypes'] = ['violations'];
const runs: readonly (readonly ['light' | 'dark', RunOptions])[] = [
	['light', { resultTypes }],
	// What a theme changes is colours.
	['dark', { resultTypes, runOnly: ['color-contrast', 'link-in-text-block'] }],
];

/** Expect that axe finds nothing on a page as it is now, in light and in dark. */
export async function expectAccessible(page: Page, state = page.url()): Promise<void> {
	await giveAxe(page);
	for (const [colorScheme, options] of runs) {
		await page.emulateMedia({ colorScheme });
		const violations = await page.evaluate(runAxe, options);
		expect(
			violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
			`${state}, ${colorScheme}`,
		).toEqual([]);
	}
	await page.emulateMedia({ colorScheme: null });
}

/** A page that only changed has it already. Fetching it takes a quarter of the time of sending it with a command. */
async function giveAxe(page: Page): Promise<void> {
	if (await page.evaluate(() => 'axe' in globalThis)) return;
	// As a string, for Vite would make an import of its own of it.
	const isFetched = await page.evaluate(`import('${axePath}').then(() => true, () => false)`);
	if (!isFetched) await page.evaluate(axe.source);
}

/** Runs in the browser, where axe is a global. */
async function runAxe(options: RunOptions): Promise<axe.Result[]> {
	const here = (globalThis as unknown as { axe: typeof axe }).axe;
	return (await here.run(document, options)).violations;
}

const scriptRe = /<script[^>]*\ssrc=[^>]*><\/script>/g;
const noScriptRe = /(?<=<\/?)noscript/g;

/**
 * Give a browser pages as if it ran no script. Where it really runs none, axe never ends: it waits for
 * timers, which such a page does not have.
 */
export async function leaveOutScripts(context: BrowserContext): Promise<void> {
	await context.route('**/*', async (route) => {
		const response = await route.fetch();
		const type = response.headers()['content-type'] ?? '';
		if (!/html|css/.test(type)) return route.fulfill({ response });
		const body = (await response.text())
			.replace(scriptRe, '')
			.replace(noScriptRe, 'div')
			.replace(/\(scripting:\s*none\)/g, 'all')
			.replace(/\(scripting:\s*enabled\)/g, 'not all');
		await route.fulfill({ response, body });
	});
}

/** Expect that a page does not scroll sideways. */
export async function expectNoOverflow(page: Page, state = page.url()): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, state).toBe(0);
}
