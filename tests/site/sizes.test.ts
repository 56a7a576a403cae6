import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { address as addresses } from '../../src/model/address.ts';
import { indexFiles } from '../../src/search/index-files.ts';
import { scriptSize } from '../support/script-size.ts';
import { shownToyPapers, toyDigests, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();

const scriptsOf = ($: CheerioAPI) =>
	$('script[src]')
		.get()
		.map((script) => $(script).attr('src')!);

describe('a page costs little', () => {
	test('a first view is within 14 KB compressed, with the one style sheet there is; a digest, with abstracts, within 30 KB', () => {
		const [style, ...others] = [...site.files].filter(
			(file) => file.startsWith('/_astro/') && file.endsWith('.css'),
		);
		expect(others).toEqual([]);
		const styleSize = gzipSync(readFileSync(join(site.folder, style!))).length;
		for (const { address, html } of site.pages) {
			const most = /^\/digests\/[\d-]{10,}\/$/.test(address) ? 30 : 14;
			expect(gzipSync(html).length + styleSize, address).toBeLessThanOrEqual(most * 1024);
		}
	});

	test('no element carries a mark for the style sheet alone', () => {
		for (const { address, html } of site.pages)
			expect(html, address).not.toContain('data-astro');
	});

	test('the scripts of a paper are within 3 KB', () => {
		for (const id of shownToyPapers) {
			const { $ } = site.page(`/papers/${id}/`);
			// The theme, the keys and the search that they open, what copies, the star; nothing needs any to be read.
			expect(scriptsOf($)).toHaveLength(4);
			expect(scriptSize(site.folder, site.base, scriptsOf($))).toBeLessThanOrEqual(3 * 1024);
		}
	});

	test('the star is within 1.5 KB, and only where a paper can be saved', () => {
		for (const { address, $ } of site.pages) {
			const star = scriptsOf($).filter((script) => script.includes('SaveButtons'));
			expect(star, address).toHaveLength($('[data-first-seen]').length > 0 ? 1 : 0);
			expect(scriptSize(site.folder, site.base, star), address).toBeLessThanOrEqual(
				1.5 * 1024,
			);
		}
	});
});

describe('scripts are given what they need', () => {
	test('the star of each entry what the paper’s own page gives', () => {
		for (const { id } of toyDigests) {
			const { $ } = site.page(`/digests/${id}/`);
			for (const entry of $('li[data-first-seen]').get()) {
				const { $: $paper } = site.page(
					`/papers/${$(entry).attr('data-paper') ?? $(entry).attr('id')}/`,
				);
				const saving = $paper('.saving');
				expect($(entry).attr('data-first-seen')).toBe(saving.attr('data-first-seen'));
				expect(saving.attr('hidden')).toBeDefined();
				// An entry has the title of its wording, the page that of the latest.
				if ($('.title a', entry).text() !== $paper('h1').text()) continue;
				expect($(entry).attr('data-title-tex')).toBe(saving.attr('data-title-tex'));
				expect($paper('[name=citation_title]').attr('content')).toBe(
					$('.title a', entry).text(),
				);
			}
		}
		const tex = site.pages.flatMap(
			({ $ }) => $('.saving[data-title-tex]').attr('data-title-tex') ?? [],
		);
		expect(tex.filter((title) => title.includes('$'))).toHaveLength(3);
	});

	test('the search an index of every paper, and where each one’s text is', () => {
		const count = shownToyPapers.length;
		const read = (name: string) => JSON.parse(site.text(addresses.index + name));
		expect(read(indexFiles.terms).papers).toBe(count);
		expect(read(indexFiles.facets).papers).toBe(count);
		const texts = [...site.files].filter((file) => file.startsWith(`${addresses.index}texts/`));
		expect(texts.toSorted()).toEqual(
			[
				...new Set(
					shownToyPapers.map((_, number) => addresses.index + indexFiles.texts(number)),
				),
			].toSorted(),
		);
	});
});
