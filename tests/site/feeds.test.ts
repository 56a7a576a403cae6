import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { print } from '../support/lexicon.ts';
import { receivedTexts } from '../support/received-texts.ts';
import {
	decidedToyTexts,
	shownToyPapers,
	toyDigests,
	toyPapers,
	toyRepoSite,
} from '../support/toy-archive.ts';

const site = toyRepoSite();
const root = site.origin + site.base;

describe('the feed of digests', () => {
	const $ = site.xml('/feeds/digests.xml');
	const entries = $('entry').get();

	test('has the newest first, each with an id that stays and the day of its digest', () => {
		expect(entries.map((entry) => $('> id', entry).text())).toEqual(
			toyDigests.map(({ id }) => `${root}digests/${id}/`).toReversed(),
		);
		expect($('feed > id').text()).toBe(`${root}feeds/digests.xml`);
		expect($('feed > updated').text()).toBe('2025-09-22T00:00:00.000Z');
		expect($('updated', entries[4]).text()).toBe('2024-02-29T00:00:00.000Z');
	});

	test('has whole abstracts, restored, with Unicode for formulas', () => {
		const newest = toyDigests.at(-1)!;
		const $content = load($('content', entries[0]).text());
		expect(
			$content('li')
				.get()
				.map((item) => $content('p', item).text().replaceAll('\n', '')),
		).toEqual(newest.entries.map(({ abstract }) => print(abstract.text)));
		expect($content('math')).toHaveLength(0);
	});
});

describe('the feed of papers', () => {
	const $ = site.xml('/feeds/papers.xml');
	const entries = $('entry').get();
	const addressOf = (entry: (typeof entries)[number]) =>
		$('> id', entry)
			.text()
			.slice(root.length - 1);

	test('has each paper once, where it was first seen', () => {
		// A paper that a withdrawn digest was the first to print is new in the next that has it.
		expect(entries.map(addressOf).toSorted()).toEqual(
			shownToyPapers.map((id) => `/papers/${id}/`).toSorted(),
		);
	});

	test('has titles and abstracts as they are shown, and dates of digests', () => {
		for (const entry of entries) {
			const { $: $page } = site.page(addressOf(entry));
			const { title, abstract } = receivedTexts($page);
			expect($('> title', entry).text().trim()).toBe(print(title));
			expect($('published', entry).text()).toBe(
				`${$page('header time').first().attr('datetime')}T00:00:00.000Z`,
			);
			if (decidedToyTexts.has(addressOf(entry).split('/')[2]!)) continue;
			expect(load($('content', entry).text())('p').text().replaceAll('\n', '')).toBe(
				print(abstract),
			);
		}
	});

	test('has titles as text, so that no reader of feeds takes one for HTML', () => {
		const hostile = entries.filter((entry) => $('> title', entry).text().includes('<'));
		expect(hostile.map((entry) => $('> title', entry).text().trim())).toEqual(
			expect.arrayContaining(['</title><script>alert(1)</script> & “Quotes” in a Title']),
		);
		for (const title of $('title').get()) expect($(title).attr('type') ?? 'text').toBe('text');
	});

	test('says when a paper got its latest wording', () => {
		const entry = entries.find(
			(candidate) => addressOf(candidate) === `/papers/${toyPapers.revised}/`,
		)!;
		expect($('published', entry).text()).toBe('2023-11-30T00:00:00.000Z');
		expect($('updated', entry).text()).toBe('2024-07-01T00:00:00.000Z');
	});
});
