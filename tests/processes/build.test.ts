import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build-site.ts';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, sharedFolder, temporaryFolder } from '../support/folders.ts';
import { onlyProgress, runScript, type ScriptResult } from '../support/run-script.ts';
import { readPages } from '../support/site-pages.ts';

const dump = writeDump('Mar 11', [['Alpha', abstractNumber(1)]]);
const folder = sharedFolder();
const content = join(folder, 'content');

const home = (site: string) => readPages(site).find(({ address }) => address === '/')!;

beforeAll(async () => {
	const file = join(folder, '2025-03-11.txt');
	await writeFile(file, dump);
	await callScript(ingest, [file, '--content', content]);
});

describe('a build', () => {
	const out = join(folder, 'site');
	let before: Record<string, string>;
	let result: ScriptResult;

	// What an earlier build left that was killed between the two renames of its swap; and a shell
	// that was set up for something else.
	beforeAll(async () => {
		before = await fingerprint(content);
		await mkdir(`${out}.offprint-old`);
		await writeFile(join(`${out}.offprint-old`, 'index.html'), 'old');
		await writeFile(join(`${out}.offprint-old`, 'stale.html'), 'old');
		const environment = {
			NODE_ENV: 'development',
			PROD: '',
			DEV: '1',
			BASE_URL: '/elsewhere/',
			OFFPRINT_CONTENT: content,
			OFFPRINT_SITE: 'https://example.org',
			OFFPRINT_BASE: '/repo',
		};
		result = await runScript('build', ['--out', out], { environment });
	});

	test('reports papers, digests, pages, bytes and seconds by stage', () => {
		expect(result.stderr).toMatch(onlyProgress);
		expect(result.code).toBe(0);
		expect(result.stdout).toMatch(
			/^1 paper, 1 digest: \d+ pages, \d+ files, \d+\.\d MB, \d+ links checked$/m,
		);
		expect(result.stdout).toMatch(
			/^[\d.]+ KB a paper, so that the host has room for [\d,]+ more papers: .*\bpapers [\d.]+/m,
		);
		expect(result.stdout).toMatch(
			/^compile [\d.]+ s, read [\d.]+ s, pages [\d.]+ s, index [\d.]+ s, check [\d.]+ s, swap [\d.]+ s/m,
		);
	});

	test('takes content, site and base from the environment', () => {
		expect(home(out).$('link[rel=canonical]').attr('href')).toBe('https://example.org/repo/');
		expect(readPages(out).some(({ $ }) => $('h1').text() === 'Alpha')).toBe(true);
	});

	test('is the same whatever the shell has set', () => {
		for (const { html } of readPages(out)) {
			expect(html).toContain('Content-Security-Policy');
			expect(html).not.toContain('elsewhere');
		}
	});

	test('puts the new site in the place of the old one, which is gone, and changes no content', async () => {
		const names = Object.keys(await fingerprint(folder));
		expect(names.filter((name) => /offprint-old|stale/.test(name))).toEqual([]);
		expect(await fingerprint(content)).toEqual(before);
	});

	test('leaves the old site whole when the content is refused, and says why', async () => {
		const refused = join(await temporaryFolder(), 'content');
		await mkdir(join(refused, 'dumps'), { recursive: true });
		await writeFile(join(refused, 'dumps/2025-03-12.txt'), dump.replace('Mar 11', 'Mar 12'));
		const site = await fingerprint(out);
		const { code, stderr } = await runScript('build', ['--content', refused, '--out', out]);
		expect(code).toBe(1);
		expect(stderr).toContain('The dump `2025-03-12.txt` has not been ingested');
		expect(stderr).toContain('Run `npm run ingest`');
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(await fingerprint(out)).toEqual(site);
	});
});

test('a build of an empty archive makes a site, options going before the environment', async () => {
	const place = await temporaryFolder();
	const out = join(place, 'site');
	const environment = {
		OFFPRINT_BASE: '/archive',
		OFFPRINT_CONTENT: content,
		OFFPRINT_SITE: 'https://example.org',
	};
	const options = ['--content', join(place, 'none'), '--out', out, '--base', 'repo'];
	const { code, stderr } = await runScript('build', options, { environment });
	expect(stderr).toMatch(onlyProgress);
	expect(code).toBe(0);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('The archive is empty');
	expect(home(out).$('link[rel=canonical]').attr('href')).toBe('https://example.org/repo/');
});

describe('a build refuses', () => {
	test('to replace a folder that is no site', async () => {
		const thesis = await temporaryFolder();
		await writeFile(join(thesis, 'thesis.tex'), 'years of work');
		const before = [await fingerprint(thesis), await fingerprint(content)];
		for (const place of [thesis, content]) {
			const parameters = ['--content', content, '--out', place];
			const { code, stderr } = await callScript(buildSite, parameters);
			expect(code).toBe(1);
			expect(stderr).toContain(
				`Unexpected files in ${place}, expected a site of this project`,
			);
			expect(stderr).not.toMatch(/^\s+at /m);
		}
		expect([await fingerprint(thesis), await fingerprint(content)]).toEqual(before);
	});

	test.each([
		['--site', 'example.org', 'Unexpected site example.org, expected an origin'],
		['--base', '/a b/', 'Unexpected base /a b/, expected a path'],
		['--bsae', '/x/', "Unknown option '--bsae'"],
		['--base=/x/', 'dist', 'Unexpected dist'],
	])('%s %s', async (option, value, message) => {
		const { code, stderr } = await callScript(buildSite, [option, value]);
		expect(code).toBe(1);
		expect(stderr).toContain(message);
		expect(stderr).toContain('Usage: npm run build');
	});
});
