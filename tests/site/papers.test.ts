import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { print, restore } from '../support/lexicon.ts';
import { formerTexts, receivedTexts } from '../support/received-texts.ts';
import {
	decidedToyTexts,
	shownToyPapers,
	toyDigests,
	toyFolder,
	toyPapers,
	toyRepoSite,
} from '../support/toy-archive.ts';

const site = toyRepoSite();
const { base } = site;
const pageOf = (id: string) => site.page(`/papers/${id}/`).$;

describe('a paper’s page', () => {
	test('tells its digests, with its place in each', () => {
		const seen = new Map<string, string[]>();
		for (const { id, entries } of toyDigests) {
			const { $ } = site.page(`/digests/${id}/`);
			$('main ol > li').each((index, item) => {
				const paper = $('.title a', item).attr('href')?.split('/').at(-2);
				if (paper === undefined) return;
				const place = `${id}, no. ${index + 1} of ${entries.length}`;
				seen.set(paper, [...(seen.get(paper) ?? []), place]);
			});
		}
		for (const id of shownToyPapers) {
			const $ = pageOf(id);
			const told = $('aside ol li')
				.get()
				.map((item) => {
					const [, digest] = /digests\/([^/]+)\/#/.exec($('a', item).attr('href')!)!;
					return `${digest}, ${$('small', item).text().trim()}`;
				});
			// One digest is told at the head of the page and at its foot.
			const places = seen.get(id)!;
			expect(told, id).toEqual(places.length > 1 ? places : []);
			expect($('.running-head').text(), id).toContain(
				places.at(-1)!.split(', ')[1]!.replaceAll(' ', '\u00a0'),
			);
		}
		expect(seen.get(toyPapers.often)).toHaveLength(5);
		expect(seen.get(toyPapers.printedTwice)).toHaveLength(2);
	});

	test('shows every text restored, and as received with all that was restored marked and explained', () => {
		let formulas = 0;
		for (const id of shownToyPapers) {
			const $ = pageOf(id);
			const received = receivedTexts($);
			const lines = $('h1, .restored').clone();
			for (const math of lines.find('math').get()) {
				expect($('annotation', math).attr('encoding')).toBe('application/x-tex');
				$(math).replaceWith($('<span>').text($(math).attr('alttext')!));
				formulas++;
			}
			const decision = decidedToyTexts.get(id);
			if (decision !== undefined) {
				expect(lines.last().text()).toContain(decision);
				continue;
			}
			const restored = {
				title: restore(received.title),
				abstract: restore(received.abstract),
			};
			expect(lines.first().text()).toBe(print(received.title));
			expect(lines.last().text().replaceAll('\n', '')).toBe(print(received.abstract));
			const changes = [...restored.title.spans, ...restored.abstract.spans].filter(
				({ rule }) => rule !== 'address',
			);
			expect($('.received :is(.title, .source) mark')).toHaveLength(changes.length);
			expect($('.received li').length > 0).toBe(changes.length > 0);
			expect($('#as-received').length > 0).toBe(changes.length > 0);
		}
		expect(formulas).toBeGreaterThan(40);
	});

	test('shows the latest wording, and word by word what a former one became', () => {
		const $ = pageOf(toyPapers.revised);
		expect(receivedTexts($).abstract).toContain('three SC mitigation methods');
		expect($('details ins').text()).toBe('three');
		expect($('details del').text()).toBe('two');
		expect($('details summary').text().replace(/\s+/g, ' ')).toContain(
			'On 1 July 2024, from the wording seen on 30 November 2023',
		);
	});

	test('shows a wording that came back, and the one that was between as a former one', () => {
		const $ = pageOf(toyPapers.revisedAndBack);
		expect(receivedTexts($).abstract).toContain('Experiments with human raters');
		expect(formerTexts($).map(({ abstract }) => abstract)).toEqual([
			expect.stringContaining('Raters agree.'),
		]);
		expect($('details summary').text().replace(/\s+/g, ' ')).toContain(
			'from the wording seen on 1 July 2024',
		);
	});

	test('shows the latest title under the address that the first one was given', () => {
		const $ = pageOf(toyPapers.retitled);
		expect($('h1').text()).toMatch(/^Just read twice/);
		expect(formerTexts($)[0]!.title).toMatch(/^Prompt Twice/);
	});

	test('of a paper that was merged leads to the last one of its chain', () => {
		for (const id of toyPapers.chain) {
			const $ = pageOf(id);
			const target = `${base}papers/${toyPapers.endOfChain}/`;
			expect($('meta[http-equiv=refresh]').attr('content')).toBe(`0; url=${target}`);
			expect($('article a').first().attr('href')).toBe(target);
			expect($('meta[name=robots]').attr('content')).toBe('noindex');
		}
		const { merged, twin } = toyPapers;
		expect(pageOf(twin)('article a').first().attr('href')).toBe(`${base}papers/${merged}/`);
		expect(pageOf(toyPapers.endOfChain)('h1').text()).toBe('Pointer Networks');
		expect(pageOf(toyPapers.endOfChain)('aside ol li')).toHaveLength(3);
	});

	test('of a paper that was removed is a tombstone with date and reason', () => {
		const article = pageOf(toyPapers.removed)('article').text();
		expect(article).toContain('This paper was removed');
		expect(article).toContain('15 August 2024');
		expect(article).toContain('Its <authors> asked for it.');
		const target = pageOf(toyPapers.removedByMerge)('article').text();
		expect(target).toContain('Both reports were taken down.');
		const twin = pageOf(toyPapers.removedTwin);
		expect(twin('article a').first().attr('href')).toBe(
			`${base}papers/${toyPapers.removedByMerge}/`,
		);
		for (const id of toyPapers.withdrawn)
			expect(pageOf(id)('article').text()).toContain('Half of it came from another feed.');
	});
});

describe('a sheet says', () => {
	test('where one is: a digest in the archive, a paper in its newest digest', () => {
		const last = toyDigests.at(-1)!;
		const head = ({ $ }: { $: typeof digest }) =>
			$('.running-head p').text().replaceAll('\u00a0', ' ');
		const { $: digest } = site.page(`/digests/${last.id}/`);
		expect(head({ $: digest })).toBe(
			`No. 7 · 22 September 2025 · ${last.entries.length} papers`,
		);
		const paper = pageOf(toyPapers.often);
		expect(head({ $: paper })).toMatch(/^22 September 2025 · no\. \d+ of \d+$/);
		expect(paper('.running-head p a').attr('href')).toBe(
			`${base}digests/${last.id}/#${toyPapers.often}`,
		);
	});

	test('where the paper was seen: in ink the first time, in colour each time it came back', () => {
		const $ = pageOf(toyPapers.often);
		expect($('.postmarks').text()).toContain('in 5 digests');
		expect($('.postmarks circle')).toHaveLength(5);
		expect($('.postmarks circle.back')).toHaveLength(4);
	});

	test('at its end what it is made of: address, name, digest and line, and the sum of the dump', () => {
		const sums = readFileSync(join(toyFolder, 'dumps.sha256'), 'utf8');
		for (const id of shownToyPapers) {
			const $ = pageOf(id);
			const text = $('.colophon').text().replace(/\s+/g, ' ');
			expect(text).toContain(`${site.origin}${base}papers/${id}/`);
			const digest = /digests\/([\d-]+)\//.exec($('.colophon dd a').eq(1).attr('href')!)![1];
			expect(text).toMatch(/no\. \d+ of \d+, line \d+ of the dump/);
			const sum = $('.colophon dd').last().text();
			if (digest !== '2025-05-09') expect(sums).toContain(`${sum}  dumps/${digest}.txt`);
		}
	});

	test('which sentence says what the paper does, unless it ends within a link', () => {
		const marked = shownToyPapers.filter((id) => pageOf(id)('.restored .telling').length === 1);
		expect(marked.length).toBeGreaterThan(shownToyPapers.length * 0.9);
	});

	test('what came before and what comes behind it in each of its digests', () => {
		const $ = pageOf(toyPapers.often);
		const shown = $('.in-digest').get();
		expect(shown.map((nav) => $(nav).attr('hidden') === undefined)).toEqual([
			true,
			false,
			false,
			false,
			false,
		]);
		for (const nav of shown) {
			const { $: digest } = site.page(`/digests/${$(nav).attr('data-digest')}/`);
			const links = digest('.title a')
				.get()
				.map((link) => digest(link).attr('href'));
			const at = links.indexOf(`${base}papers/${toyPapers.often}/`);
			expect($('[rel=prev]', nav).attr('href')).toBe(links[at - 1]);
			expect($('[rel=next]', nav).attr('href')).toBe(links[at + 1]);
		}
	});

	test('at its top that it changed, with the former title', () => {
		const note = pageOf(toyPapers.retitled)('.revised').text().replace(/\s+/g, ' ');
		expect(note).toMatch(
			/Came back under another title on .*; until then, it was Prompt Twice/,
		);
		expect(pageOf(toyPapers.often)('.revised')).toHaveLength(0);
	});
});
