import { describe, expect, test } from 'vitest';
import { addLikeness, createLikenessIndex, nearMiss } from '../../src/archive/near-misses.ts';
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

	function indexOf(...papers: readonly Paper[]) {
		const index = createLikenessIndex();
		for (const [id, title_, abstract_] of papers) addLikeness(index, id!, title_, abstract_);
		return index;
	}

	test('finds nothing in an index without papers', () => {
		expect(nearMiss(createLikenessIndex(), title, abstract)).toBeUndefined();
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
		expect(nearMiss(indexOf([first, title, abstract]), title_, other)).toBe(first);
	});

	test('does not take papers for near whose titles only begin alike', () => {
		const shared = 'GEAR: An Efficient KV Cache';
		const index = indexOf([first, `${shared} Compression Recipe`, abstract]);
		expect(
			nearMiss(index, `${shared} for Robots That Fold Laundry at Home`, other),
		).toBeUndefined();
	});

	test('finds a paper by half of its abstract, and not by less', () => {
		const words = (from: number, to: number) =>
			Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');
		const index = indexOf([first, 'One Title', words(0, 100)]);
		expect(nearMiss(index, 'Another', words(30, 130))).toBe(first);
		expect(nearMiss(index, 'Another', words(60, 160))).toBeUndefined();
	});

	test('finds a paper by 85 % of the threes of letters of its title, and not by less', () => {
		const letters = 'abcdefghijklmnopqrstuvwxyz0123456789zyxwvu';
		const index = indexOf([first, letters, abstract]);
		// 34 and 33 of 40 in common.
		expect(nearMiss(index, `${letters.slice(0, 36)}qponml`, other)).toBe(first);
		expect(nearMiss(index, `${letters.slice(0, 35)}qponmlk`, other)).toBeUndefined();
	});

	test('takes the most alike of several', () => {
		const index = indexOf(
			[first, `${title} Again and Again`, other],
			[second, `${title} v2`, other],
			[third, `${title} Once More, with Feeling`, other],
		);
		expect(nearMiss(index, title, abstract)).toBe(second);
	});

	test('goes by title and abstract together', () => {
		const index = indexOf([first, `${title} v2`, other], [second, `${title} v3`, abstract]);
		expect(nearMiss(index, title, abstract)).toBe(second);
	});

	test('compares titles of three letters, and none of less', () => {
		expect(nearMiss(indexOf([first, 'ABC', abstract]), 'a b c', other)).toBe(first);
		expect(nearMiss(indexOf([first, 'AB', abstract]), 'a b', other)).toBeUndefined();
	});

	test('takes no title without letters for near another', () => {
		expect(nearMiss(indexOf([first, '?', abstract]), '!', other)).toBeUndefined();
	});

	test('remembers fifty papers of one beginning, so that a common one costs no more', () => {
		const index = createLikenessIndex();
		for (let number = 0; number < 60; number++)
			addLikeness(
				index,
				`${number}` as PaperId,
				`Towards efficient models of kind ${number}`,
				'',
			);
		const sizes = [...index.buckets].map(([key, papers]) => [key.split(' ')[0], papers.length]);
		expect(sizes.filter(([kind]) => kind === 'begins')).toEqual([['begins', 50]]);
	});

	test('keeps the eight smallest hashes of the runs of six words of an abstract', () => {
		const kept = (text: string) => {
			const { buckets } = indexOf([first, 'Title', text]);
			return [...buckets.keys()].filter((key) => key.startsWith('run '));
		};
		expect(kept('one two three four five')).toEqual([]);
		expect(kept('One two three, four five six.')).toEqual(['run 2490306574']);
		const many = kept(abstract).map((key) => Number(key.slice(4)));
		expect(many).toHaveLength(8);
		expect(many).toEqual(many.toSorted((a, b) => a - b));
		expect(many.every((hash) => hash >= 0)).toBe(true);
	});
});
