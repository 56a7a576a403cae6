import { afterAll, describe, expect, test, vi } from 'vitest';
import { readState } from '../../src/search/engine/state.ts';
import { openIndex } from '../search/open-engine.ts';
import { shownToyPapers, toyRepoSite } from '../support/toy-archive.ts';
import { searchQueries } from './search-queries.ts';

const site = toyRepoSite();
const records = site.records();
const engine = openIndex(`${site.folder}/search-index`);

/** The papers that a site’s own index finds, in their order: what the page of the search shows. */
async function find(query: string) {
	const { papers } = await engine.ask(readState(`?q=${encodeURIComponent(query)}`));
	return papers.map((number) => records[number]!);
}

// With one kind of apostrophe.
const plain = (title: string) => title.replaceAll("'", '’');

describe('what the index of a site finds', () => {
	afterAll(() => {
		vi.unstubAllGlobals();
	});

	test('the right paper is among the first three for 95 of 100 queries', async () => {
		const misses: string[] = [];
		for (const [query, ...expected] of searchQueries) {
			const found = (await find(query)).slice(0, 3).map(({ title }) => plain(title));
			const isFound = found.some((title) =>
				expected.some((beginning) => title.startsWith(beginning)),
			);
			if (!isFound) misses.push(`${query} → ${found.join(' | ')}`);
		}
		expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(searchQueries.length / 20);
	});

	test('every title finds its own page first', async () => {
		expect(records.map(({ id }) => id)).toEqual(shownToyPapers);
		for (const { id, title } of records) expect((await find(title))[0]?.id, title).toBe(id);
	});

	test('a system’s name finds the paper that introduces it, first or beside those of the same name', async () => {
		const named = records.filter(({ system }) => system !== null);
		expect(named.length).toBeGreaterThan(40);
		for (const { system, id } of named) {
			const alike = named.filter((other) => other.system === system).length;
			const found = (await find(system!)).slice(0, alike).map((paper) => paper.id);
			expect(found, system!).toContain(id);
		}
	});
});
