import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build-site.ts';
import { edition } from '../../scripts/edition.ts';
import { ingest } from '../../scripts/ingest.ts';
import { defaults, useSettings } from '../../src/site.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, sharedFolder } from '../support/folders.ts';
import type { ScriptResult } from '../support/run-script.ts';
import { readPages } from '../support/site-pages.ts';

const folder = sharedFolder();
const content = join(folder, 'content');
const out = join(folder, 'site');
const settings = join(content, 'site.yaml');
const read = (path: string) => readFile(join(out, path), 'utf8');
const build = (...parameters: string[]) =>
	callScript(buildSite, ['--content', content, '--out', out, ...parameters]);

const own = `name: Smith & Søn’s <Papers>
tagline: What we "read" & kept
description: Papers that Søn's <father> kept
about: Søn reads <b>everything</b>. *Really*.
address: https://someone.github.io/papers/
repository: https://github.com/someone/papers
locale: de
accent: { light: '#1f4e79', dark: '#99c0e3' }
feed:
  papers: papers on R&D
  source: Smith & Søn
feedDigests: 1
hub: https://hub.example/?a&b
`;
const name = 'Smith & Søn’s <Papers>';

// Others in this process are of an archive without settings.
afterAll(() => useSettings(defaults));

describe('the settings of an archive', () => {
	let built: ScriptResult;

	beforeAll(async () => {
		for (const day of [11, 12]) {
			const file = join(folder, `2025-03-${day}.txt`);
			await writeFile(file, writeDump(`Mar ${day}`, [[`Alpha ${day}`, abstractNumber(day)]]));
			await callScript(ingest, [file, '--content', content]);
		}
		await writeFile(settings, own);
		await writeFile(join(content, 'card.png'), 'a picture');
		built = await build();
	});

	test('say where its site is published', async () => {
		expect(built).toMatchObject({ code: 0 });
		expect(built.stdout).toContain('is the site for https://someone.github.io/papers/');
		expect(await read('sitemap-0.xml')).toContain('https://someone.github.io/papers/about/');
	});

	test('are on every page', () => {
		for (const { address, $ } of readPages(out)) {
			expect($('title').text(), address).toContain(name);
			expect($('body').text(), address).not.toMatch(/offprint/i);
			// One of this project would show another name.
			expect($('link[rel="apple-touch-icon"]'), address).toHaveLength(0);
		}
	});

	test('are what the home page and the page about it say', () => {
		const pages = new Map(readPages(out).map((page) => [page.address, page.$]));
		const home = pages.get('/')!;
		expect(home('h1').text()).toBe(name);
		expect(home('.tagline').text()).toBe('What we "read" & kept');
		expect(home('meta[name=description]').attr('content')).toBe(
			"Papers that Søn's <father> kept",
		);
		expect(home('.masthead ~ * h2#latest').text()).toBe('12. März 2025');
		const about = pages.get('/about/')!('main').text();
		expect(about).toContain('Søn reads <b>everything</b>. *Really*. The feed of papers on R&D');
		expect(about).toContain('lists of papers on R&D compiled by Smith & Søn.');
	});

	test('name the hub in the feeds of the whole archive', async () => {
		for (const name of ['digests', 'papers']) {
			const { hubs } = JSON.parse(await read(`feeds/${name}.json`)) as { hubs: unknown };
			expect(hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example/?a&b' }]);
			const atom = load(await read(`feeds/${name}.xml`), { xml: true });
			expect(atom('feed > link[rel=hub]').attr('href')).toBe('https://hub.example/?a&b');
		}
	});

	test('are in its feeds, its citations and its data', async () => {
		const feed = JSON.parse(await read('feeds/digests.json')) as {
			title: string;
			items: unknown[];
		};
		expect([feed.title, feed.items.length]).toEqual([`${name}: digests`, 1]);
		const xml = async (path: string) => load(await read(path), { xml: true });
		const atom = await xml('feeds/digests.xml');
		expect(atom('feed > title').text().trim()).toBe(`${name}: digests`);
		expect(atom('author > name').text().trim()).toBe(name);
		expect((await xml('feeds/all.opml'))('title').text().trim()).toBe(`${name}: all feeds`);
		expect(await read('opensearch.xml')).toContain('Smith &#x26; Søn’s');
		expect(JSON.parse(await read('data/datapackage.json'))).toMatchObject({
			name: 'smith-s-n-s-papers-archive',
			title: name,
			homepage: 'https://someone.github.io/papers/',
		});
		expect(await read('llms.txt')).toContain(`# ${name}\n\n> Papers that Søn's <father> kept`);
		const paper = readPages(out).find(({ address }) => /^\/papers\/.{10}\/$/.test(address));
		expect(await read('cite/2025-03-12.bib')).toContain(
			'https://someone.github.io/papers/papers/',
		);
		expect(paper!.$('a[href^="https://github.com/someone/papers/issues/new"]')).toHaveLength(1);
	});

	test('are in a letter, and from whom it comes', async () => {
		const { stdout } = await callScript(edition, ['2025-03-12', '--content', content]);
		const mail = await PostalMime.parse(stdout);
		expect(mail.from).toEqual({ name, address: 'digests@someone.github.io' });
		expect(mail.subject).toBe(`${name}, 12. März 2025: 1 paper, 1 new`);
		expect(mail.text).toContain('https://someone.github.io/papers/digests/2025-03-12/');
	});

	test('give the icon its letter and its colour, and the pages theirs in both themes', async () => {
		const icon = await read('favicon.svg');
		expect(icon).toContain('fill="#1f4e79"');
		expect(icon).toContain('>S</text>');
		const sheet = (await readdir(join(out, '_astro'))).find((file) => file.endsWith('.css'))!;
		expect(await read(`_astro/${sheet}`)).toContain(
			'--color-accent:light-dark(#1f4e79,#99c0e3)',
		);
	});

	test('are part of what a site is made of: a change of them is a change', async () => {
		expect((await build()).stdout).toContain('Nothing has changed');
		expect(await read('card.png')).toBe('a picture');
		expect(await read('index.html')).toContain('https://someone.github.io/papers/card.png');
		await writeFile(join(content, 'card.png'), 'another picture');
		expect((await build()).stdout).toContain('2 papers, 2 digests');
		expect(await read('card.png')).toBe('another picture');
		// The other way round, too: that an archive has none of its own is a change as well.
		await rm(settings);
		await rm(join(content, 'card.png'));
		await build('--base', '/repo/', '--site', 'https://example.org');
		expect(await read('about/index.html')).toContain('An offprint is a single paper');
		expect(await readdir(out)).toContain('touch-icon.png');
	});

	test('that cannot be used leave the site as it is, and say where and how to mend them', async () => {
		const before = await fingerprint(out);
		await writeFile(settings, "name: A\naccent: { light: '#f0c808', dark: '#99c0e3' }\n");
		const { code, stderr } = await build();
		expect(code).toBe(1);
		expect(stderr).toMatch(/^\S*content\/site\.yaml$/m);
		expect(stderr).toMatch(/^2:11\s+error\s+Unexpected `accent\.light: #f0c808`/m);
		expect(stderr).toMatch(/`#[0-9a-f]{6}` would do/);
		expect(await fingerprint(out)).toEqual(before);
	});
});
