import { describe, expect, test } from 'vitest';
import { expectEntries } from '../support/received-texts.ts';
import { decidedToyTexts, toyDigests, toyPapers, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const { base } = site;

describe('a digest’s page', () => {
	test('prints every entry of its dump in order, each leading to its paper', () => {
		expectEntries(site, toyDigests, new Set(decidedToyTexts.keys()));
	});

	test('gives each entry its paper’s id as its anchor, once', () => {
		for (const { id, entries } of toyDigests) {
			const { $ } = site.page(`/digests/${id}/`);
			const anchors = $('main ol > li')
				.get()
				.map((item) => $(item).attr('id'));
			const isTwice = id === '2024-07-01';
			expect(anchors.filter((anchor) => anchor === undefined)).toHaveLength(isTwice ? 1 : 0);
			const own = anchors.filter((anchor) => anchor !== undefined);
			expect(new Set(own).size, id).toBe(entries.length - (isTwice ? 1 : 0));
		}
		const { $ } = site.page('/digests/2024-07-01/');
		const places = $(`main li:has(a[href="${base}papers/${toyPapers.printedTwice}/"])`).get();
		expect(places.map((place) => $(place).attr('id'))).toEqual([
			toyPapers.printedTwice,
			undefined,
		]);
	});

	test('keeps the anchor of a paper that was merged or removed', () => {
		const chain = site.page('/digests/2023-11-30/').$(`li[id="${toyPapers.chain[0]}"]`);
		expect(chain.find('.title a').attr('href')).toBe(`${base}papers/${toyPapers.endOfChain}/`);
		const removed = site.page('/digests/2024-07-01/').$(`li[id="${toyPapers.removed}"]`);
		expect(removed.text()).toContain('was removed');
		const twin = site.page('/digests/2024-02-29/').$(`li[id="${toyPapers.removedTwin}"]`);
		expect(twin.text()).toContain('was removed');
	});

	test('links the one before and the one after, over a new year and a withdrawn one', () => {
		const order = toyDigests.map(({ id }) => id);
		expect(order).toEqual([
			'2023-11-30',
			'2024-02-29',
			'2024-02-29-2',
			'2024-07-01',
			'2025-01-01',
			'2025-05-09',
			'2025-09-22',
		]);
		order.forEach((id, index) => {
			const { $ } = site.page(`/digests/${id}/`);
			const link = (rel: string) => $(`head link[rel=${rel}]`).attr('href');
			const to = (neighbour: string | undefined) =>
				neighbour && `${base}digests/${neighbour}/`;
			expect([link('prev'), link('next')]).toEqual([
				to(order[index - 1]),
				to(order[index + 1]),
			]);
		});
	});

	test('says the place of an entry by its number, and nowhere else', () => {
		for (const { id, entries } of toyDigests) {
			const { $ } = site.page(`/digests/${id}/`);
			expect($('ol.numbered > li')).toHaveLength(entries.length);
			expect($('ol.numbered .note').text(), id).not.toContain(` of ${entries.length}`);
		}
	});

	test('marks what came back, and in other words; what is new carries nothing', () => {
		const noteOf = (digest: string, paper: string) => {
			const { $ } = site.page(`/digests/${digest}/`);
			return $(`li:has(a[href="${base}papers/${paper}/"]) .note .back`).first().text();
		};
		const { revisedAndBack, often, edited } = toyPapers;
		expect(noteOf('2023-11-30', revisedAndBack)).toBe('');
		expect(noteOf('2024-02-29', revisedAndBack)).toBe('Came back');
		expect(noteOf('2024-07-01', revisedAndBack)).toBe('Came back reworded');
		expect(noteOf('2025-01-01', revisedAndBack)).toBe('Came back reworded');
		expect(noteOf('2025-09-22', often)).toBe('Came back');
		// Its misprint was taken out of the only dump that has it.
		expect(noteOf('2025-05-09', edited)).toBe('');
	});

	test('of a digest that was withdrawn says when and why, and is not listed', () => {
		const { $ } = site.page('/digests/2024-12-31/');
		expect($('meta[name=robots]').attr('content')).toBe('noindex');
		expect($('article').text()).toContain('Half of it came from another feed.');
		expect($('article').text()).toContain('2 January 2025');
		const calendar = site.page('/digests/2024/').$('main').text();
		expect(calendar).not.toContain('31 December');
	});
});
