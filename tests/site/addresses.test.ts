import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { expectedSite } from '../../src/build/expected-site.ts';
import { checkSite } from '../../src/check/check-site.ts';
import { createArchiveSource } from '../../src/loaders/archive-source.ts';
import { alikeNames } from '../support/alike-names.ts';
import {
	formerToyPapers,
	shownToyPapers,
	toyDigests,
	toyFolder,
	toyRepoSite,
	toySite,
} from '../support/toy-archive.ts';

describe.each([
	['/', toySite()],
	['/repo/', toyRepoSite()],
])('the toy archive’s site under %s', (base, site) => {
	const { origin, pages } = site;
	const urls = site.text('/urls.txt').trim().split('\n');
	const isUnlisted = (html: string) => load(html)('meta[name=robots]').length > 0;

	test('has a page for every paper of the ledger that is shown, and no other', () => {
		const papers = pages.filter(
			({ address, html }) => /^\/papers\/\w{10}\/$/.test(address) && !isUnlisted(html),
		);
		expect(papers.map(({ address }) => address).toSorted()).toEqual(
			shownToyPapers.map((id) => `/papers/${id}/`).toSorted(),
		);
	});

	test('answers at every address of urls.txt, which has all that is permanent, once', () => {
		expect(urls.filter((url) => !site.answer(url))).toEqual([]);
		expect(new Set(urls).size).toBe(urls.length);
		const permanent = [
			...shownToyPapers.map((id) => `/papers/${id}/`),
			...formerToyPapers.map((id) => `/papers/${id}/`),
			...toyDigests.map(({ id }) => `/digests/${id}/`),
			// Withdrawn: a tombstone.
			'/digests/2024-12-31/',
			// No paper names it any more; the vocabulary has it no more; it became another's.
			'/systems/ephemera/',
			'/topics/neural-networks/',
			'/topics/neural-networks/2024/',
			'/topics/space-models/',
			'/topics/transformers/2024/',
			'/topics/transformers/2024/02/',
		];
		expect(permanent.filter((url) => !urls.includes(url))).toEqual([]);
	});

	test('can lie on a disk for which upper and lower case are the same', () => {
		expect(site.files.size).toBeGreaterThan(500);
		expect(alikeNames(site.files)).toEqual([]);
		// Nobody has to remember which letter of an address is a capital one.
		expect(urls.filter((url) => !/^[a-z0-9/.-]+$/.test(url))).toEqual([]);
	});

	test('has no link, form, style or script that leads nowhere or out of the base path', () => {
		const broken = pages.flatMap(({ address, $ }) => {
			const here = new URL(base + address.slice(1), origin);
			const targets = $('[href], [src], [action]')
				.get()
				.flatMap((element) => {
					const { href, src, action } = $(element).attr() ?? {};
					return [href, src, action].filter((target) => target !== undefined);
				});
			return [...new Set(targets)]
				.filter((target) => !leadsSomewhere(new URL(target, here)))
				.map((target) => `${address} → ${target}`);
		});
		expect(broken).toEqual([]);
	});

	function leadsSomewhere(url: URL): boolean {
		if (url.origin !== origin) return true;
		if (!url.pathname.startsWith(base)) return false;
		const path = decodeURI(`/${url.pathname.slice(base.length)}`);
		if (site.answer(path) === undefined) return false;
		const anchor = url.hash.slice(1);
		return anchor === '' || site.page(path).$(`[id="${anchor}"]`).length > 0;
	}

	test('loads nothing from another host, and leaves the site only with `rel`', () => {
		for (const { address, $ } of pages) {
			const loaded = $(
				'script[src], img[src], link[rel=stylesheet], link[rel=icon], iframe',
			).get();
			for (const element of loaded) {
				const { src, href } = $(element).attr()!;
				expect((src ?? href)!.startsWith(base), address).toBe(true);
			}
			for (const link of $('a[href^=http]').get()) {
				const { href, rel } = $(link).attr()!;
				if (!href!.startsWith(origin)) expect(rel).toBe('external noopener noreferrer');
			}
		}
	});

	test('names every page once: title, heading, description, address', () => {
		const titles = new Map<string, string>();
		for (const { address, $ } of pages) {
			expect($('html').attr('lang'), address).toBe('en');
			expect($('h1'), address).toHaveLength(1);
			const isForward = $('meta[http-equiv=refresh]').length > 0;
			const description = $('meta[name=description]').attr('content') ?? '';
			if (!isForward) expect(description.length, address).toBeGreaterThan(20);
			expect(description.length, address).toBeLessThanOrEqual(300);
			const unlisted = $('meta[name=robots]').attr('content') === 'noindex';
			const canonical = $('link[rel=canonical]').attr('href');
			expect(canonical, address).toBe(
				unlisted ? undefined : origin + base + address.slice(1),
			);
			// Tombstones and redirects say the same of many things.
			if (unlisted) continue;
			expect(titles.get($('title').text()), address).toBeUndefined();
			titles.set($('title').text(), address);
		}
	});

	test('has every page in the sitemap, with the day of its last change, or marks it noindex', () => {
		const index = site.xml('/sitemap-index.xml');
		const parts = index('loc')
			.get()
			.map((loc) => `/${new URL(index(loc).text()).pathname.slice(base.length)}`);
		const listed = parts.flatMap((part) => {
			const $ = site.xml(part);
			return $('url')
				.get()
				.map(
					(url) => [$('loc', url).text(), $('lastmod', url).text().slice(0, 10)] as const,
				);
		});
		const expected = pages
			.filter(({ html }) => !isUnlisted(html))
			.map(({ address }) => origin + base + address.slice(1));
		expect(listed.map(([loc]) => loc).toSorted()).toEqual(expected.toSorted());
		const changes = new Map(listed);
		const changeOf = (address: string) => changes.get(origin + base + address);
		expect(changeOf('')).toBe('2025-09-22');
		expect(changeOf('digests/2024-02-29-2/')).toBe('2024-02-29');
		expect(changeOf('digests/2025/')).toBe('2025-09-22');
		expect(changeOf('digests/2025/05/')).toBe('2025-05-09');
		expect(changeOf('papers/dwwcen884w/')).toBe('2025-09-22');
		// A list changes when it gains a paper.
		expect(changeOf('papers/j/')).toBe('2025-09-22');
		expect(changeOf('topics/speculative-decoding/')).toBe('2025-09-22');
		expect(changeOf('topics/transformers/2024/02/')).toBe('2024-02-29');
		expect(changeOf('systems/flashattention-2/')).toBe('2024-07-01');
		expect(changeOf('about/')).toBe('');
	});

	test('has nothing that `npm run check` would find', async () => {
		const archive = await createArchiveSource(toyFolder).read();
		const report = checkSite(site.folder, expectedSite(archive, origin + base));
		expect(report.findings).toEqual([]);
		expect(report.pages).toBe(pages.length);
		expect(report.files).toBe(site.files.size);
		expect(report.links).toBeGreaterThan(500);
	});
});
