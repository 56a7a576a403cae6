import { describe, expect, test } from 'vitest';
import { shownToyPapers, toyDigests, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const root = site.origin + site.base;
const records = new Map(site.records().map((record) => [record.id, record]));

/** What a page says of itself as data. */
function dataOf(address: string) {
	const blocks = site.page(address).$('script[type="application/ld+json"]');
	expect(blocks, address).toHaveLength(1);
	return JSON.parse(blocks.text());
}

describe('a paper’s head', () => {
	test.each(shownToyPapers)('%s says what a reference manager asks for', (id) => {
		const { $ } = site.page(`/papers/${id}/`);
		const meta = (name: string) => $(`head > meta[name="${name}"]`).attr('content');
		const { title, abstract, topics, digests } = records.get(id)!;
		expect(meta('citation_title')).toBe(title);
		expect(meta('citation_abstract')).toBe(abstract);
		expect(meta('citation_online_date')).toBe(digests[0]!.slice(0, 10).replaceAll('-', '/'));
		expect(meta('citation_abstract_html_url')).toBe(`${root}papers/${id}/`);
		expect(meta('citation_keywords')?.split('; ') ?? []).toEqual(topics);
	});

	test('names no author, no day of publication and no file, which nobody knows', () => {
		for (const { address, $ } of site.pages) {
			const names = $('meta[name^="citation_"]')
				.get()
				.map((meta) => $(meta).attr('name'));
			for (const name of ['author', 'publication_date', 'date', 'pdf_url'])
				expect(names, address).not.toContain(`citation_${name}`);
		}
	});
});

describe('structured data', () => {
	test.each(shownToyPapers)('of paper %s', (id) => {
		const data = dataOf(`/papers/${id}/`);
		expect(data).toMatchObject({
			'@type': 'ScholarlyArticle',
			'@id': `${root}papers/${id}/`,
			headline: records.get(id)!.title,
			isPartOf: { '@id': `${root}digests/${records.get(id)!.digests[0]}/` },
		});
		expect(Object.keys(data)).not.toEqual(expect.arrayContaining(['author', 'datePublished']));
	});

	test('of a digest lists its papers in their order', () => {
		for (const { id } of toyDigests) {
			const { itemListElement, numberOfItems } = dataOf(`/digests/${id}/`).mainEntity;
			expect(itemListElement).toHaveLength(numberOfItems);
			const links = site.page(`/digests/${id}/`).$('main ol > li a[href*="/papers/"]');
			const papers = new Set(
				links.get().map(({ attribs }) => attribs['href']!.split('/').at(-2)),
			);
			expect(itemListElement).toEqual([...papers].map((paper) => `${root}papers/${paper}/`));
		}
	});

	test('of the home page says how to search', () => {
		const { urlTemplate } = dataOf('/').potentialAction.target;
		expect(urlTemplate).toBe(`${root}search/?q={search_term_string}`);
	});

	test('is data whatever a title holds', () => {
		for (const { address, html } of site.pages) {
			const [, ...blocks] = html.split('<script type="application/ld+json">');
			for (const block of blocks)
				expect(block.slice(0, block.indexOf('</script>')), address).not.toContain('<');
		}
	});
});

// Those that stay in view.
const pages = site.pages.filter(({ $ }) => $('meta[http-equiv=refresh]').length === 0);

test('browsers can add the search', () => {
	const $ = site.xml('/opensearch.xml');
	expect($('OpenSearchDescription > ShortName').text().length).toBeLessThanOrEqual(16);
	expect($('Url[type="text/html"]').attr('template')).toBe(`${root}search/?q={searchTerms}`);
	for (const { address, $: $page } of pages)
		expect($page('link[rel="search"]').attr('href'), address).toBe('/repo/opensearch.xml');
});

test('descriptions are there, and short', () => {
	for (const { address, $ } of pages) {
		const description = $('meta[name="description"]').attr('content') ?? '';
		expect(description.length, address).toBeGreaterThan(0);
		expect(description.length, address).toBeLessThanOrEqual(300);
	}
});
