import { describe, expect, test } from 'vitest';
import { papersWithAbstracts } from '../../src/digests/entry-abstracts.ts';
import type { EntryView } from '../../src/model/digest-view.ts';
import type { PaperId } from '../../src/model/id.ts';
import type { PaperView } from '../../src/model/paper-view.ts';

/** As many of so many papers as have their abstracts on the digest's page, each of so many characters. */
function carriedOf(count: number, characters: number): PaperId[] {
	const ids = Array.from({ length: count }, (_, index) => `paper${index}` as PaperId);
	const paper = { html: 'x'.repeat(characters) } as PaperView;
	const entries = ids.map((id) => ({ paper: id }) as EntryView);
	return [...papersWithAbstracts(entries, new Map(ids.map((id) => [id, paper])))];
}

describe('a digest’s page carries abstracts', () => {
	test('of all papers, where they are few', () => {
		expect(carriedOf(10, 1_500)).toHaveLength(10);
	});

	test('of the first ones, where they are many', () => {
		const carried = carriedOf(60, 1_500);
		expect(carried.length).toBeGreaterThan(10);
		expect(carried.length).toBeLessThan(60);
		expect(carried).toEqual(carried.map((_, index) => `paper${index}`));
	});

	test('of none, where their titles fill it', () => {
		expect(carriedOf(135, 1_500)).toEqual([]);
	});
});
