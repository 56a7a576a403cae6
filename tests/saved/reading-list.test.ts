import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day, PaperId } from '../../src/model/id.ts';
import { mergeSaved, parseSaved, type SavedPaper } from '../../src/saved/reading-list.ts';
import { formatEntries } from '../../src/saved/list-file.ts';

const gear: SavedPaper = {
	id: 'k3v9q2x7mf' as PaperId,
	title: 'GEAR: An Efficient KV Cache',
	firstSeen: '2025-03-11' as Day,
	saved: '2026-05-03T09:30:00.000Z',
	read: false,
};
const water: SavedPaper = {
	...gear,
	id: '2m4x8c1z0p' as PaperId,
	title: 'H₂O',
	titleTex: 'H$_2$O',
	saved: '2026-05-04T09:30:00.000Z',
	read: true,
};

describe('parseSaved', () => {
	test('reads what was written, newest first', () => {
		expect(parseSaved(formatEntries([gear, water]))).toEqual({
			papers: [water, gear],
			rejected: [],
		});
	});

	test('reads an exported file, whatever else stands in it', () => {
		const text = formatEntries([{ ...gear, url: 'https://example.org/' }], { site: 'x' });
		expect(parseSaved(text)?.papers).toEqual([gear]);
	});

	test.each([
		['', 'nothing'],
		['{', 'no JSON'],
		['null', 'nothing in JSON'],
		['[]', 'another kind of JSON'],
		['{"kind":"bookmarks","version":1,"papers":[]}', 'another program’s'],
		['{"kind":"offprint-reading-list","version":2,"papers":[]}', 'a later version'],
		['{"kind":"offprint-reading-list","version":1,"papers":{}}', 'no list'],
	])('takes %s for no reading list: %s', (text) => {
		expect(parseSaved(text)).toBeUndefined();
	});

	test.each([
		null,
		7,
		'k3v9q2x7mf',
		{},
		{ ...gear, id: '../../evil' },
		{ ...gear, id: 'K3V9Q2X7MF' },
		{ ...gear, title: ' ' },
		{ ...gear, title: ['x'] },
		{ ...gear, title: 'x'.repeat(5_000) },
		{ ...gear, titleTex: 1 },
		{ ...gear, firstSeen: '2025-02-30' },
		{ ...gear, saved: 'yesterday' },
		{ ...gear, saved: '2026-99-99T09:30:00.000Z' },
		{ ...gear, read: 'no' },
	])('rejects an entry that is no paper: %j', (entry) => {
		expect(parseSaved(formatEntries([entry, water]))).toEqual({
			papers: [water],
			rejected: [entry],
		});
	});

	test('throws at nothing', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), (entries) => {
				expect(parseSaved(formatEntries(entries))?.papers).toEqual([]);
			}),
		);
		fc.assert(fc.property(fc.string(), (text) => void parseSaved(text)));
	});
});

describe('mergeSaved', () => {
	test('keeps the first list’s words, the earlier day, and what was read in either', () => {
		const other = {
			...gear,
			title: 'GEAR',
			saved: '2025-12-01T00:00:00.000Z',
			read: true,
		};
		expect(mergeSaved([gear], [other, water])).toEqual([
			water,
			{ ...gear, saved: other.saved, read: true },
		]);
	});

	test('loses no paper, and changes nothing the second time', () => {
		const paper = fc.record({
			id: fc.constantFrom('k3v9q2x7mf', '2m4x8c1z0p', 'aaaaaaaaaa') as fc.Arbitrary<PaperId>,
			title: fc.constantFrom('A', 'B'),
			firstSeen: fc.constant('2025-03-11' as Day),
			saved: fc.constantFrom(gear.saved, water.saved),
			read: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(paper), fc.array(paper), (first, second) => {
				const merged = mergeSaved(first, second);
				expect(new Set(merged.map(({ id }) => id))).toEqual(
					new Set([...first, ...second].map(({ id }) => id)),
				);
				expect(mergeSaved(merged, second)).toEqual(merged);
			}),
		);
	});
});
