import { describe, expect, test } from 'vitest';
import {
	addLikeness,
	createLikenessIndex,
	entrySketch,
	nearMiss,
} from '../../src/archive/near-misses.ts';
import type { Entry } from '../../src/model/digest.ts';
import type { PaperId } from '../../src/model/id.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import { dumpFile, emptyContent, ingestAll } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const title = 'GEAR: An Efficient KV Cache Compression Recipe for Near-Lossless Inference';
const abstract = `${abstractNumber(1)} ${abstractNumber(2)}`;
const other =
	'Birds of the far north sing at dawn; their songs carry over ice and open water alike, and are learned by ear. '.repeat(
		3,
	);

function entryOf(title_: string, abstract_: string): Entry {
	return {
		title: { text: title_, line: 1, column: 1 },
		abstract: { text: abstract_, line: 3, column: 1 },
	};
}

function warnings(title_: string, abstract_: string): string[] {
	const { content } = ingestAll(emptyContent(), writeDump('Mar 11', [[title, abstract]]));
	const file = dumpFile('2025-03-13.txt', writeDump('Mar 13', [[title_, abstract_]]));
	planIngest(content, [{ ...file, fileName: '2025-03-13.txt' }]);
	return file.file.messages.map(({ ruleId }) => ruleId!);
}

describe('a new paper that is like another', () => {
	test.each([
		// A version in the title, a word more, a letter lost by the feed.
		[`${title} v2`, other, ['near-miss']],
		[title.replace('Recipe for', 'Recipefor '), other, ['same-title']],
		[title.replace('Near-Lossless', 'Lossless'), other, ['near-miss']],
		// Another title over much the same abstract.
		[
			'Compressing Caches by Gears',
			`${abstract} We add one more sentence at its end.`,
			['near-miss'],
		],
		// Nothing but the field in common.
		['LESS: An Efficient Method for Speculative Decoding', other, []],
		['Another Paper', abstractNumber(40), []],
	])('%s is reported, and is a paper of its own', (title_, abstract_, expected) => {
		expect(warnings(title_, abstract_)).toEqual(expected);
	});
});

describe('nearMiss', () => {
	const [first, second, third] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'] as PaperId[];
	type Paper = readonly [id: PaperId | undefined, title: string, abstract: string];

	/** Looks for a paper among others. */
	function nearAmong(papers: readonly Paper[], title_: string, abstract_: string) {
		const entry = entryOf(title_, abstract_);
		const index = createLikenessIndex([entry]);
		for (const [id, ...wording] of papers) addLikeness(index, id!, entryOf(...wording));
		return nearMiss(index, entry);
	}

	test('finds nothing in an index without papers', () => {
		expect(nearAmong([], title, abstract)).toBeUndefined();
	});

	test.each([
		['begins alike', 'GEAR: An Efficient KV Cache Compression Recipe for Lossless Inference'],
		[
			'ends alike',
			'A GEAR: An Efficient KV Cache Compression Recipe for Near-Lossless Inference',
		],
		[
			'has the same words',
			'An Efficient KV Cache Compression Recipe for Near-Lossless Inference: GEAR',
		],
	])('finds a paper whose title %s', (_, title_) => {
		expect(nearAmong([[first, title, abstract]], title_, other)).toBe(first);
	});

	test('does not take papers for near whose titles only begin alike', () => {
		const shared = 'GEAR: An Efficient KV Cache';
		const papers: Paper[] = [[first, `${shared} Compression Recipe`, abstract]];
		expect(
			nearAmong(papers, `${shared} for Robots That Fold Laundry at Home`, other),
		).toBeUndefined();
	});

	test('finds a paper by half of its abstract, and not by less', () => {
		const words = (from: number, to: number) =>
			Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');
		const papers: Paper[] = [[first, 'One Title', words(0, 100)]];
		expect(nearAmong(papers, 'Another', words(30, 130))).toBe(first);
		expect(nearAmong(papers, 'Another', words(60, 160))).toBeUndefined();
	});

	test('finds a paper by 85 % of the threes of letters of its title, and not by less', () => {
		const letters = 'abcdefghijklmnopqrstuvwxyz0123456789zyxwvu';
		const papers: Paper[] = [[first, letters, abstract]];
		// 34 and 33 of 40 in common.
		expect(nearAmong(papers, `${letters.slice(0, 36)}qponml`, other)).toBe(first);
		expect(nearAmong(papers, `${letters.slice(0, 35)}qponmlk`, other)).toBeUndefined();
	});

	test('takes the most alike of several', () => {
		const papers: Paper[] = [
			[first, `${title} Again and Again`, other],
			[second, `${title} v2`, other],
			[third, `${title} Once More, with Feeling`, other],
		];
		expect(nearAmong(papers, title, abstract)).toBe(second);
	});

	test('goes by title and abstract together', () => {
		const papers: Paper[] = [
			[first, `${title} v2`, other],
			[second, `${title} v3`, abstract],
		];
		expect(nearAmong(papers, title, abstract)).toBe(second);
	});

	test('compares titles of three letters, and none of less', () => {
		expect(nearAmong([[first, 'ABC', abstract]], 'a b c', other)).toBe(first);
		expect(nearAmong([[first, 'AB', abstract]], 'a b', other)).toBeUndefined();
	});

	test('takes no title without letters for near another', () => {
		expect(nearAmong([[first, '?', abstract]], '!', other)).toBeUndefined();
	});

	test('remembers fifty papers of one beginning, so that a common one costs no more', () => {
		const kind = (number: number) => entryOf(`Towards efficient models of kind ${number}`, '');
		const index = createLikenessIndex([kind(60)]);
		for (let number = 0; number < 60; number++)
			addLikeness(index, `${number}` as PaperId, kind(number));
		expect(Array.from(index.buckets.values(), (papers) => papers.length)).toEqual([50, 0, 0]);
	});

	test('remembers papers by nothing else than what is looked for', () => {
		const index = createLikenessIndex([entryOf(title, abstract)]);
		addLikeness(index, first!, entryOf('Another', other));
		expect([...index.buckets.values()].flat()).toEqual([]);
	});

	test('goes by the eight smallest hashes of the runs of six words of an abstract', () => {
		const sketch = (text: string) => entrySketch.of(entryOf('Title', text));
		expect(sketch('one two three four five')).toEqual([]);
		expect(sketch('One two three, four five six.')).toEqual([2490306574]);
		const many = sketch(abstract);
		expect(many).toHaveLength(8);
		expect(many).toEqual(many.toSorted((a, b) => a - b));
		expect(many.every((hash) => hash >= 0)).toBe(true);
	});
});
