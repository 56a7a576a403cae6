import type { BrowserContextOptions, Page } from 'playwright-core';
import { kindsOf } from './kinds.ts';

/** A page, or a state that one gets it into. */
export interface Subject {
	readonly name: string;
	/** From the root of the site, with its query. */
	readonly path: string;
	readonly options?: BrowserContextOptions;
	/** What happens before the page is there. */
	readonly before?: (page: Page) => Promise<unknown>;
	/** What its reader does. */
	readonly act?: (page: Page) => Promise<unknown>;
	/** A dialog lies over a page, which is not grown to its whole height then, and is never printed. */
	readonly over?: true;
}

/** All pages and states of a built site that are worth a look. */
export async function subjectsOf(folder: string): Promise<Subject[]> {
	const kinds = await kindsOf(folder);
	const pages = Object.entries(kinds).map(([name, path]) => ({ name, path }));
	const states = Object.entries(stateMakers).flatMap(([name, { of, query = '', ...state }]) => {
		const path = kinds[of];
		return path === undefined ? [] : [{ name, path: path + query, ...state }];
	});
	return [...pages, ...states];
}

/** A state: of which kind of page it is, and how that comes about. */
interface State extends Omit<Subject, 'name' | 'path'> {
	readonly of: string;
	readonly query?: string;
}

const withoutScript = { options: { javaScriptEnabled: false } };

const stateMakers: Readonly<Record<string, State>> = {
	results: { of: 'search', query: '?q=attention', act: settle },
	'no-results': { of: 'search', query: '?q=qzxv', act: settle },
	narrowed: { of: 'search', query: '?q=attention', act: unfold('#narrowing') },
	completions: { of: 'search', act: type('#query', 'm') },
	'search-over': { of: 'about', act: searchOver('attention'), over: true },
	'search-over-nothing': { of: 'about', act: searchOver('qzxv'), over: true },
	keys: { of: 'home', act: press('?'), over: true },
	cite: { of: 'paper', act: unfold('.cite') },
	'full-paper': { of: 'paper', act: unfold('.searches') },
	'as-received': { of: 'restored-paper', act: (page) => page.check('#as-received') },
	abstracts: { of: 'digest', act: unfold('.unfold') },
	numbers: { of: 'trends', act: unfold('figure details') },
	filtered: { of: 'systems', act: type('#filter', 'm') },
	'some-saved': { of: 'digest', act: saveSome },
	'paper-saved': { of: 'paper', act: (page) => page.locator('.saving .star').click() },
	'storage-refused': { of: 'saved', before: refuseStorage },
	'paper-without-script': { of: 'paper', ...withoutScript },
	'digest-without-script': { of: 'digest', ...withoutScript },
	'search-without-script': { of: 'search', ...withoutScript },
	'saved-without-script': { of: 'saved', ...withoutScript },
};

/** Until what was asked for has been fetched and shown. */
async function settle(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(300);
}

function type(box: string, text: string) {
	return async (page: Page) => {
		await page.locator(box).pressSequentially(text);
		await settle(page);
	};
}

function press(key: string) {
	return async (page: Page) => {
		await page.keyboard.press(key);
		await settle(page);
	};
}

function searchOver(query: string) {
	return async (page: Page) => {
		await press('/')(page);
		await page.keyboard.type(query);
		await settle(page);
	};
}

/** Unfold what the page folds away; what is fetched then may take a while. */
function unfold(details: string) {
	return async (page: Page) => {
		await settle(page);
		for (const one of (await page.locator(`${details}:not([open]) > summary`).all()).slice(
			0,
			9,
		))
			if (await one.isVisible()) await one.click();
		await settle(page);
	};
}

/** Save the first papers of a digest, and go to the list. */
async function saveSome(page: Page): Promise<void> {
	for (const star of (await page.locator('li > .star').all()).slice(0, 4)) await star.click();
	await page.locator('nav a[href$="/saved/"]').click();
	await settle(page);
}

async function refuseStorage(page: Page): Promise<void> {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'localStorage', {
			get() {
				throw new DOMException('Storage is refused', 'SecurityError');
			},
		});
	});
}
