import { existsSync } from 'node:fs';
import { chromium as playwright, type Browser } from 'playwright-core';

const installed = [
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// A browser on its own: no look-ups of its maker's hosts.
const quiet = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Start a real Chromium: `CHROME_PATH`, an installed one, or the one that comes with the development packages. */
export async function launchBrowser(): Promise<Browser> {
	const own = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
	if (own !== undefined) return playwright.launch({ executablePath: own, args: quiet });
	const { default: packaged } = await import('@sparticuz/chromium');
	// Its own arguments are for servers that allow one process: they turn web security off.
	return playwright.launch({ executablePath: await packaged.executablePath(), args: quiet });
}
