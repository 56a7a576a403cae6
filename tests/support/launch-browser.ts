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
	// Pages of one context are drawn by one process.
	'--renderer-process-limit=1',
];

/**
 * Where a real Chromium is: `CHROME_PATH`, an installed one, or the one that comes with the
 * development packages, which is unpacked when it is first asked for.
 */
export async function browserPath(): Promise<string> {
	const own = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
	if (own !== undefined) return own;
	const { default: packaged } = await import('@sparticuz/chromium');
	return packaged.executablePath();
}

/** Start it, with its own sandbox off: tests open our own pages only, and servers often run as root. */
export async function launchBrowser(): Promise<Browser> {
	// The package's own arguments are for servers that allow one process: they turn web security off.
	const options = { executablePath: await browserPath(), args: quiet };
	// A process that dies as it starts, which happens once in thousands of times, says nothing of our pages.
	return playwright.launch(options).catch(() => playwright.launch(options));
}
