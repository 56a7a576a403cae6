import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTopicMatcher } from '../../../src/enrich/topics/match-topics.ts';
import type { TopicEntry } from '../../../src/model/vocabulary.ts';
import { topic } from './vocabulary.ts';

/** The names of the topics of a text. */
function found(
	vocabulary: readonly TopicEntry[],
	abstract: string,
	title = 'A Paper of Ours',
): string[] {
	return createTopicMatcher(vocabulary)({ title, abstract }).map(
		(number) => vocabulary[number]!.name,
	);
}

const tuning = topic('fine-tuning', { weak: ['supervised fine-tuning', 'SFT', 'fine-tuning'] });
const models = topic('language models', {
	forms: ['language models'],
	not: ['vision-language models', 'masked language models'],
});
// Says something of every text, so that none is without a topic.
const other = topic('other', { forms: ['of'] });

describe('a form', () => {
	test('counts wherever it stands', () => {
		const vocabulary = [topic('agents', { forms: ['LLM agents'] }), other];
		expect(found(vocabulary, 'Of LLM agents.')).toEqual(['other', 'agents']);
		expect(found(vocabulary, 'Nothing.', 'LLM Agents of Ours')).toEqual(['agents', 'other']);
		expect(found(vocabulary, 'Of agents of an LLM.')).toEqual(['other']);
	});

	test('ends with the title', () => {
		const vocabulary = [topic('agents', { forms: ['paper of ours'] })];
		expect(found(vocabulary, 'ours', 'A Paper of')).toEqual([]);
	});
});

describe('a weak form', () => {
	test.each([
		['once in the abstract', 'Of SFT.', 'Title', []],
		['in the title', 'Of it.', 'SFT', ['fine-tuning']],
		['in two places', 'Of SFT. It is SFT.', 'Title', ['fine-tuning']],
		['in two forms', 'Of SFT, or supervised fine-tuning.', 'Title', ['fine-tuning']],
		['within another, once', 'Of supervised fine-tuning.', 'Title', []],
		['with its abbreviation', 'Of supervised fine-tuning (SFT).', 'Title', []],
		[
			'with its abbreviation, and again',
			'Of fine-tuning (SFT). By SFT!',
			'Title',
			['fine-tuning'],
		],
	])('%s', (_, abstract, title, expected) => {
		const names = found([tuning, other], abstract, title).filter((name) => name !== 'other');
		expect(names).toEqual(expected);
	});

	test('counts once where a paper would have no topic', () => {
		expect(found([tuning, models], 'It is SFT.')).toEqual(['fine-tuning']);
		expect(found([tuning, models], 'It is SFT, with language models.')).toEqual([
			'language models',
		]);
	});
});

describe('beside four topics', () => {
	const plain = ['one', 'two', 'three', 'four'].map((form) => topic(form, { forms: [form] }));
	const vocabulary = [tuning, topic('agents', { weak: ['agents'] }), ...plain];

	test.each([
		['twice is in passing', 'one two three four. It is SFT, and SFT.', []],
		['thrice is not', 'one two three four. It is SFT, an SFT, and SFT.', ['fine-tuning']],
		[
			'as many are taken as there is room for',
			'agents. SFT. one. agents. SFT. two. four.',
			['agents'],
		],
	])('of what is weak, %s', (_, abstract, expected) => {
		const names = found(vocabulary, abstract);
		expect(names.filter((name) => ['fine-tuning', 'agents'].includes(name))).toEqual(expected);
	});
});

test('a form of titles counts there only, also where a paper would have no topic', () => {
	const vocabulary = [topic('reasoning', { title: ['reasoning'] })];
	expect(found(vocabulary, 'None.', 'Reasoning')).toEqual(['reasoning']);
	expect(found(vocabulary, 'Reasoning, reasoning.')).toEqual([]);
});

describe('what hides forms', () => {
	test.each([
		['Of vision-language models.', []],
		['Of vision-language models and language models.', ['language models']],
		['A vision. Language models.', ['language models']],
	])('%s', (abstract, expected) => {
		expect(found([models], abstract)).toEqual(expected);
	});

	test('hides nothing that only begins or ends in it', () => {
		const vocabulary = [topic('a', { forms: ['b c'], not: ['a b', 'c d'] })];
		expect(found(vocabulary, 'a b c d')).toEqual(['a']);
	});

	test('hides what is itself', () => {
		const vocabulary = [topic('a', { forms: ['b c'], not: ['b c'] })];
		expect(found(vocabulary, 'b c')).toEqual([]);
	});

	test('hides for its own topic only', () => {
		const wide = topic('wide', { forms: ['models'] });
		expect(found([models, wide], 'Of masked language models.')).toEqual(['wide']);
	});
});

test('topics come in the order in which a text speaks of them; of one place, in that of the vocabulary', () => {
	const vocabulary = ['c', 'b', 'a'].map((name) => topic(name, { forms: [`form ${name}`] }));
	const twin = topic('twin', { forms: ['form a'] });
	expect(found([...vocabulary, twin], 'form a, form c', 'Form B')).toEqual([
		'b',
		'a',
		'twin',
		'c',
	]);
});

test('a paper has the wider topics of those that it has, behind them', () => {
	const vocabulary = [
		topic('vision', { forms: ['vision'] }),
		topic('video', { forms: ['clips'], wider: ['Vision'] }),
		topic('video generation', { forms: ['text-to-video'], wider: ['video'] }),
		other,
	];
	expect(found(vocabulary, 'text-to-video, of it', 'Title')).toEqual([
		'video generation',
		'other',
		'video',
		'vision',
	]);
	expect(found(vocabulary, 'vision, text-to-video', 'Title')).toEqual([
		'vision',
		'video generation',
		'video',
	]);
});

test('what is found is the same whatever was matched before, and has no number twice', () => {
	const words = constantFrom('language', 'models', 'vision-language', 'masked', 'SFT', '(', '.');
	const text = array(words, { maxLength: 12 }).map((list) => list.join(' '));
	const match = createTopicMatcher([models, tuning, other]);
	assert(
		property(text, text, (title, abstract) => {
			const numbers = match({ title, abstract });
			expect(numbers).toEqual(
				createTopicMatcher([models, tuning, other])({ title, abstract }),
			);
			expect(new Set(numbers).size).toBe(numbers.length);
		}),
	);
});
