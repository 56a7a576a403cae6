import { describe, expect, test } from 'vitest';
import { nearestTexts } from '../../../src/enrich/related/nearest-texts.ts';
import { textsOfWords } from '../../support/texts-of-words.ts';

const texts = textsOfWords(260).map((abstract) => ({ title: '', abstract }));

describe('the papers nearest to each', () => {
	test.each([
		['one paper more', 259, 260],
		['none', 260, 260],
		['many more', 185, 240],
		['so many more that what terms tell is counted anew', 250, 256],
		['the first', 0, 9],
		['where hardly any share a word', 3, 12],
	])('with %s are those that are found among all', (_case, before, after) => {
		const known = nearestTexts(texts.slice(0, before));
		expect(nearestTexts(texts.slice(0, after), known)).toEqual(
			nearestTexts(texts.slice(0, after)),
		);
	});

	test('grow one after another into what is found at once', () => {
		let known = nearestTexts(texts.slice(0, 190));
		for (let count = 191; count <= 220; count++)
			known = nearestTexts(texts.slice(0, count), known);
		expect(known).toEqual(nearestTexts(texts.slice(0, 220)));
	});

	test('stay as they are known where no new one is near', () => {
		const known = nearestTexts(texts.slice(0, 200));
		const marked = { ...known, nearest: known.nearest.map(() => [7]) };
		const { nearest } = nearestTexts([...texts.slice(0, 200), texts[0]!], marked);
		const stay = nearest.filter((list) => list.length === 1);
		expect(stay.length).toBeGreaterThan(100);
		expect(nearest[0]![0]).toBe(200);
	});
});
