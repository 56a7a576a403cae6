import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { englishIn } from '../support/english-in.ts';
import { germanSite, shownToyPapers, toyDigests, toyRepoSite } from '../support/toy-archive.ts';

const site = germanSite();
const english = toyRepoSite();

// Papers, names and what people wrote of them stay in their own language; code is none.
const foreign = [
	'[lang=en]',
	'script',
	'style',
	'code',
	'.verbatim',
	'.removal dd',
	'.related small',
].join();
const names = site.pages
	.filter(({ address }) => /^\/(?:systems|topics|watch)\/[^/]+\//.test(address))
	.filter(({ $ }) => $('article.prose').length === 0)
	.map(({ $ }) => $('h1').text().trim())
	.toSorted((a, b) => b.length - a.length);

/** What a page says in words of its own, aloud or in print. */
function textOf($: CheerioAPI): string {
	const page = $.root().clone();
	const said = ['aria-label', 'title', 'placeholder'].flatMap((name) =>
		page
			.find(`[${name}]:not(.Z3988, link)`)
			.get()
			.map((element) => $(element).attr(name)!),
	);
	page.find(foreign).remove();
	const texts = page.find('body *').contents().get();
	const read = texts.flatMap((node) => (node.type === 'text' ? node.data : []));
	const text = [...read, ...said].join('\n');
	return names.reduce((rest, name) => rest.replaceAll(name, ''), text);
}

describe('a site in German', () => {
	test.each(site.pages.map(({ address }) => address))('%s has no English words', (address) => {
		const { $ } = site.page(address);
		expect($('html').attr('lang')).toBe('de');
		expect(englishIn(textOf($))).toEqual([]);
	});

	test('would be found out by them', () => {
		for (const address of ['/', '/saved/', '/search/', '/papers/dwwcen884w/', '/trends/'])
			expect(englishIn(textOf(english.page(address).$)), address).not.toEqual([]);
	});

	test('has the same pages and files as one in English', () => {
		// Scripts have their bytes in their names; pictures show the name of the archive.
		const promised = (files: Iterable<string>) =>
			[...files].filter((file) => !/^\/(?:_astro\/|[\w-]+\.png)/.test(file)).toSorted();
		expect(promised(site.files)).toEqual(promised(english.files));
	});

	test('says of papers that they are English', () => {
		for (const id of shownToyPapers) {
			const { $ } = site.page(`/papers/${id}/`);
			for (const text of ['h1', '.restored', '.related .titles a, .related a'])
				for (const element of $(text).get()) expect($(element).attr('lang'), id).toBe('en');
			expect($('[name=citation_language]').attr('content')).toBe('en');
		}
		for (const { id } of toyDigests) {
			const { $ } = site.page(`/digests/${id}/`);
			for (const element of $('.title a, .excerpt:not(:has(a)), .unfold').get())
				expect($(element).attr('lang'), id).toBe('en');
			for (const element of $('.unfold summary').get())
				expect($(element).attr('lang'), id).toBe('de');
		}
	});

	test('is the only one that says so', () => {
		for (const { address, $ } of english.pages)
			expect($('[lang]').get(), address).toHaveLength(1);
	});

	test('is German in feeds, citations and what a browser shows of a feed', () => {
		const { id } = toyDigests.at(-1)!;
		expect(site.xml('/feeds/digests.xml')('feed > title').text()).toBe('Sonderdruck: Ausgaben');
		expect(site.text('/feeds/all.opml')).toContain('text="Themen"');
		expect(site.text(`/cite/${id}.ris`)).toContain('Zuerst gesehen in der Ausgabe vom');
		expect(site.text('/feed.css')).toContain('Dies ist ein Feed.');
		expect(site.text('/theme.js')).toContain('Dunkel');
		expect(site.text('/opensearch.xml')).toContain('Die Papers von Sonderdruck durchsuchen');
	});
});
