import { expect, test } from 'vitest';
import { increment, mostFrequent, totalOf, type Tally } from '../../../src/enrich/names/tally.ts';

test('the most frequent is the same in whatever order it was counted', () => {
	for (const order of ['ba', 'ab']) {
		const tally: Tally = new Map();
		for (const key of order + order) increment(tally, key);
		expect(mostFrequent(tally)).toBe('a');
		increment(tally, 'b');
		expect(mostFrequent(tally)).toBe('b');
		expect(totalOf(tally)).toBe(5);
	}
	expect(mostFrequent(new Map())).toBeUndefined();
});
