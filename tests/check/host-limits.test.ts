import { expect, test } from 'vitest';
import { bytesByKind } from '../../src/check/bytes-by-kind.ts';
import { checkSizes, papersThatFit } from '../../src/check/host-limits.ts';

const siteOf = (bytes: number, file = '/papers/0123456789/index.html') =>
	new Map(Array.from({ length: 20 }, (_, index) => [`${file}${index}`, bytes / 20] as const));

test.each([
	[0.69e9, []],
	[0.71e9, ['nearly-too-large']],
	[0.94e9, ['nearly-too-large']],
	[0.96e9, ['too-large']],
])('a site of %d bytes is found to be %j', (bytes, rules) => {
	expect(checkSizes(siteOf(bytes)).map(({ rule }) => rule)).toEqual(rules);
});

test('a file larger than the host takes is refused', () => {
	const [finding] = checkSizes(new Map([['/data/archive.sqlite.gz', 101_000_000]]));
	expect(finding).toMatchObject({ rule: 'too-large', file: '/data/archive.sqlite.gz' });
});

test('a host that takes more is told so, and takes larger files', () => {
	expect(checkSizes(siteOf(1.3e9), 2e9)).toEqual([]);
	expect(checkSizes(siteOf(2.1e9), 2e9)[0]?.message).toMatch(
		/^2100 MB, more than 95 % of the 2 GB that the host takes\. If your host takes more, say so by `hostSize`/,
	);
	const [finding] = checkSizes(siteOf(1.5e9), 2e9);
	expect(finding?.message).toMatch(/^1500 MB, more than 70 % of the 2 GB/);
});

test('what a large site can shed is told in order, with what each frees', () => {
	const sizes = new Map([
		...siteOf(0.7e9),
		['/data/archive.sqlite.gz', 40e6],
		['/feeds/topics/agents.xml', 30e6],
		['/feeds/topics/speech.xml', 30e6],
	]);
	const [{ message } = { message: '' }] = checkSizes(sizes);
	expect(message).toContain(
		'the abstracts in the database (40 MB), the feeds of topics and systems (60 MB)',
	);
});

test('room is left for as many papers as the first ones took', () => {
	expect(papersThatFit(100e6, 5_000)).toBe(42_500);
	expect(papersThatFit(960e6, 5_000)).toBe(0);
	expect(papersThatFit(1e6, 0)).toBe(0);
	expect(papersThatFit(960e6, 5_000, 2e9)).toBe(4_895);
});

test('bytes are counted by kind, most first', () => {
	const sizes = new Map([
		['/index.html', 1],
		['/papers/0123456789/index.html', 5],
		['/papers/a/index.html', 2],
		['/topics/agents/2025/index.html', 3],
		['/search-index/texts/0.packed', 4],
		['/papers/abcdefghjk/index.html', 5],
	]);
	expect(bytesByKind(sizes).map(({ kind, files, bytes }) => [kind, files, bytes])).toEqual([
		['papers', 2, 10],
		['texts of the search', 1, 4],
		['topics', 1, 3],
		['lists of papers', 1, 2],
		['others', 1, 1],
	]);
});
