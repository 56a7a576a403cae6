import { readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSite } from '../../src/check/check-site.ts';
import { temporaryFolder } from '../support/folders.ts';
import { smallSiteAddresses, smallSiteUrl, writeSmallSite } from '../support/small-site.ts';

const check = (site: string) =>
	checkSite(site, { url: smallSiteUrl, addresses: smallSiteAddresses });

async function edit(file: string, change: (text: string) => string): Promise<void> {
	const text = await readFile(file, 'utf8');
	const changed = change(text);
	expect(changed, `${file} has nothing to change`).not.toBe(text);
	await writeFile(file, changed);
}

/** Edit a file of the site by putting one text in the place of another. */
const put = (file: string, from: string | RegExp, to: string) => (site: string) =>
	edit(join(site, file), (text) => text.replace(from, to));

/** Files of nothing, as large as is said. */
async function grow(site: string, count: number, size: number): Promise<void> {
	for (let part = 0; part < count; part++) {
		await writeFile(join(site, `large${part}.bin`), '');
		await truncate(join(site, `large${part}.bin`), size);
	}
}

/** Ways to break a site, each with the rule that must see it. */
const breaks: Record<string, (site: string) => Promise<unknown>> = {
	'missing-address: a page is deleted': (site) =>
		rm(join(site, 'papers/k3v9q2x7mf'), { recursive: true }),
	'missing-address: a page has another case': (site) =>
		rename(join(site, 'about/index.html'), join(site, 'about/Index.html')),
	'broken-link: to a page that is not there': put('index.html', '/repo/about/', '/repo/abuot/'),
	'broken-link: out of the base path': put('index.html', '/repo/about/', '/about/'),
	'broken-link: without the last slash': put('index.html', '/repo/about/', '/repo/about'),
	'broken-link: to an anchor that is not there': put(
		'digests/2025-03-11/index.html',
		/ id="\w+"/,
		'',
	),
	'broken-link: to a style sheet that is not there': (site) =>
		rm(join(site, '_astro'), { recursive: true }),
	'broken-link: from a feed': put('feeds/papers.xml', /papers\/k3v9q2x7mf/g, 'papers/zzzzzzzzzz'),
	'broken-link: a form that leads nowhere': put('index.html', '/repo/search/', '/repo/find/'),
	'broken-link: that is no address': put('index.html', '/repo/about/', 'http://'),
	'unlisted-page: neither listed nor noindex': put('404.html', 'noindex', 'index'),
	'unlisted-page: both': put(
		'about/index.html',
		'</title>',
		'</title><meta name="robots" content="noindex">',
	),
	'unlisted-page: the canonical address of another page': put(
		'about/index.html',
		/(rel="canonical" href="[^"]*)about/,
		'$1digests',
	),
	'missing-policy: none': put('about/index.html', /<meta http-equiv[^>]*>/, ''),
	'missing-policy: not first': put('about/index.html', '<head>', '<head><meta charset="utf-8">'),
	'unportable-name: a colon': (site) => writeFile(join(site, 'a:b.txt'), ''),
	'unportable-name: a device of Windows': (site) => writeFile(join(site, 'aux.txt'), ''),
	'unportable-name: the same but for case': (site) => writeFile(join(site, 'Favicon.svg'), ''),
	'not-a-file: a link': (site) => symlink('index.html', join(site, 'link.html')),
	'too-large: a file': (site) => grow(site, 1, 101_000_000),
	'too-large: the whole site': (site) => grow(site, 11, 99_000_000),
};

describe('checkSite', () => {
	test('finds nothing wrong with a site that keeps every promise', async () => {
		const report = await check(await writeSmallSite(await temporaryFolder()));
		expect(report).toMatchObject({ findings: [], pages: 6, files: 11, links: 8 });
	});

	test.each(Object.entries(breaks))('%s', async (name, breakSite) => {
		const site = await writeSmallSite(await temporaryFolder());
		await breakSite(site);
		const { findings } = await check(site);
		expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
			name.split(':')[0],
			'error',
		]);
	});

	test('warns from 70 % of the host’s limit on', async () => {
		const site = await writeSmallSite(await temporaryFolder());
		await grow(site, 8, 90_000_000);
		const { findings } = await check(site);
		expect(findings).toMatchObject([{ rule: 'nearly-too-large', severity: 'warning' }]);
	});
});
