import { describe, expect, test } from 'vitest';
import { proposeTopics } from '../../../src/enrich/topics/propose-topics.ts';
import { papersOf } from './vocabulary.ts';

type Text = readonly [title: string, abstract: string];

/** Papers on other things, so that three of them are few. */
const others = Array.from({ length: 40 }, (_, index): Text => [
	`W${index}x and V${index}y`,
	`Paper ${index} speaks of u${index}x, with natural language for a t${index}y.`,
]);

function proposed(...texts: readonly Text[]) {
	const papers = [...texts, ...others].flatMap(([title, abstract], index) =>
		papersOf([abstract], title).map((paper) => ({
			...paper,
			id: `q${index}` as typeof paper.id,
		})),
	);
	return proposeTopics(papers).topics.map(({ name, papers: holders }) => [name, holders.length]);
}

const decoding: readonly Text[] = [
	['On Speculative Decoding', 'We study speculative decoding.'],
	['Speculative Decoding, Again', 'Here speculative decoding is fast.'],
	['Third', 'With speculative-decoding too.'],
];

describe('a machine proposes', () => {
	test('what titles say and their abstracts speak of, in all its forms', () => {
		expect(proposed(...decoding)).toEqual([['speculative decoding', 3]]);
	});

	test('nothing that two papers have', () => {
		expect(proposed(...decoding.slice(0, 2))).toEqual([]);
	});

	test('nothing that titles do not say', () => {
		const texts: readonly Text[] = decoding.map(([, abstract], index) => [
			`T${index}`,
			abstract,
		]);
		expect(proposed(...texts)).toEqual([]);
	});

	test('nothing that only titles say', () => {
		const texts: readonly Text[] = ['A', 'B', 'C'].map((name) => [
			`${name}: Technical Report`,
			`It is ${name}.`,
		]);
		expect(proposed(...texts)).toEqual([]);
	});

	test('no beginning of a longer phrase, nor its end', () => {
		const texts: readonly Text[] = ['first', 'second', 'third'].map((word) => [
			`The ${word}: Neural Tangent Kernels`,
			`On neural tangent kernels in a ${word} way.`,
		]);
		expect(proposed(...texts)).toEqual([['neural tangent kernels', 3]]);
	});

	test('abbreviations as they are written', () => {
		const texts: readonly Text[] = ['a', 'b', 'c'].map((word) => [
			`${word}: KV Cache`,
			`The KV cache of ${word}.`,
		]);
		expect(proposed(...texts)).toEqual([['KV cache', 3]]);
	});
});

test('each paper has those proposed for it, the largest first', () => {
	const papers = decoding.flatMap(([title, abstract]) => papersOf([abstract], title));
	expect([...proposeTopics(papers).keysOf.values()].every((keys) => keys.length > 0)).toBe(true);
	expect(proposeTopics([])).toEqual({ topics: [], keysOf: new Map() });
});
