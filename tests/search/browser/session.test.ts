import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/model/id.ts';
import { createSession, type SearchView } from '../../../src/search/browser/session.ts';
import type { Answer, Narrowing, SearchEngine } from '../../../src/search/engine/engine.ts';
import { readState } from '../../../src/search/engine/state.ts';
import type { IndexedPaper } from '../../../src/search/index-files.ts';

const stateOf = (query: string) => readState(`?q=${query}`);

function answerTo(query: string, count = 40): Answer {
	const terms = { words: [query], symbols: [], phrases: [] };
	const papers = Array.from({ length: count }, (_, paper) => paper);
	const words = { asked: 1, least: 1 };
	const said = { leads: [], unknown: [], common: [] };
	return { papers, complete: count, words, ...said, terms };
}

function paperOf(number: number): IndexedPaper {
	const title = `Paper ${number}`;
	return { url: '/', title, text: '', systems: [], firstSeen: '2025-03-11' as Day, seen: 1 };
}

/** What waits until the test answers it. */
type Waiting<Value> = PromiseWithResolvers<Value>;

const noValues = { year: [], month: [], digest: [], topic: [], system: [], code: [] };
const nothingCounted: Narrowing = { facets: noValues, isCut: true };

/** A session whose questions the test answers, and what is shown, step by step. */
function openSession({
	load = async (paper) => paperOf(paper),
	areListsOpen = false,
}: Partial<Pick<SearchEngine, 'load'> & { readonly areListsOpen: boolean }> = {}) {
	const questions: Waiting<Answer>[] = [];
	const counts: Waiting<Narrowing>[] = [];
	const lists = { areOpen: areListsOpen };
	const engine: SearchEngine = {
		ask: () => {
			questions.push(Promise.withResolvers());
			return questions.at(-1)!.promise;
		},
		count: () => {
			counts.push(Promise.withResolvers());
			return counts.at(-1)!.promise;
		},
		countAll: async () => {},
		newestDay: async () => undefined,
		namesFor: async () => [],
		pagesFor: async () => [],
		load,
	};
	const shown: string[] = [];
	const view: SearchView = {
		wait: () => shown.push('…'),
		showAnswer: (_, papers, { query }) => shown.push(`${papers.length} answer ${query}`),
		hasFacets: () => lists.areOpen,
		showFacets: (_, { query }) => shown.push(`facets of ${query}`),
		failFacets: () => shown.push('no facets'),
		awaitPapers: (count) => shown.push(`room for ${count}`),
		addPapers: (papers, { terms }) =>
			shown.push(`${papers.length} papers of ${terms.words[0]}`),
		failPapers: () => shown.push('no papers'),
		fail: () => shown.push('failed'),
	};
	return { session: createSession(engine, view), questions, counts, lists, shown };
}

describe('a search session', () => {
	test('shows an answer with its first papers, and further ones when they are asked for', async () => {
		const { session, questions, shown } = openSession();
		const asked = session.ask(stateOf('mamba'));
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		await session.showMore();
		await session.showMore();
		expect(shown).toEqual([
			'…',
			'6 answer mamba',
			'room for 30',
			'30 papers of mamba',
			'room for 4',
			'4 papers of mamba',
		]);
	});

	test('shows a reader who comes back as many papers as before', async () => {
		const { session, questions, shown } = openSession();
		const asked = session.ask(stateOf('mamba'), 36);
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		await session.showMore();
		expect(shown.filter((step) => !step.startsWith('room'))).toEqual([
			'…',
			'36 answer mamba',
			'4 papers of mamba',
		]);
	});

	test.each([
		['in their order', [0, 1]],
		['the newest first', [1, 0]],
	])('shows the newest question’s answer alone, when answers come %s', async (_, order) => {
		const { session, questions, shown } = openSession();
		const asked = ['mam', 'mamba'].map((query) => session.ask(stateOf(query)));
		for (const place of order) {
			questions[place]!.resolve(answerTo(['mam', 'mamba'][place]!));
			await asked[place];
		}
		expect(shown).toEqual(['…', '…', '6 answer mamba']);
	});

	test('drops the papers of an answer when another question is asked meanwhile', async () => {
		const papers: PromiseWithResolvers<IndexedPaper>[] = [];
		const { session, questions, shown } = openSession({
			load: () => {
				papers.push(Promise.withResolvers());
				return papers.at(-1)!.promise;
			},
		});
		const first = session.ask(stateOf('mam'));
		questions[0]!.resolve(answerTo('mam'));
		await expect.poll(() => papers).toHaveLength(6);
		const second = session.ask(stateOf('mamba'));
		for (const paper of papers) paper.resolve(paperOf(1));
		await first;
		questions[1]!.resolve(answerTo('mamba', 0));
		await second;
		expect(shown).toEqual(['…', '…', '0 answer mamba']);
	});

	test('puts the same papers there once, however often they are asked for at once', async () => {
		const { session, questions, shown } = openSession();
		const asked = session.ask(stateOf('mamba'));
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		await Promise.all([session.showMore(), session.showMore()]);
		expect(shown.slice(2)).toEqual(['room for 30', 'room for 30', '30 papers of mamba']);
	});

	test('shows an answer before what narrows it is counted', async () => {
		const { session, questions, counts, shown } = openSession({ areListsOpen: true });
		const asked = session.ask(stateOf('mamba'));
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		expect(shown).toEqual(['…', '6 answer mamba']);
		counts[0]!.resolve(nothingCounted);
		await expect.poll(() => shown.at(-1)).toBe('facets of mamba');
	});

	test('lets an answer stand whose lists could not be counted', async () => {
		const { session, questions, counts, lists, shown } = openSession();
		const asked = session.ask(stateOf('mamba'));
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		lists.areOpen = true;
		const counted = session.count();
		counts[0]!.reject(new Error('503'));
		await expect(counted).rejects.toThrow('503');
		expect(shown).toEqual(['…', '6 answer mamba', 'no facets']);
	});

	test('counts nothing where the lists are folded', async () => {
		const { session, questions, counts } = openSession();
		const asked = session.ask(stateOf('mamba'));
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		await session.count();
		expect(counts).toEqual([]);
	});

	test('shows what narrows the newest question only', async () => {
		const { session, questions, counts, shown } = openSession({ areListsOpen: true });
		const older = session.ask(stateOf('mam'));
		questions[0]!.resolve(answerTo('mam'));
		await older;
		const counted = session.countAll();
		await expect.poll(() => counts).toHaveLength(2);
		const newer = session.ask(stateOf('mamba'));
		for (const count of counts) count.resolve(nothingCounted);
		await counted;
		expect(shown).not.toContain('facets of mam');
		questions[1]!.resolve(answerTo('mamba'));
		await newer;
		counts[2]!.resolve(nothingCounted);
		await expect.poll(() => shown.at(-1)).toBe('facets of mamba');
	});

	test('asks a question again that failed, and none that was answered', async () => {
		const { session, questions, shown } = openSession();
		const failing = session.ask(stateOf('mamba'));
		questions[0]!.reject(new Error('503'));
		await expect(failing).rejects.toThrow('503');
		const again = session.retry();
		questions[1]!.resolve(answerTo('mamba'));
		await again;
		await session.retry();
		expect(shown).toEqual(['…', 'failed', '…', '6 answer mamba']);
	});

	test('lets an answer stand whose further papers could not be fetched', async () => {
		let isOnline = true;
		const { session, questions, shown } = openSession({
			load: async (paper) => {
				if (!isOnline) throw new Error('503');
				return paperOf(paper);
			},
		});
		const asked = session.ask(stateOf('mamba'));
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		isOnline = false;
		await expect(session.showMore()).rejects.toThrow('503');
		isOnline = true;
		await session.showMore();
		expect(shown.slice(2)).toEqual([
			'room for 30',
			'no papers',
			'room for 30',
			'30 papers of mamba',
		]);
	});

	test('shows a reader who comes back to nothing the first papers that there are now', async () => {
		const { session, questions, shown } = openSession();
		const asked = session.ask(stateOf('mamba'), 0);
		questions[0]!.resolve(answerTo('mamba'));
		await asked;
		expect(shown.at(-1)).toBe('6 answer mamba');
	});

	test('says that the newest question failed, and not that an older one did', async () => {
		const { session, questions, shown } = openSession();
		const older = session.ask(stateOf('mam'));
		const newer = session.ask(stateOf('mamba'));
		questions[1]!.resolve(answerTo('mamba'));
		await newer;
		questions[0]!.reject(new Error('503'));
		await expect(older).rejects.toThrow('503');
		expect(shown).not.toContain('failed');
		const next = session.ask(stateOf('mambas'));
		questions[2]!.reject(new Error('503'));
		await expect(next).rejects.toThrow('503');
		expect(shown.at(-1)).toBe('failed');
	});
});
