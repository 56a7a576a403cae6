import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PaperView } from '../../../src/model/paper-view.ts';
import { readState } from '../../../src/search/engine/state.ts';
import { openEngine, papersOf } from '../open-engine.ts';
import { somePapers } from '../some-papers.ts';

const papers = somePapers();

afterEach(() => {
	vi.unstubAllGlobals();
});

// `question 4 of`, in the abstract of one paper only
const questionRe = /question \d+ of/;

describe('the search engine', () => {
	test('finds every paper, and shows each by its number', async () => {
		const { engine } = await openEngine(papers);
		const { papers: all } = await engine.ask(readState('?q=methods'));
		expect(all.toSorted()).toEqual([...papers.keys()]);
		for (const [number, { id, title, abstract }] of papers.entries()) {
			const [phrase] = questionRe.exec(abstract)!;
			const { papers: found } = await engine.ask(readState(`?q="${phrase}"`));
			expect(found, phrase).toEqual([number]);
			expect(await engine.load(number)).toMatchObject({ title, url: `/papers/${id}/` });
		}
	});

	test('narrows, counts and sorts what it finds', async () => {
		const { engine } = await openEngine(papers);
		const answer = await engine.ask(readState('?q=paper&sort=newest'));
		const { papers: newest } = answer;
		const { facets } = await engine.count(answer, readState(''));
		expect(newest).toEqual([8, 7, 6, 5, 4, 3, 2, 0]);
		expect(facets.code).toEqual([{ value: 'yes', count: 5 }]);
		const state = readState('?q=paper&code=yes&when=2025-06&when=2025-07');
		const narrowed = await engine.ask(state);
		expect(narrowed.papers).toEqual([6]);
		const { facets: counted } = await engine.count(narrowed, state);
		expect(counted.code).toEqual([{ value: 'yes', count: 1 }]);
		expect(counted.month.slice(0, 2)).toEqual([
			{ value: '2025-08', count: 1 },
			{ value: '2025-06', count: 1 },
		]);
		const oldest = await engine.ask(readState('?q=paper&sort=oldest'));
		expect(oldest.papers).toEqual(newest.toReversed());
	});

	test('searches the reading list alone when it is asked to', async () => {
		const { engine } = await openEngine(papers, [papers[5]!.id, papers[0]!.id, papers[1]!.id]);
		expect((await engine.ask(readState('?saved=1'))).papers).toEqual([5, 0, 1]);
		const { papers: found } = await engine.ask(readState('?q=paper&saved=1'));
		expect(found.toSorted()).toEqual([0, 5]);
	});

	test('fetches nothing of the index for what stands in the tables', async () => {
		const { engine, fetched } = await openEngine(papers);
		expect((await engine.ask(readState('?topic=Topic1'))).papers.length).toBeGreaterThan(0);
		expect(fetched).toEqual(['facets.json']);
	});

	test('fetches the tables for what narrows, orders or is dated only', async () => {
		const { engine, fetched } = await openEngine(papers);
		const { papers: found } = await engine.ask(readState('?q=O(n^2)'));
		expect(found).toEqual([8, 7, 6, 5, 4, 3, 2, 0]);
		const [{ firstSeen, seen }] = papers as [PaperView];
		expect(await engine.load(0)).toMatchObject({ firstSeen, seen });
		expect(fetched.toSorted()).toEqual([
			'names/o.json',
			'symbols.json',
			'terms.json',
			'texts/0.packed',
		]);
		expect((await engine.ask(readState('?q=March 2025'))).leads).toHaveLength(1);
		expect(fetched).toContain('facets.json');
	});

	test('offers pages without the tables, and where no list of topics was kept', async () => {
		const { engine, fetched } = await openEngine(papers);
		const names = async () => (await engine.pagesFor('topic1')).map(({ name }) => name);
		expect(await names()).toEqual(['Topic1']);
		expect(fetched.toSorted()).toEqual(['names/t.json', 'topics.json']);
		const { engine: other } = await openEngine(papers);
		const get = fetch;
		vi.stubGlobal('fetch', (address: string) =>
			address.endsWith('topics.json') ? Promise.reject(new Error('404')) : get(address),
		);
		expect(await other.pagesFor('system1')).toMatchObject([{ name: 'System1' }]);
	});

	test('fetches at once what tells of words, of their places and of names', async () => {
		const { engine, fetched } = await openEngine(papers);
		const get = fetch;
		// No block of terms comes.
		vi.stubGlobal('fetch', (address: string) =>
			get(address).then((response) =>
				address.includes('/terms/') ? new Promise<never>(() => {}) : response,
			),
		);
		void engine.ask(readState('?q=methods paper '));
		await vi.waitFor(() => {
			const folders = new Set(fetched.map((name) => name.split('/')[0]));
			expect([...folders].toSorted()).toEqual(['names', 'places', 'terms', 'terms.json']);
		});
	});

	test('answers without the places of words that no paper has', async () => {
		const { engine } = await openEngine(papers);
		const get = fetch;
		vi.stubGlobal('fetch', (address: string) =>
			address.includes('/places/') ? Promise.reject(new Error('offline')) : get(address),
		);
		const { papers: found } = await engine.ask(readState('?q=methods qz '));
		expect(found).toHaveLength(papers.length);
		await expect(engine.ask(readState('?q=methods paper '))).rejects.toThrow('offline');
	});

	test('fetches the places of words that are everywhere for a phrase alone', async () => {
		const everywhere = Array.from(
			{ length: 50 },
			(_, at) => [`Paper ${at}`, `${'echo '.repeat(3_000)}chamber`] as const,
		);
		const { engine, fetched } = await openEngine(papersOf(...everywhere));
		const places = () => fetched.filter((name) => name.startsWith('places/'));
		const { papers: all } = await engine.ask(readState('?q=echo chamber'));
		expect(all).toHaveLength(50);
		expect(places()).toEqual([]);
		const { papers: having } = await engine.ask(readState('?q="echo chamber"'));
		expect(having).toHaveLength(50);
		expect(places()).not.toEqual([]);
	});

	test('puts no paper that lacks a word among those that have all', async () => {
		const everywhere = 'chamber '.repeat(3_000);
		const { engine } = await openEngine(
			papersOf(
				...Array.from({ length: 40 }, (_, at) => [`Paper ${at}`, everywhere] as const),
				['Partial', 'A zebra quokka side by side.'],
				['Complete', `${everywhere} a zebra is here and there a quokka`],
			),
		);
		const { papers: found, complete } = await engine.ask(readState('?q=zebra quokka chamber '));
		expect(found.slice(0, complete)).toEqual([41]);
		expect(found[complete]).toBe(40);
	});

	test('looks among ids for what is no word alone', async () => {
		const { engine, fetched } = await openEngine(papersOf(['Benchmarks', 'Of parameters.']));
		// So many letters, and such, has an id.
		expect((await engine.ask(readState('?q=parameters'))).papers).toEqual([0]);
		expect(fetched).not.toContain('ids.json');
		expect((await engine.ask(readState('?q=0000000000'))).papers).toEqual([0]);
		expect(fetched).toContain('ids.json');
	});

	test('takes no list of another build for its own', async () => {
		const { engine } = await openEngine(papers);
		const answer = await engine.ask(readState('?q=paper'));
		await expect(
			engine.count({ ...answer, version: 'another' }, readState('')),
		).rejects.toThrow('anew');
	});

	test('asks again for what it could not fetch', async () => {
		const { engine } = await openEngine(papers);
		const { fetch } = globalThis;
		vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
		await expect(engine.ask(readState('?q=paper'))).rejects.toThrow('503');
		vi.stubGlobal('fetch', fetch);
		expect((await engine.ask(readState('?q=paper'))).papers).toHaveLength(8);
	});
});
