import { expect, test } from 'vitest';
import { entryFact } from '../../src/archive/entry-fact.ts';
import type { Entry } from '../../src/model/digest.ts';

const [one, two] = ['One', 'Two'].map((text): Entry => ({
	title: { text, line: 1, column: 1 },
	abstract: { text: '', line: 3, column: 1 },
})) as [Entry, Entry];

test('a fact of an entry is reckoned once, and not at all where it is known', () => {
	const reckoned: string[] = [];
	const fact = entryFact(({ title: { text } }) => {
		reckoned.push(text);
		return text.length;
	});
	fact.remember([two], [7]);
	expect([fact.of(one), fact.of(one), fact.of(two)]).toEqual([3, 3, 7]);
	expect(reckoned).toEqual(['One']);
});
