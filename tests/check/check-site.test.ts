import { cp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { checkSite } from '../../src/check/check-site.ts';
import { temporaryFolder } from '../support/folders.ts';
import { runScript } from '../support/run-script.ts';
import { readPages } from '../support/site-pages.ts';

const url = 'https://example.org/repo/';
const source = inject('repoSite');
let paper = '';
let addresses: string[] = [];

beforeAll(async () => {
	addresses = (await readFile(join(source, 'urls.txt'), 'utf8')).trim().split('\n');
	paper = addresses.find((address) => /^\/papers\/\w{10}\/$/.test(address))!;
});

async function edit(file: string, change: (text: string) => string): Promise<void> {
	const text = await readFile(file, 'utf8');
	const changed = change(text);
	expect(changed, `${file} has nothing to change`).not.toBe(text);
	await writeFile(file, changed);
}

/** Ways to break a site, each with the rule that must see it. */
const breaks: Record<string, (site: string) => Promise<unknown>> = {
	'missing-address: a page is deleted': (site) => rm(join(site, paper), { recursive: true }),
	'missing-address: a page has another case': (site) =>
		rename(join(site, 'about/index.html'), join(site, 'about/Index.html')),
	'broken-link: to a page that is not there': (site) =>
		edit(join(site, 'index.html'), (html) =>
			html.replace('href="/repo/about/"', 'href="/repo/abuot/"'),
		),
	'broken-link: out of the base path': (site) =>
		edit(join(site, 'index.html'), (html) =>
			html.replace('href="/repo/about/"', 'href="/about/"'),
		),
	'broken-link: without the last slash': (site) =>
		edit(join(site, 'index.html'), (html) =>
			html.replace('href="/repo/about/"', 'href="/repo/about"'),
		),
	'broken-link: to an anchor that is not there': (site) =>
		edit(join(site, 'digests/2025-03-11/index.html'), (html) =>
			html.replace(/<li id="\w+"/, '<li'),
		),
	'broken-link: to a style sheet that is not there': (site) =>
		rm(join(site, '_astro'), { recursive: true }),
	'broken-link: from a feed': (site) =>
		edit(join(site, 'feeds/papers.xml'), (xml) => xml.replaceAll(paper, '/papers/zzzzzzzzzz/')),
	'broken-link: a form that leads nowhere': (site) =>
		edit(join(site, 'index.html'), (html) =>
			html.replace('action="/repo/search/"', 'action="/repo/find/"'),
		),
	'unlisted-page: neither listed nor noindex': (site) =>
		edit(join(site, '404.html'), (html) => html.replace('noindex', 'index')),
	'unlisted-page: both': (site) =>
		edit(join(site, 'about/index.html'), (html) =>
			html.replace('</title>', '</title><meta name="robots" content="noindex">'),
		),
	'unlisted-page: the canonical address of another page': (site) =>
		edit(join(site, 'about/index.html'), (html) =>
			html.replace(/(rel="canonical" href="[^"]*)about/, '$1digests'),
		),
	'missing-policy: none': (site) =>
		edit(join(site, 'about/index.html'), (html) => html.replace(/<meta http-equiv[^>]*>/, '')),
	'missing-policy: not first': (site) =>
		edit(join(site, 'about/index.html'), (html) =>
			html.replace('<head>', '<head><meta charset="utf-8">'),
		),
	'unportable-name: a colon': (site) => writeFile(join(site, 'a:b.txt'), ''),
	'unportable-name: a device of Windows': (site) => writeFile(join(site, 'aux.txt'), ''),
	'unportable-name: the same but for case': (site) => writeFile(join(site, 'Favicon.svg'), ''),
	'not-a-file: a link': (site) => symlink('index.html', join(site, 'link.html')),
	'too-large: a file': async (site) => {
		await writeFile(join(site, 'large.bin'), '');
		await truncate(join(site, 'large.bin'), 101_000_000);
	},
	'too-large: the whole site': async (site) => {
		for (let part = 0; part < 11; part++) {
			await writeFile(join(site, `large${part}.bin`), '');
			await truncate(join(site, `large${part}.bin`), 99_000_000);
		}
	},
};

describe('checkSite', () => {
	test('finds nothing wrong with a built site', async () => {
		const report = await checkSite(source, { url, addresses });
		expect(report.findings).toEqual([]);
		expect(report.pages).toBe(readPages(source).length);
		expect(report.links).toBeGreaterThan(1000);
	});

	test.each(Object.entries(breaks))('%s', async (name, breakSite) => {
		const site = join(await temporaryFolder(), 'site');
		await cp(source, site, { recursive: true });
		await breakSite(site);
		const { findings } = await checkSite(site, { url, addresses });
		expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
			name.split(':')[0],
			'error',
		]);
	});

	test('warns from 70 % of the host’s limit on', async () => {
		const site = join(await temporaryFolder(), 'site');
		await cp(source, site, { recursive: true });
		for (let part = 0; part < 8; part++) {
			await writeFile(join(site, `large${part}.bin`), '');
			await truncate(join(site, `large${part}.bin`), 90_000_000);
		}
		const { findings } = await checkSite(site, { url, addresses });
		expect(findings).toMatchObject([{ rule: 'nearly-too-large', severity: 'warning' }]);
	});
});

describe('npm run check', () => {
	test('says that all is in order, for a person and for a program', async () => {
		const forPerson = await runScript('check', ['--out', source]);
		expect(forPerson).toMatchObject({ code: 0, stderr: '' });
		expect(forPerson.stdout).toMatch(/^\d+ pages and [\d,]+ links checked: all in order$/m);
		const { code, stdout } = await runScript('check', ['--out', source, '--json']);
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ findings: [], pages: readPages(source).length });
	});

	test('fails when an address that was published is gone', async () => {
		const published = join(await temporaryFolder(), 'urls.txt');
		await writeFile(published, `/about/\n/papers/zzzzzzzzzz/\n`);
		const { code, stdout } = await runScript('check', [
			'--out',
			source,
			'--published',
			published,
		]);
		expect(code).toBe(1);
		expect(stdout).toContain('error missing-address: 1\n  /papers/zzzzzzzzzz/');
	});

	test.each([['a list that is none', '<!doctype html>', 'expected addresses such as /about/']])(
		'refuses %s',
		async (_name, text, message) => {
			const published = join(await temporaryFolder(), 'urls.txt');
			await writeFile(published, text);
			const { code, stderr } = await runScript('check', [
				'--out',
				source,
				'--published',
				published,
			]);
			expect(code).toBe(1);
			expect(stderr).toContain(message);
		},
	);
});
