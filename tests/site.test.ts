import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load, type CheerioAPI } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';
import { VFile } from 'vfile';
import { contentSecurityPolicy, layerOrder } from '../src/layouts/content-security-policy.ts';
import { formatDigest } from '../src/language/format.ts';
import { isDigestId } from '../src/model/id.ts';
import type { PaperRecord } from '../src/data/paper-record.ts';
import { pageName } from '../src/search/index-files.ts';
import { trendNames } from '../src/trends/trend-tables.ts';
import { parseDump } from '../src/parse/parse-dump.ts';
import { restore } from './support/lexicon.ts';
import { root } from './support/run-script.ts';
import { listFiles, readPages } from './support/site-pages.ts';

const dumps = join(root, 'content/dumps');
const ledger = readFileSync(join(root, 'content/ledger.jsonl'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as { id: string });
const ids = [...new Set(ledger.map(({ id }) => id))];
const digests = readdirSync(dumps).map((name) => ({
	id: basename(name, '.txt'),
	entries: parseDump(new VFile({ value: readFileSync(join(dumps, name)) }))!.entries,
}));

/** A paper page's texts as its dump has them: what is behind the switch, or what is shown where nothing was restored. */
function receivedTexts($: CheerioAPI): { title: string; abstract: string } {
	const title = $('.received .title');
	const abstract = $('.received .source');
	return {
		title: (title.length > 0 ? title : $('h1')).text(),
		abstract: (abstract.length > 0 ? abstract : $('.restored')).text(),
	};
}

describe.each([
	['/', inject('site'), 'https://offprint.example'],
	['/repo/', inject('repoSite'), 'https://example.org'],
])('the site under %s', (base, site, origin) => {
	const pages = readPages(site);
	const files = new Set(listFiles(site));
	const page = (address: string) => pages.find((candidate) => candidate.address === address)!;
	const anchors = new Map(
		pages.map(({ address, $ }) => [
			address,
			new Set(
				$('[id]')
					.get()
					.map((element) => $(element).attr('id')),
			),
		]),
	);

	/** The file an address of the site answers with, as GitHub Pages would. */
	function answer(path: string): string | undefined {
		const file = path.endsWith('/') ? `${path}index.html` : path;
		return files.has(file) ? file : undefined;
	}

	/** Compressed size of scripts, with all that they import. */
	function scriptSize(scripts: readonly string[]): number {
		const all = new Set(scripts.map((script) => script.slice(base.length - 1)));
		let size = 0;
		for (const file of all) {
			const code = readFileSync(join(site, file));
			size += gzipSync(code).length;
			for (const [, name] of String(code).matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)/g))
				all.add(`/_astro/${name}`);
		}
		return size;
	}

	test('has a page for every paper of the ledger, and no other', () => {
		const addresses = pages.map(({ address }) => address);
		const papers = addresses.filter((address) => /^\/papers\/[0-9a-z]{10}\/$/.test(address));
		expect(papers.toSorted()).toEqual(ids.map((id) => `/papers/${id}/`).toSorted());
		expect(papers.length).toBeGreaterThanOrEqual(316);
	});

	test('prints every entry of every dump in its order, each leading to its paper', () => {
		for (const { id, entries } of digests) {
			const { $ } = page(`/digests/${id}/`);
			const titles = $('main ol .title a').get();
			expect(titles).toHaveLength(entries.length);
			titles.forEach((link, index) => {
				const paper = $(link)
					.attr('href')!
					.slice(base.length - 1);
				const received = receivedTexts(page(paper).$);
				expect(received.title).toBe(entries[index]!.title.text);
				expect(received.abstract).toBe(entries[index]!.abstract.text);
				expect($(link).closest('li').attr('id')).toBe(paper.split('/')[2]);
			});
		}
	});

	test('tells each paper’s digests, with its place in each', () => {
		for (const id of ids) {
			const { $ } = page(`/papers/${id}/`);
			const seen = $('aside ol li')
				.get()
				.map((item) => $(item).text().replace(/\s+/g, ' ').trim());
			const links = $('aside ol a')
				.get()
				.map((link) => $(link).attr('href'));
			const own = receivedTexts($);
			const expected = digests.flatMap((digest) =>
				digest.entries.flatMap(({ title }, index) =>
					title.text === own.title
						? [
								[
									`${base}digests/${digest.id}/#${id}`,
									`no. ${index + 1} of ${digest.entries.length}`,
								],
							]
						: [],
				),
			);
			expect(links.toSorted()).toEqual(expected.map(([link]) => link).toSorted());
			for (const [, place] of expected) expect(seen.join('|')).toContain(place);
		}
	});

	test('links digests with the one before and the one after', () => {
		const order = digests
			.map(({ id }) => id)
			.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
		order.forEach((id, index) => {
			const { $ } = page(`/digests/${id}/`);
			const link = (rel: string) => $(`head link[rel=${rel}]`).attr('href');
			const to = (neighbour: string | undefined) =>
				neighbour && `${base}digests/${neighbour}/`;
			expect([link('prev'), link('next')]).toEqual([
				to(order[index - 1]),
				to(order[index + 1]),
			]);
		});
	});

	test('has no link, form, style or script that leads nowhere or out of the base path', () => {
		const broken: string[] = [];
		for (const { address, $ } of pages) {
			const here = new URL(base + address.slice(1), origin);
			const targets = $('[href], [src], [action]')
				.get()
				.flatMap((element) => {
					const { href, src, action } = $(element).attr() ?? {};
					return [href, src, action].filter((target) => target !== undefined);
				});
			for (const target of new Set(targets)) {
				const url = new URL(target, here);
				if (url.origin !== origin) continue;
				const path = url.pathname.startsWith(base)
					? `/${url.pathname.slice(base.length)}`
					: undefined;
				const found = path && answer(decodeURI(path));
				const anchor = url.hash.slice(1);
				const ok = found && (anchor === '' || anchors.get(path)?.has(anchor));
				if (!ok) broken.push(`${address} → ${target}`);
			}
		}
		expect(broken).toEqual([]);
	});

	test('loads nothing from another host, and leaves the site only with `rel`', () => {
		for (const { $ } of pages) {
			const loaded = $(
				'script[src], img[src], link[rel=stylesheet], link[rel=icon], iframe',
			).get();
			for (const element of loaded) {
				const { src, href } = $(element).attr()!;
				expect(src ?? href).toMatch(new RegExp(`^${base}`));
			}
			for (const link of $('a[href^=http]').get()) {
				const { href, rel } = $(link).attr()!;
				if (!href!.startsWith(origin)) expect(rel).toBe('external noopener noreferrer');
			}
		}
	});

	test('begins every head with the policy and the layers, and has no inline script', () => {
		for (const { address, html, $ } of pages) {
			const first = $('head > *').get(0);
			expect($(first).attr('content'), address).toBe(contentSecurityPolicy);
			expect(html.indexOf(layerOrder), address).toBeLessThan(
				html.indexOf('rel="stylesheet"'),
			);
			expect($('style').text(), address).toBe(layerOrder);
			expect($('[style]'), address).toHaveLength(0);
			expect($('script:not([src])'), address).toHaveLength(0);
		}
	});

	test('names every page once: title, heading, description, address', () => {
		const titles = new Map<string, string>();
		for (const { address, $ } of pages) {
			expect($('html').attr('lang'), address).toBe('en');
			expect($('h1'), address).toHaveLength(1);
			const description = $('meta[name=description]').attr('content')!;
			expect(description.length, address).toBeGreaterThan(20);
			expect(description.length, address).toBeLessThanOrEqual(300);
			expect(titles.get($('title').text()), address).toBeUndefined();
			titles.set($('title').text(), address);
			const canonical = $('link[rel=canonical]').attr('href');
			const unlisted = $('meta[name=robots]').attr('content') === 'noindex';
			expect(canonical, address).toBe(
				unlisted ? undefined : origin + base + address.slice(1),
			);
		}
	});

	test('has every page in the sitemap or marks it noindex', () => {
		const index = load(readFileSync(join(site, 'sitemap-index.xml')), { xml: true });
		const parts = index('loc')
			.get()
			.map((loc) => new URL(index(loc).text()).pathname.slice(base.length));
		const listed = parts.flatMap((part) => {
			const $ = load(readFileSync(join(site, part)), { xml: true });
			return $('url')
				.get()
				.map(
					(url) => [$('loc', url).text(), $('lastmod', url).text().slice(0, 10)] as const,
				);
		});
		const expected = pages
			.filter(({ $ }) => $('meta[name=robots]').length === 0)
			.map(({ address }) => origin + base + address.slice(1));
		expect(listed.map(([loc]) => loc).toSorted()).toEqual(expected.toSorted());
		const changes = new Map(listed);
		expect(changes.get(`${origin}${base}digests/2025-03-11-2/`)).toBe('2025-03-11');
		expect(changes.get(`${origin}${base}digests/2025/03/`)).toBe('2025-03-19');
	});

	test('answers at every address of urls.txt, and lists every paper and digest there', () => {
		const urls = readFileSync(join(site, 'urls.txt'), 'utf8').trim().split('\n');
		expect(urls.filter((url) => !answer(url))).toEqual([]);
		expect(new Set(urls).size).toBe(urls.length);
		const permanent = [
			...ids.map((id) => `/papers/${id}/`),
			...digests.map(({ id }) => `/digests/${id}/`),
		];
		expect(permanent.filter((url) => !urls.includes(url))).toEqual([]);
	});

	describe('systems, topics and code', () => {
		const records = readFileSync(join(site, 'data/papers.jsonl'), 'utf8')
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as PaperRecord);
		const linked = ($: CheerioAPI, folder: string) => [
			...new Set(
				$(`main a[href^="${base}${folder}/"]`)
					.get()
					.map((link) =>
						$(link)
							.attr('href')!
							.slice(base.length + folder.length + 1, -1),
					)
					.filter((slug) => slug !== ''),
			),
		];
		// The data has BT² as one types it: `BT^2`.
		const isNamed = (name: string) => (typed: string) =>
			typed.replace(/[\^_]/g, '') === name.normalize('NFKC');
		const live = (folder: string) =>
			pages.filter(
				({ address, $ }) =>
					new RegExp(`^/${folder}/[^/]+/$`).test(address) &&
					$('meta[name=robots]').length === 0,
			);

		test.each(['systems', 'topics'] as const)(
			'%s: each page has the papers of the data',
			(kind) => {
				const own = live(kind);
				expect(own.length).toBeGreaterThan(80);
				for (const { address, $ } of own) {
					const told = linked($, 'papers').toSorted();
					const name = $('h1').text();
					const expected = records.filter((record) => record[kind].some(isNamed(name)));
					const ids = expected.map(({ id }) => id).toSorted();
					// Two systems have the name Hydra, and the data has names.
					if (name === 'Hydra')
						expect(ids, address).toEqual(expect.arrayContaining(told));
					else expect(told, address).toEqual(ids);
					expect(told.length).toBeGreaterThanOrEqual(kind === 'topics' ? 3 : 1);
				}
				const listed = linked(page(`/${kind}/`).$, kind);
				expect(listed.map((slug) => `/${kind}/${slug}/`).toSorted()).toEqual(
					own.map(({ address }) => address).toSorted(),
				);
			},
		);

		test('two systems of one name lead to each other', () => {
			const hydras = live('systems').filter(({ $ }) => $('h1').text() === 'Hydra');
			const [first, second] = hydras.map(({ address }) => address.split('/')[2]!);
			expect(hydras).toHaveLength(2);
			expect(linked(hydras[0]!.$, 'systems')).toEqual([second]);
			expect(linked(hydras[1]!.$, 'systems')).toEqual([first]);
			expect(new Set(hydras.map(({ $ }) => $('title').text())).size).toBe(2);
		});

		test('a topic that was decided to be another’s leads there', () => {
			const { $ } = page('/topics/context-window/');
			expect($('meta[http-equiv=refresh]').attr('content')).toBe(
				`0; url=${base}topics/context-length/`,
			);
			expect(linked($, 'topics')).toEqual(['context-length']);
		});

		test('every link of every paper is on its page and in the list of code and data', () => {
			const list = page('/code/').$;
			const listed = new Set(
				list('main a')
					.get()
					.map((link) => list(link).attr('href')),
			);
			let links = 0;
			for (const record of records) {
				const { $ } = page(`/papers/${record.id}/`);
				for (const { url } of record.links) {
					links++;
					expect(listed).toContain(url);
					expect($(`aside a[href="${url}"]`).length, url).toBeGreaterThan(0);
				}
			}
			expect(links).toBeGreaterThan(70);
		});
	});

	describe('the pictures', () => {
		const { $ } = page('/trends/');
		const figures = $('figure').get();
		const numbersOf = (name: string) =>
			readFileSync(join(site, `trends/${name}.csv`), 'utf8')
				.trimEnd()
				.split('\r\n')
				.map((line) =>
					[...line.matchAll(/"((?:[^"]|"")*)"|[^,]+|(?<=,|^)(?=,|$)/g)].map(
						([cell, quoted]) => quoted?.replaceAll('""', '"') ?? cell,
					),
				);

		test('each has a name, a description, and its numbers as CSV', () => {
			expect(figures.map((figure) => $('h2', figure).attr('id'))).toEqual([...trendNames]);
			for (const figure of figures) {
				const name = $('h2', figure).attr('id')!;
				expect($('.numbers > a', figure).attr('href')).toBe(`${base}trends/${name}.csv`);
				expect($(`#${name}-text`).text().trim().length, name).toBeGreaterThan(40);
				for (const svg of $('svg', figure).get()) {
					const { role, ...attributes } = $(svg).attr()!;
					// A drawing within another, a strip beside its numbers and a colour of the key say nothing themselves.
					const isPart = $(svg).parents('svg, li').length > 0;
					if (isPart && role === undefined) continue;
					expect(role, name).toBe('img');
					const ids = [attributes['aria-labelledby'], attributes['aria-describedby']];
					expect(attributes['aria-label'] ?? ids[0], name).toBeDefined();
					for (const id of ids.filter((id) => id !== undefined))
						expect($(`#${id}`).text().trim(), name).not.toBe('');
				}
			}
		});

		test('have tables that say what their CSV says', () => {
			let cells = 0;
			for (const figure of figures) {
				const name = $('h2', figure).attr('id')!;
				const [head, ...lines] = numbersOf(name);
				const hidden = head!.indexOf('address');
				const rows = $('tbody tr', figure).get();
				expect(rows.length > 0 || lines.length === 0, name).toBe(true);
				rows.forEach((row, index) => {
					const line = lines[index]!;
					const link = $('.text a', row).attr('href');
					expect(link).toBe(hidden < 0 ? undefined : base.slice(0, -1) + line[hidden]);
					const shown = line.filter((_, place) => place !== hidden);
					const told = $('td', row)
						.get()
						.map((cell) => $(cell).text());
					// The table has the most frequent topics, the CSV all.
					const columns = name === 'topics' ? told.length : shown.length;
					expect(told).toEqual(
						shown
							.slice(0, columns)
							.map((cell) => (isDigestId(cell) ? formatDigest(cell) : cell)),
					);
					expect(told.length).toBeGreaterThan(1);
					cells += told.length;
				});
			}
			expect(cells).toBeGreaterThan(100);
		});

		test('count every entry of every dump', () => {
			const [, ...lines] = numbersOf('newcomers');
			expect(lines.map(([digest, papers]) => [digest, Number(papers)]).toSorted()).toEqual(
				digests.map(({ id, entries }) => [id, entries.length]).toSorted(),
			);
			const [, ...ranges] = numbersOf('times-seen');
			const total = ranges.reduce((sum, [, , papers]) => sum + Number(papers), 0);
			expect(total).toBe(ids.length);
		});

		test('have a small one on the home page, told in words too', () => {
			const { $ } = page('/');
			const newcomers = numbersOf('newcomers')
				.slice(1)
				.map(([, , fresh]) => fresh);
			const most = Math.max(...newcomers.map(Number));
			expect($('.sparkline[role=img]').attr('aria-label')).toBe(
				`New papers in each of the newest ${digests.length} digests: ${newcomers.at(-1)} at first, ${newcomers[0]} at last, at most ${most}`,
			);
		});

		test('weigh at most 60 KB', () => {
			expect(page('/trends/').html.length).toBeLessThanOrEqual(60_000);
		});
	});

	test('has a feed of digests with whole abstracts', () => {
		const $ = load(readFileSync(join(site, 'feeds/digests.xml')), { xml: true });
		const entries = $('entry').get();
		expect(entries.map((entry) => $('> id', entry).text())).toEqual(
			['2025-04-28', '2025-03-19', '2025-03-13', '2025-03-11-2', '2025-03-11'].map(
				(id) => `${origin}${base}digests/${id}/`,
			),
		);
		expect($('feed > id').text()).toBe(`${origin}${base}feeds/digests.xml`);
		expect($('feed > updated').text()).toBe('2025-04-28T00:00:00.000Z');
		const newest = digests.find(({ id }) => id === '2025-04-28');
		const $content = load($('content', entries[0]).text());
		expect(
			$content('li')
				.get()
				.map((item) => $content('p', item).text().replaceAll('\n', '')),
		).toEqual(newest!.entries.map(({ abstract }) => restore(abstract.text).plain));
		expect($content('math')).toHaveLength(0);
	});

	test('has a feed of papers seen for the first time, each once, with dates of digests', () => {
		const $ = load(readFileSync(join(site, 'feeds/papers.xml')), { xml: true });
		const entries = $('entry').get();
		const entryIds = entries.map((entry) => $('> id', entry).text());
		expect(entryIds.toSorted()).toEqual(
			ids.map((id) => `${origin}${base}papers/${id}/`).toSorted(),
		);
		for (const entry of entries) {
			const address = $('> id', entry)
				.text()
				.slice(origin.length + base.length - 1);
			const { $: $page } = page(address);
			const { title, abstract } = receivedTexts($page);
			expect($('> title', entry).text().trim()).toBe(restore(title).plain);
			expect(load($('content', entry).text())('p').text().replaceAll('\n', '')).toBe(
				restore(abstract).plain,
			);
			expect($('published', entry).text()).toBe(
				`${$page('header time').first().attr('datetime')}T00:00:00.000Z`,
			);
		}
	});

	test('keeps a paper’s first view within 14 KB compressed, with its style', () => {
		const style = [...files].find((file) => file.endsWith('.css'));
		const styleSize = gzipSync(readFileSync(join(site, style!))).length;
		const sizes = ids.map((id) => gzipSync(page(`/papers/${id}/`).html).length);
		expect(Math.max(...sizes) + styleSize).toBeLessThanOrEqual(14 * 1024);
		for (const id of ids) {
			const { $ } = page(`/papers/${id}/`);
			// The star, what leads to the search box by a key, and what copies formulas where there is one; nothing needs any to be read.
			const scripts = $('script')
				.get()
				.map((script) => $(script).attr('src')!);
			expect(scripts).toHaveLength($('math').length === 0 ? 2 : 3);
			expect(scriptSize(scripts)).toBeLessThanOrEqual(3 * 1024);
		}
	});

	test('keeps the star within 1.5 KB compressed, and only where a paper can be saved', () => {
		for (const { address, $ } of pages) {
			const scripts = $('script')
				.get()
				.map((script) => $(script).attr('src')!);
			const star = scripts.filter((script) => script.includes('SaveButtons'));
			expect(star, address).toHaveLength($('[data-first-seen]').length > 0 ? 1 : 0);
			expect(scriptSize(star), address).toBeLessThanOrEqual(1.5 * 1024);
		}
	});

	test('gives the star of each entry what the paper’s own page gives', () => {
		const own = ({ paper, firstSeen, titleTex }: Record<string, unknown>) => [
			paper,
			firstSeen,
			titleTex,
		];
		for (const { id } of digests) {
			const { $ } = page(`/digests/${id}/`);
			for (const entry of $('li[data-paper]').get()) {
				const { $: $paper } = page(`/papers/${$(entry).data('paper')}/`);
				const saving = $paper('.saving');
				expect(own($(entry).data())).toEqual(own(saving.data()));
				expect(saving.attr('data-title')).toBe($('.title a', entry).text());
				expect(saving.attr('hidden')).toBeDefined();
			}
		}
		const tex = pages.flatMap(
			({ $ }) => $('.saving[data-title-tex]').attr('data-title-tex') ?? [],
		);
		expect(tex.filter((title) => title.includes('$'))).toHaveLength(2);
	});

	test('shows every text restored, and as received with all that was restored marked and explained', () => {
		let formulas = 0;
		for (const id of ids) {
			const { $ } = page(`/papers/${id}/`);
			const received = receivedTexts($);
			const restored = {
				title: restore(received.title),
				abstract: restore(received.abstract),
			};
			const lines = $('h1, .restored').clone();
			for (const math of lines.find('math').get()) {
				expect($('annotation', math).attr('encoding')).toBe('application/x-tex');
				$(math).replaceWith($(math).attr('alttext')!);
				formulas++;
			}
			expect(lines.first().text()).toBe(restored.title.plain);
			expect(lines.last().text().replaceAll('\n', '')).toBe(restored.abstract.plain);
			const changes = [...restored.title.spans, ...restored.abstract.spans].filter(
				({ rule }) => rule !== 'address',
			);
			expect($('.received :is(.title, .source) mark')).toHaveLength(changes.length);
			expect($('.received li').length > 0).toBe(changes.length > 0);
			expect($('#as-received').length > 0).toBe(changes.length > 0);
		}
		expect(formulas).toBeGreaterThan(90);
	});

	test('has an index of every paper, and knows where each one’s text is', () => {
		const read = (name: string) => readFileSync(join(site, 'pagefind', name), 'utf8');
		expect(JSON.parse(read('pagefind-entry.json')).languages.en.page_count).toBe(ids.length);
		expect(JSON.parse(read('facets.json')).papers).toBe(ids.length);
		const texts = [...files].filter((file) => file.endsWith('.pf_fragment'));
		expect(texts.toSorted()).toEqual(
			ids.map((_, number) => `/pagefind/fragment/${pageName(number)}.pf_fragment`).toSorted(),
		);
	});
});
