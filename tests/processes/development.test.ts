import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/run-script.ts';
import { times } from '../support/sizes.ts';
import { toyFolder, toySite } from '../support/toy-archive.ts';

let child: ChildProcess;
let url: string;

/** Start a development server over the toy archive; gives its address. */
async function startServer(): Promise<string> {
	const astro = join(root, 'node_modules/.bin/astro');
	// Whoever develops may have one running.
	child = spawn(process.execPath, [astro, 'dev', '--port', '0', '--ignore-lock'], {
		cwd: root,
		// Without what this run itself is told, such as `MODE`.
		env: {
			PATH: process.env['PATH'],
			HOME: process.env['HOME'],
			NO_COLOR: '1',
			ASTRO_TELEMETRY_DISABLED: '1',
			OFFPRINT_CONTENT: toyFolder,
			OFFPRINT_SITE: toySite().origin,
			OFFPRINT_BASE: '/',
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const output = child.stdout!.setEncoding('utf8');
	return new Promise((resolve, reject) => {
		let text = '';
		output.on('data', (part: string) => {
			text += part;
			const [, address] = /Local\s+(http:\/\/localhost:\d+)/.exec(text) ?? [];
			if (address !== undefined) resolve(address);
		});
		child.once('exit', () => reject(new Error(`The server ended:\n${text}`)));
	});
}

beforeAll(async () => {
	url = await startServer();
});
afterAll(async () => {
	child.kill();
	await once(child, 'exit');
});

/** What a page shows: its body without scripts, whose addresses a build alone knows. */
function bodyOf(html: string): string | null {
	const $ = load(html);
	$('script, vite-error-overlay, astro-dev-toolbar').remove();
	return $('body').html();
}

describe('a development server', () => {
	const { pages, files, text } = toySite();
	const served = pages.filter(({ address }) => address !== '/404.html');

	test('shows pages as a build renders them', async () => {
		const others: string[] = [];
		for (const { address, html } of served.filter((_, index) => index % times(9, 1) === 0)) {
			const response = await fetch(url + address);
			if (bodyOf(await response.text()) !== bodyOf(html)) others.push(address);
		}
		expect(others).toEqual([]);
	});

	test('answers with the feeds, the citations and the addresses of a build', async () => {
		const named = [...files].filter((file) =>
			/^\/(?:feeds|cite|urls)\b.*(?<!\.html)$/.test(file),
		);
		const others: string[] = [];
		for (const file of named.filter((_, index) => index % times(9, 1) === 0)) {
			const response = await fetch(url + file);
			if ((await response.text()) !== text(file)) others.push(file);
		}
		expect(named.length).toBeGreaterThan(9);
		expect(others).toEqual([]);
	});
});
