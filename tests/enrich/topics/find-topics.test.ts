import { describe, expect, test } from 'vitest';
import { findTopics } from '../../../src/enrich/topics/find-topics.ts';
import { topicFinds } from '../../../src/enrich/topics/found-topics.ts';
import type { TopicPaper } from '../../../src/enrich/topics/topic-papers.ts';
import type { Day } from '../../../src/model/id.ts';
import { papersOf, topic } from './vocabulary.ts';

const vocabulary = [
	topic('beam search', { forms: ['beam search'], was: ['Ray Search'] }),
	topic('KV cache', { forms: ['KV cache'] }),
	topic('quantization', { forms: ['quantization'] }),
];

describe('findTopics', () => {
	const papers = papersOf(['KV cache, then beam search.', 'Of beam search.', 'Of nothing.']);
	const { topics, keysOf } = findTopics(papers, vocabulary);

	test('gives the topics that papers have, in the order of the vocabulary', () => {
		expect(topics.map(({ key, papers }) => [key, papers.map(({ id }) => id)])).toEqual([
			['beam search', ['p0', 'p1']],
			['kv cache', ['p0']],
		]);
	});

	test('gives each paper its own, in the order of its text', () => {
		expect([...keysOf.values()]).toEqual([['kv cache', 'beam search'], ['beam search'], []]);
	});

	test('knows a topic by its former names', () => {
		expect(topics[0]!.formerKeys).toEqual(['ray search']);
	});
});

describe('topicFinds', () => {
	const on = (days: readonly string[]): TopicPaper[] =>
		papersOf(days.map(() => 'Of beam search.')).map((paper, index) => ({
			...paper,
			firstSeen: days[index] as Day,
		}));
	const findsOf = (papers: readonly TopicPaper[]) =>
		topicFinds(findTopics(papers, vocabulary).topics);
	const days = (count: number, day: string) => Array.from({ length: count }, () => day);

	test('wants three papers', () => {
		expect(findsOf(on(days(2, '2025-03-11')))).toEqual([]);
		expect(findsOf(on(days(3, '2025-03-11')))).toEqual([
			{
				kind: 'topic',
				key: 'beam search',
				name: 'beam search',
				formerKeys: ['ray search'],
				pages: undefined,
			},
		]);
	});

	test.each([
		[60, 0, undefined],
		[61, 0, 'years'],
		[61, 61, 'years'],
		[120, 1, 'years'],
		[121, 0, 'months'],
	])('%i papers of one year and %i of another: %s', (first, second, pages) => {
		const papers = on([...days(first, '2024-03-11'), ...days(second, '2025-03-11')]);
		expect(findsOf(papers)[0]!.pages).toBe(pages);
	});

	test('gives what a machine proposes no address', () => {
		const text = 'We study neural tangent kernels for it.';
		const { topics } = findTopics(
			papersOf([text, text, text], 'On Neural Tangent Kernels'),
			[],
		);
		expect(topics.map(({ name }) => name)).toEqual(['neural tangent kernels']);
		expect(topicFinds(topics)).toEqual([]);
	});
});
