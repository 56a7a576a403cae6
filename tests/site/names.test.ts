import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const { base } = site;
const records = site.records();

/** What a page links in a folder of the site, e.g. the slugs of systems. */
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

const live = (folder: string) =>
	site.pages.filter(
		({ address, $ }) =>
			new RegExp(`^/${folder}/[^/]+/$`).test(address) && $('meta[name=robots]').length === 0,
	);

// The data has BT² as one types it: `BT^2`.
const isNamed = (name: string) => (typed: string) =>
	typed.replace(/[\^_]/g, '') === name.normalize('NFKC');

describe('systems, topics and code', () => {
	test.each(['systems', 'topics'] as const)(
		'%s: each page has the papers that lead to it, and is listed',
		(kind) => {
			const own = live(kind);
			expect(own.length).toBeGreaterThan(10);
			for (const { address, $ } of own) {
				const told = linked($, 'papers').toSorted();
				const expected = records.filter(({ id }) =>
					linked(site.page(`/papers/${id}/`).$, kind).includes(address.split('/')[2]!),
				);
				expect(told, address).toEqual(expected.map(({ id }) => id).toSorted());
				expect(told.length).toBeGreaterThanOrEqual(kind === 'topics' ? 3 : 2);
			}
			const listed = linked(site.page(`/${kind}/`).$, kind);
			expect(listed.map((slug) => `/${kind}/${slug}/`).toSorted()).toEqual(
				own.map(({ address }) => address).toSorted(),
			);
		},
	);

	test.each(['systems', 'topics'] as const)(
		'%s: the data has the papers of each page',
		(kind) => {
			for (const { address, $ } of live(kind)) {
				const name = $('h1').text();
				const ids = records
					.filter((record) => record[kind].some(isNamed(name)))
					.map(({ id }) => id);
				expect(linked($, 'papers'), address).toEqual(expect.arrayContaining(ids));
			}
		},
	);

	test('a system that only its own paper names leads there, under a title of its own', () => {
		const hydras = ['fag55q6gb9', 'fk9p0k3q3b'].map((paper, index) => {
			const { $ } = site.page(`/systems/hydra${index === 0 ? '' : '-2'}/`);
			expect($('meta[http-equiv=refresh]').attr('content')).toBe(
				`0; url=${base}papers/${paper}/`,
			);
			expect($('meta[name=robots]').attr('content')).toBe('noindex');
			expect(linked($, 'papers')).toEqual([paper]);
			return $('title').text();
		});
		expect(new Set(hydras).size).toBe(2);
	});

	test.each(['2023', '2024', '2025'])(
		'a large topic has the papers of %s on a page, and those of its months on theirs',
		(year) => {
			const { $ } = site.page(`/topics/transformers/${year}/`);
			const ofYear = records
				.filter(({ topics }) => topics.includes('transformers'))
				.filter(({ digests }) => digests[0]!.startsWith(year))
				.map(({ id }) => id);
			expect(linked($, 'papers').toSorted()).toEqual(ofYear.toSorted());
			const months = site.pages
				.filter(({ address }) => address.startsWith(`/topics/transformers/${year}/`))
				.filter(({ address }) => address.split('/').length === 6);
			expect(months.length).toBeGreaterThan(0);
			const ofMonths = months.flatMap(({ $: $month }) => linked($month, 'papers'));
			expect(ofMonths.toSorted()).toEqual(ofYear.toSorted());
			for (const { address, $: $month } of months) {
				const isEmpty = linked($month, 'papers').length === 0;
				expect($month('meta[name=robots]').length > 0, address).toBe(isEmpty);
			}
		},
	);

	test('a large topic leads to its years, and says what is newest in it', () => {
		const { $ } = site.page('/topics/transformers/');
		const years = linked($, 'topics').filter((slug) => slug.startsWith('transformers/'));
		expect(years.toSorted()).toEqual(['2023', '2024', '2025'].map((y) => `transformers/${y}`));
		const headings = $('main h2')
			.get()
			.map((heading) => $(heading).text());
		expect(headings).toContain('New on 22 September 2025');
	});

	test('a topic without an address is said on its papers, and leads nowhere', () => {
		const paper = records.find(({ topics }) => topics.includes('quantum computing'))!;
		const { $ } = site.page(`/papers/${paper.id}/`);
		const label = $('aside li').filter((_, item) => $(item).text() === 'quantum computing');
		expect(label).toHaveLength(1);
		expect(label.find('a')).toHaveLength(0);
		expect(site.answer('/topics/quantum-computing/')).toBeUndefined();
	});

	test('a topic that another took in leads there', () => {
		const { $ } = site.page('/topics/space-models/');
		expect($('meta[http-equiv=refresh]').attr('content')).toBe(
			`0; url=${base}topics/state-space-models/`,
		);
		expect(linked($, 'topics')).toEqual(['state-space-models']);
	});

	test.each(['/topics/neural-networks/', '/topics/neural-networks/2024/', '/systems/ephemera/'])(
		'%s, whose name is found no more, answers and is not listed',
		(address) => {
			const { $ } = site.page(address);
			expect($('meta[name=robots]').attr('content')).toBe('noindex');
			// And leads to those that are.
			const [, kind] = address.split('/');
			expect($(`main a[href="${base}${kind}/"]`)).toHaveLength(1);
		},
	);

	test('every link of every paper is on its page and in the list of code and data', () => {
		const list = site.page('/code/').$;
		const listed = new Set(
			list('main a')
				.get()
				.map((link) => list(link).attr('href')),
		);
		let links = 0;
		for (const record of records) {
			const { $ } = site.page(`/papers/${record.id}/`);
			const shown = $('aside a')
				.get()
				.map((link) => $(link).attr('href'));
			for (const { url } of record.links) {
				links++;
				expect(listed).toContain(url);
				expect(shown).toContain(url);
			}
		}
		expect(links).toBeGreaterThanOrEqual(20);
	});

	test('a data set and a model are told from code', () => {
		const { links } = records.find(({ id }) => id === '6q8yh6aqss')!;
		expect(links).toEqual([
			{ url: 'https://huggingface.co/datasets/example/drawview', kind: 'data' },
			{ url: 'https://huggingface.co/example/drawview', kind: 'model' },
		]);
	});
});
