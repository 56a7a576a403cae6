import { expect, test } from 'vitest';
import { partsOf } from '../../src/components/parts.ts';

test.each([
	[[], [[]]],
	[[1, 2], [[1, 2]]],
	[
		[1, 2, 3],
		[[1, 2], [3]],
	],
])('%j in parts of two', (items, parts) => {
	const found = partsOf(items, 2);
	expect(found.map(({ items }) => items)).toEqual(parts);
	expect(found.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1));
	expect(found.every(({ of }) => of === parts.length)).toBe(true);
});
