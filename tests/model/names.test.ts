import { describe, expect, test } from 'vitest';
import { mintPages } from '../../src/archive/mint-pages.ts';
import type { PaperId } from '../../src/model/id.ts';
import { lineOf, linesByKey, pagesBySlug, type NameLine } from '../../src/model/names.ts';

const [one, two] = ['aaaaaaaaaa', 'bbbbbbbbbb'] as [PaperId, PaperId];
const system = (slug: string, paper?: PaperId): NameLine => ({
	kind: 'system',
	slug,
	key: 'hydra',
	paper,
});
const topic: NameLine = { kind: 'topic', slug: 'caches', key: 'caches' };
const years = { ...topic, pages: 'years' } as const;
const months = { ...topic, pages: 'months' } as const;

describe('lineOf', () => {
	const find = { kind: 'system', key: 'hydra', name: 'Hydra' } as const;

	test('is the line of the paper, or of what it was merged into', () => {
		const lines = linesByKey([system('hydra', one), system('hydra-2', two)]);
		expect(lineOf({ ...find, paper: two }, lines)?.slug).toBe('hydra-2');
		const three = 'cccccccccc' as PaperId;
		expect(lineOf({ ...find, paper: three }, lines)).toBeUndefined();
		const target = (id: PaperId) => (id === two ? three : id);
		expect(lineOf({ ...find, paper: three }, lines, target)?.slug).toBe('hydra-2');
	});

	test('is the line without a paper, if none is of the paper', () => {
		const lines = linesByKey([system('hydra', one), system('hydra-2')]);
		expect(lineOf({ ...find, paper: two }, lines)?.slug).toBe('hydra-2');
		expect(lineOf({ ...find, paper: one }, lines)?.slug).toBe('hydra');
	});

	test('is the first of its key for a name without a paper', () => {
		const lines = linesByKey([system('hydra', one), system('hydra-2')]);
		expect(lineOf(find, lines)?.slug).toBe('hydra');
	});

	test('is that of a former name, and of the name itself before it', () => {
		const lines = linesByKey([topic, { ...topic, slug: 'stores', key: 'stores' }]);
		const renamed = {
			kind: 'topic',
			key: 'memory',
			name: 'memory',
			formerKeys: ['stores'],
		} as const;
		expect(lineOf(renamed, lines)?.slug).toBe('stores');
		expect(lineOf({ ...renamed, key: 'caches' }, lines)?.slug).toBe('caches');
		expect(lineOf({ ...renamed, formerKeys: [] }, lines)).toBeUndefined();
	});

	test('is never one that only gives more pages', () => {
		expect(lineOf({ kind: 'topic', key: 'caches', name: 'caches' }, linesByKey([years]))).toBe(
			undefined,
		);
	});
});

test('a topic is paged as finely as it ever was', () => {
	expect([...pagesBySlug([topic])]).toEqual([]);
	expect([...pagesBySlug([topic, years])]).toEqual([['caches', 'years']]);
	expect([...pagesBySlug([months, years])]).toEqual([['caches', 'months']]);
	expect([...pagesBySlug([years, months])]).toEqual([['caches', 'months']]);
});

describe('mintPages', () => {
	const find = { kind: 'topic', key: 'caches', name: 'caches' } as const;
	test.each([
		['pages that it does not have', [topic], 'years', [years]],
		['finer ones than it has', [topic, years], 'months', [months]],
		['none that it has', [topic, years], 'years', []],
		['none that are coarser', [topic, months], 'years', []],
		['none without an address', [], 'years', []],
		['none that are not asked for', [topic], undefined, []],
	] as const)('gives a topic %s', (_, names, pages, expected) => {
		expect(mintPages(names, [{ ...find, pages }])).toEqual(expected);
	});
});
