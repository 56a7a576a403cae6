import { describe, expect, test } from 'vitest';
import { nearestWords } from '../../../src/search/engine/nearest-words.ts';

const magnitudes = new Map(
	Object.entries({
		transformer: 8,
		transform: 3,
		mamba: 4,
		mambas: 1,
		lmuformer: 0,
		long: 7,
		context: 7,
		camera: 2,
		chimera: 0,
		optimizer: 2,
		optimised: 3,
		monarch: 0,
		mixer: 0,
		zzz: 0,
	}),
);
const vocabulary = {
	words: Array.from(magnitudes, ([word, magnitude]) => ({ word, magnitude })),
	magnitudes,
	names: new Map([['chimera', 'Chimera']]),
};

describe('nearestWords', () => {
	test.each([
		['transfomer', 'transformer'],
		['mmaba', 'mamba'],
		['LMUFromer', 'lmuformer'],
		// Rather a slip than another form.
		['optimier', 'optimizer'],
		// A name, if it is written as one.
		['Chmera', 'chimera'],
		['chmera', 'camera'],
		// Two words, also where one paper alone has them.
		['longcontext', 'long context'],
		['monarchmixer', 'monarch mixer'],
		// Three letters of one paper are no word.
		['zzzmamba', undefined],
		['zzyzzyx', undefined],
		['ab', undefined],
	])('%s is %s', (word, nearest) => {
		expect(nearestWords(vocabulary, word)[0]).toBe(nearest);
	});

	test('offers one form of a word', () => {
		expect(nearestWords(vocabulary, 'mmaba')).toEqual(['mamba']);
	});
});
