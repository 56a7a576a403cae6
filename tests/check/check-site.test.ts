import { readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkSite } from '../../src/check/check-site.ts';
import { checkSizes } from '../../src/check/host-limits.ts';
import { temporaryFolder } from '../support/folders.ts';
import { smallSite, writeSmallSite } from '../support/small-site.ts';

const check = (site: string) => checkSite(site, smallSite);

async function edit(file: string, change: (text: string) => string): Promise<void> {
	const text = await readFile(file, 'utf8');
	const changed = change(text);
	expect(changed, `${file} has nothing to change`).not.toBe(text);
	await writeFile(file, changed);
}

/** Edit a file of the site by putting one text in the place of another. */
const put = (file: string, from: string | RegExp, to: string) => (site: string) =>
	edit(join(site, file), (text) => text.replace(from, to));

/** Put markup at the end of a page. */
const addTo = (page: string, html: string) =>
	put(`${page}/index.html`, '</body>', `${html}</body>`);

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
	'broken-link: from a script to another': (site) =>
		writeFile(join(site, '_astro/late.js'), 'import{a}from"./gone.js";a()'),
	'broken-link: to a script that is loaded later': (site) =>
		writeFile(join(site, '_astro/late.js'), 'import(`/repo/_astro/gone.js`)'),
	'record-count: less as Atom than as JSON': (site) =>
		writeFile(join(site, 'feeds/papers.json'), '{"items":[1,2,3,4,5,6,7]}'),
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
	'missing-policy: a weaker one': put('about/index.html', "script-src 'self'", 'script-src *'),
	'broken-link: that has a bad escape': put('index.html', '/repo/about/', '/repo/%zz/'),
	'unsafe-markup: a script in the page': addTo('about', '<script>alert(1)</script>'),
	'unsafe-markup: a script of another site': addTo(
		'about',
		'<script src="https://evil.example/x.js"></script>',
	),
	'unsafe-markup: a picture of another site': addTo('about', '<img src="//evil.example/x.png">'),
	'unsafe-markup: a form to another site': addTo(
		'about',
		'<form action="https://evil.example/">',
	),
	'unsafe-markup: a frame': addTo('about', '<iframe src="https://evil.example/"></iframe>'),
	'unsafe-markup: a handler': addTo('about', '<b onclick="alert(1)">x</b>'),
	'unsafe-markup: an inline style': addTo('about', '<b style="color:red">x</b>'),
	'unsafe-markup: a link that runs': addTo('about', '<a href=" JavaScript:alert(1)">x</a>'),
	'unsafe-markup: a base': addTo('about', '<base href="https://evil.example/">'),
	'unsafe-markup: a redirect to another site': addTo(
		'about',
		'<meta http-equiv="refresh" content="0;url=https://evil.example/">',
	),
	'page-structure: cut': put('about/index.html', '</html>', ''),
	'page-structure: no title': put('about/index.html', /<title>.*<\/title>/, '<title> </title>'),
	'page-structure: two headings': addTo('about', '<h1>Again</h1>'),
	'page-structure: no heading': put('about/index.html', /<h1>.*<\/h1>/, ''),
	'page-structure: a section that nothing names': addTo(
		'about',
		'<section><section><h2>Inner</h2></section></section>',
	),
	'page-structure: a link that is no address': addTo(
		'about',
		'<a rel="external" href="https://a.io/x](y">x</a>',
	),
	'page-structure: an id twice': addTo('about', '<b id="a"></b><b id="a"></b>'),
	'malformed-text: a control character': addTo('about', '\f\u0007'),
	'malformed-text: not UTF-8': (site) =>
		writeFile(join(site, 'data/papers.jsonl'), Buffer.from([0x22, 0xff, 0x22, 0x0a])),
	'malformed-xml: a form feed in a feed': put('feeds/papers.xml', '<entry>', '<entry>\f'),
	'malformed-xml: a tag that is not closed': put('feeds/papers.xml', '</entry>', ''),
	'malformed-xml: a picture': put('favicon.svg', '/>', '>'),
	'malformed-data: a line of JSON': put('data/papers.jsonl', '"id"', 'id'),
	'malformed-data: a last line that is cut': put('data/papers.jsonl', '\n', ''),
	'malformed-data: a packed file that is cut': (site) =>
		writeFile(join(site, 'data/papers.jsonl.gz'), gzipSync('{}\n').subarray(0, 12)),
	'malformed-data: a packed line that is none': (site) =>
		writeFile(join(site, 'data/papers.jsonl.gz'), gzipSync('{\n')),
	'malformed-data: a row with a cell more': put('trends/papers.csv', '-11,1', '-11,1,2'),
	'malformed-index: a file that is none': (site) => writeFile(join(site, '0.packed'), 'text'),
	'malformed-index: a table without its blocks': (site) =>
		writeFile(join(site, 'terms.json'), '{"papers":0,"version":"1","starts":["a"]}'),
	'malformed-index: a text that no table names': (site) =>
		writeFile(join(site, '0.packed'), gzipSync('{}')),
	'record-count: a record less': put('data/papers.jsonl', /.*\n/, ''),
	'record-count: an entry of a feed twice': put('feeds/papers.xml', /<entry>.*<\/entry>/, '$&$&'),
	'unportable-name: a colon': (site) => writeFile(join(site, 'a:b.txt'), ''),
	'unportable-name: a device of Windows': (site) => writeFile(join(site, 'aux.txt'), ''),
	'unportable-name: the same but for case': (site) => writeFile(join(site, 'Favicon.svg'), ''),
	'not-a-file: a link': (site) => symlink('index.html', join(site, 'link.html')),
	'too-large: a file': async (site) => {
		await writeFile(join(site, 'large.bin'), '');
		await truncate(join(site, 'large.bin'), 101_000_000);
	},
};

describe('checkSite', () => {
	test('finds nothing wrong with a site that keeps every promise', async () => {
		const report = check(await writeSmallSite(await temporaryFolder()));
		expect(report).toMatchObject({ findings: [], pages: 6, files: 13, links: 8 });
	});

	test('follows no link of a dump’s text, which is foreign wherever it leads', async () => {
		const site = await writeSmallSite(await temporaryFolder());
		await addTo(
			'about',
			'<a rel="external noopener" href="https://example.org/repo/nothing/%25zz/">x</a>',
		)(site);
		expect(check(site).findings).toEqual([]);
	});

	test.each(Object.entries(breaks))('%s', async (name, breakSite) => {
		const site = await writeSmallSite(await temporaryFolder());
		await breakSite(site);
		const { findings } = check(site);
		expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
			name.split(':')[0],
			'error',
		]);
	});

	test.each([
		[8, 'nearly-too-large', 'warning'],
		[11, 'too-large', 'error'],
	])('finds %i files of 99 MB %s, from 70 %% of the host’s limit on', (files, rule, severity) => {
		const sizes = new Map(Array.from({ length: files }, (_, file) => [`/${file}`, 99_000_000]));
		expect(checkSizes(sizes)).toMatchObject([{ rule, severity }]);
	});
});
