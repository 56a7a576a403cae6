import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { runScript } from '../support/run-script.ts';
import { serveSite } from '../support/serve-site.ts';
import { readPages } from '../support/site-pages.ts';

/** A content folder with these dumps of 2025, and a folder for the site. */
async function startArchive(...dumps: readonly string[]) {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	const out = join(folder, 'site');
	for (const text of dumps) {
		await writeFile(join(folder, 'dump.txt'), text);
		const { code } = await runScript('ingest', [
			join(folder, 'dump.txt'),
			'--year',
			'2025',
			'--content',
			content,
		]);
		expect(code).toBe(0);
	}
	const build = (...options: string[]) =>
		runScript('build', ['--content', content, '--out', out, ...options]);
	return { content, out, build };
}

const first = writeDump('Mar 11', [['Alpha', abstractNumber(1)]]);

describe('build', () => {
	test('reports papers, digests, pages, bytes and seconds by stage', async () => {
		const { build } = await startArchive(first);
		const { code, stdout } = await build();
		expect(code).toBe(0);
		expect(stdout).toMatch(
			/^1 paper, 1 digest: \d+ pages, \d+ files, \d+\.\d MB, \d+ links checked$/m,
		);
		expect(stdout).toMatch(
			/^read [\d.]+ s, pages [\d.]+ s, index [\d.]+ s, check [\d.]+ s, swap [\d.]+ s/m,
		);
	});

	test('takes site and base from the environment, and options before it', async () => {
		const { content, out } = await startArchive(first);
		const environment = { OFFPRINT_SITE: 'https://example.org', OFFPRINT_BASE: '/archive' };
		await runScript('build', ['--content', content, '--out', out], { environment });
		const canonical = () =>
			readPages(out)
				.find(({ address }) => address === '/')!
				.$('link[rel=canonical]')
				.attr('href');
		expect(canonical()).toBe('https://example.org/archive/');
		await runScript('build', ['--content', content, '--out', out, '--base', 'other'], {
			environment,
		});
		expect(canonical()).toBe('https://example.org/other/');
	});

	test('is the same whatever the shell has set', async () => {
		const { content, out } = await startArchive(first);
		await runScript('build', ['--content', content, '--out', out], {
			environment: { NODE_ENV: 'development', PROD: '', DEV: '1', BASE_URL: '/elsewhere/' },
		});
		for (const { html } of readPages(out)) {
			expect(html).toContain('Content-Security-Policy');
			expect(html).not.toContain('elsewhere');
		}
	});

	test('leaves the old site whole when the content is refused, and says why', async () => {
		const { content, out, build } = await startArchive(first);
		await build();
		const before = await fingerprint(out);
		await writeFile(join(content, 'dumps/2025-03-12.txt'), first.replace('Mar 11', 'Mar 12'));
		const { code, stderr } = await build();
		expect(code).toBe(1);
		expect(stderr).toContain('Unexpected dump `2025-03-12.txt`, expected all to be ingested');
		expect(stderr).toContain('Run `npm run ingest`');
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(await fingerprint(out)).toEqual(before);
	});

	test('removes nothing but the site it replaces', async () => {
		const { content, out, build } = await startArchive(first);
		await build();
		await writeFile(join(out, 'stale.html'), '');
		const before = await fingerprint(content);
		await build();
		expect(Object.keys(await fingerprint(out))).not.toContain('stale.html');
		expect(await fingerprint(content)).toEqual(before);
	});

	test('mends a swap that was killed between its two renames', async () => {
		const { out, build } = await startArchive(first);
		await mkdir(`${out}.offprint-old`, { recursive: true });
		await writeFile(join(`${out}.offprint-old`, 'index.html'), 'old');
		expect((await build()).code).toBe(0);
		expect(await readFile(join(out, 'index.html'), 'utf8')).not.toBe('old');
		expect(
			Object.keys(await fingerprint(join(out, '..'))).filter((name) =>
				name.includes('offprint-old'),
			),
		).toEqual([]);
	});

	test('never replaces a folder that is no site', async () => {
		const { content, build } = await startArchive(first);
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'thesis.tex'), 'years of work');
		const before = [await fingerprint(folder), await fingerprint(content)];
		for (const place of [folder, content]) {
			const { code, stderr } = await build('--out', place);
			expect(code).toBe(1);
			expect(stderr).toContain(
				`Unexpected files in ${place}, expected a site of this project`,
			);
			expect(stderr).not.toMatch(/^\s+at /m);
		}
		expect([await fingerprint(folder), await fingerprint(content)]).toEqual(before);
	});

	test('makes a site of an empty archive', async () => {
		const { out, build } = await startArchive();
		expect((await build()).code).toBe(0);
		expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('The archive is empty');
	});

	test.each([
		['--site', 'example.org', 'Unexpected site example.org, expected an origin'],
		['--base', '/a b/', 'Unexpected base /a b/, expected a path'],
		['--bsae', '/x/', "Unknown option '--bsae'"],
	])('says what is wrong with %s %s', async (option, value, message) => {
		const { code, stderr } = await runScript('build', [option, value]);
		expect(code).toBe(1);
		expect(stderr).toContain(message);
		expect(stderr).toContain('Usage: npm run build');
	});

	test('runs nothing that a dump holds', async () => {
		const payloads = [
			'<img src=x onerror=alert(1)>',
			'</title><script>alert(1)</script>',
			'"><svg onload=alert(1)> {{7*7}} ${alert(1)} {alert(1)}',
			']]><script>alert(1)</script>',
			'javascript:alert(1) [x](javascript:alert(1)) <a href="javascript:alert(1)">x</a>',
		];
		const hostile = writeDump(
			'Mar 12',
			payloads.map((payload, index) => [
				`Payload ${index} ${payload}`,
				`${payload} ${abstractNumber(index)} ${payload} end.`,
			]),
		);
		const { out, build } = await startArchive(hostile);
		expect((await build()).code).toBe(0);
		const site = await serveSite(out);
		const browser = await launchBrowser();
		try {
			// Escaping must hold alone, without the policy.
			for (const bypassCSP of [false, true]) {
				const page = await browser.newPage({ bypassCSP });
				const faults: string[] = [];
				page.on('dialog', (dialog) => {
					faults.push(dialog.message());
					void dialog.dismiss();
				});
				page.on('pageerror', (error) => faults.push(error.message));
				page.on(
					'console',
					(message) => message.type() === 'error' && faults.push(message.text()),
				);
				for (const { address } of readPages(out).filter(
					({ address }) => address !== '/404.html',
				)) {
					await page.goto(site.url + address.slice(1));
				}
				await page.goto(`${site.url}search/?q=payload`);
				await page.locator('#results li').nth(4).waitFor();
				const titles = await page.locator('#results h2 a').allTextContents();
				expect(titles.toSorted()).toEqual(
					payloads.map((payload, index) => `Payload ${index} ${payload}`),
				);
				expect(faults).toEqual([]);
			}
		} finally {
			await browser.close();
			await site.close();
		}
	});
});
