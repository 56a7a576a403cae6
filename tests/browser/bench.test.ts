import { expect, inject, test } from 'vitest';
import { measureReading } from '../../scripts/bench/measure-reading.ts';

test('the bench counts what a first view, a first search and the next one fetch', async () => {
	const { firstView, firstSearch, nextSearch } = await measureReading(inject('site'), 1);
	expect(firstView.requests).toBeGreaterThan(2);
	expect(firstView.bytes).toBeGreaterThan(5_000);
	// The page with its scripts, the index, and what is shown of the papers that are found.
	expect(firstSearch.requests).toBeGreaterThan(firstView.requests);
	expect(firstSearch.bytes).toBeGreaterThan(20_000);
	expect(nextSearch.bytes).toBeLessThan(firstSearch.bytes);
	for (const { wall } of [firstView, firstSearch, nextSearch]) expect(wall).toBeGreaterThan(0);
});
