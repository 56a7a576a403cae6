import { parseFeed } from '@rowanmanning/feed-parser';
import { parseOpml } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const root = site.origin + site.base;
const records = new Map(site.records().map((record) => [`${root}papers/${record.id}/`, record]));
const feeds = [...site.files].filter((file) => /^\/feeds\/.*\.xml$/.test(file));
const named = feeds.filter((file) => /^\/feeds\/(?:topics|systems)\//.test(file));

describe.each(feeds)('%s', (file) => {
	const feed = parseFeed(site.text(file));

	test('is read by another’s reader, each entry once, by its address', () => {
		expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
		const ids = feed.items.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(feed.items.map(({ url }) => url)).toEqual(ids);
		expect(feed.self).toBe(root.slice(0, -1) + file);
		for (const { id, title } of feed.items)
			if (records.has(id!)) expect(title).toBe(records.get(id!)!.title.trim());
	});

	test('has the newest first, and says when anything last changed', () => {
		const days = feed.items.flatMap(({ id }) => records.get(id!)?.firstSeen ?? []);
		expect(days).toEqual(days.toSorted().toReversed());
		const updated = feed.items.map((item) => item.updated!.getTime());
		// That of a question which finds nothing yet, or is asked no more, is empty.
		expect(feed.updated!.getTime()).toBe(Math.max(0, ...updated));
	});
});

test.each(['digests', 'papers'])('the JSON Feed of %s says what the Atom feed says', (name) => {
	const json = JSON.parse(site.text(`/feeds/${name}.json`));
	expect(json).toMatchObject({
		version: 'https://jsonfeed.org/version/1.1',
		feed_url: `${root}feeds/${name}.json`,
	});
	const atom = parseFeed(site.text(`/feeds/${name}.xml`));
	expect(json.items).toHaveLength(atom.items.length);
	for (const [index, item] of json.items.entries()) {
		const { id, url, title, published, updated } = atom.items[index]!;
		expect({
			...item,
			title: item.title.trim(),
			date_published: new Date(item.date_published),
			date_modified: new Date(item.date_modified),
		}).toMatchObject({ id, url, title, date_published: published, date_modified: updated });
		expect(item.content_html).toContain('<p>');
	}
});

describe('a topic or a system', () => {
	test('has a feed where enough papers have it, which its page names', () => {
		expect(named.length).toBeGreaterThan(5);
		for (const { address, $ } of site.pages) {
			const [, kind, slug] = /^\/(topics|systems)\/([^/]+)\/$/.exec(address) ?? [];
			if (slug === undefined) continue;
			const link = $('main a[rel="alternate"]').attr('href');
			const file = `/feeds/${kind}/${slug}.xml`;
			expect(link, address).toBe(
				named.includes(file) ? site.base.slice(0, -1) + file : undefined,
			);
		}
	});

	test('has the newest twenty of its papers in its feed, with excerpts only', () => {
		for (const file of named) {
			const $ = site.xml(file);
			const count = $('entry').length;
			expect(count, file).toBeGreaterThanOrEqual(file.includes('/topics/') ? 3 : 2);
			expect(count, file).toBeLessThanOrEqual(20);
			expect($('content'), file).toHaveLength(0);
			for (const { id } of parseFeed(site.text(file)).items) {
				const { topics, systems } = records.get(id!)!;
				const title = $('feed > title').text();
				const names = [...topics, ...systems].map((name) => `Offprint: ${name}`);
				expect(names.includes(title) || file.includes('/systems/'), file).toBe(true);
			}
		}
	});
});

test('the list of feeds has every Atom feed that goes on, and nothing else', () => {
	const { head, body } = parseOpml(site.text('/feeds/all.opml'));
	expect(head!.title).toBe('Offprint: all feeds');
	const outlines = body!.outlines!.flatMap((outline) => outline.outlines ?? [outline]);
	expect(outlines.map(({ xmlUrl }) => xmlUrl).toSorted()).toEqual(
		feeds
			.filter((file) => file !== '/feeds/watch/recurrence.xml')
			.map((file) => root.slice(0, -1) + file)
			.toSorted(),
	);
	for (const { htmlUrl } of outlines)
		expect(site.answer(htmlUrl!.slice(root.length - 1)), htmlUrl).toBeDefined();
});
