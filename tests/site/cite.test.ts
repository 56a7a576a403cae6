import { parse as parseRis } from 'astrocite-ris';
import bibtex from '@orcid/bibtex-parse-js';
import { describe, expect, test } from 'vitest';
import { shownToyPapers, toyDigests, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const root = site.origin + site.base;
const records = new Map(site.records().map((record) => [record.id, record]));

/** The papers of a digest that have a page, in its order, as the data has them. */
function papersOf(digest: string) {
	const links = site.page(`/digests/${digest}/`).$('li[data-first-seen]');
	const ids = new Set(
		links.get().map((link) => link.attribs['data-paper'] ?? link.attribs['id']!),
	);
	return [...ids].map((id) => records.get(id)!);
}

describe.each(toyDigests.map(({ id }) => id))('the citations of %s', (digest) => {
	const papers = papersOf(digest);
	const urls = papers.map(({ id }) => `${root}papers/${id}/`);
	const keys = papers.map(({ id }) =>
		site.page(`/papers/${id}/`).$('[data-cite-key]').attr('data-cite-key'),
	);

	test('are read by another’s reader of BibTeX', () => {
		const entries = bibtex.toJSON(site.text(`/cite/${digest}.bib`));
		expect(entries.map(({ citationKey }) => citationKey)).toEqual(keys);
		expect(entries.map(({ entryTags }) => entryTags['url'])).toEqual(urls);
		for (const { entryTags } of entries)
			expect(Object.keys(entryTags)).toEqual(['title', 'howpublished', 'url', 'note']);
	});

	test('are read by another’s reader of RIS', () => {
		const items = parseRis(site.text(`/cite/${digest}.ris`));
		expect(items.map(({ id }) => id)).toEqual(keys);
		expect(items.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
		expect(items.map(({ URL }) => URL)).toEqual(urls);
		for (const item of items) expect(item).not.toHaveProperty('issued');
	});

	test('are CSL-JSON', () => {
		const items = JSON.parse(site.text(`/cite/${digest}.json`));
		expect(items).toEqual(
			papers.map(({ title }, index) => ({
				id: keys[index],
				type: 'article',
				title,
				URL: urls[index],
				note: expect.stringMatching(/^First seen in the digest of \d+ \w+ \d{4}$/),
			})),
		);
	});
});

test('a withdrawn digest has files of citations that are empty', () => {
	expect(site.text('/cite/2024-12-31.bib')).toBe('');
	expect(site.text('/cite/2024-12-31.ris')).toBe('');
	expect(JSON.parse(site.text('/cite/2024-12-31.json'))).toEqual([]);
});

test('no two papers have one key', () => {
	const keys = shownToyPapers.map((id) =>
		site.page(`/papers/${id}/`).$('[data-cite-key]').attr('data-cite-key'),
	);
	expect(new Set(keys).size).toBe(keys.length);
});
