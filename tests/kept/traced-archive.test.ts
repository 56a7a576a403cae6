import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/kept/read-fields.ts';
import { traceArchive, type Read } from '../../src/kept/traced-archive.ts';
import type { ArchiveView } from '../../src/model/view.ts';
import { readContent, readLexicon } from '../../src/disk/content-folder.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { toyFolder } from '../support/toy-archive.ts';

/** An archive of two papers and a digest, as far as reading goes. */
function archiveOf(changes: Partial<Record<'title' | 'seen', unknown>> = {}): ArchiveView {
	const papers = new Map([
		['aaaaaaaaaa', { id: 'aaaaaaaaaa', title: 'First', seen: 1, ...changes }],
		['bbbbbbbbbb', { id: 'bbbbbbbbbb', title: 'Second', seen: 2 }],
	]);
	const digests = new Map([['2025-03-11', { id: '2025-03-11', number: 1 }]]);
	const parts = { papers, digests, systems: new Map(), topics: new Map(), years: ['2025'] };
	return parts as unknown as ArchiveView;
}

type Reading = (archive: ArchiveView) => unknown;

/** What reading notes, and whether an archive gives the same to the same reads. */
async function traceOf(read: Reading) {
	const traced = traceArchive(archiveOf());
	const { result, reads } = await traced.trace(async () => read(traced.archive));
	const isSame = (other: ArchiveView) => {
		const { sourceOf, readOf, sumOf } = traceArchive(other);
		return reads!.every(
			(read) => sumOf(readOf(sourceOf(read.source.name), read.fields)) === traced.sumOf(read),
		);
	};
	return { result, reads: reads?.map(nameOf), isSame };
}

/** A read as words: `papers aaaaaaaaaa ? title`. */
function nameOf({ source, fields }: Read): string {
	return [source.name, ...fields.names].join(' ');
}

const first: Reading = ({ papers }) => papers.get('aaaaaaaaaa' as never)!.title;

describe('what is read of an archive', () => {
	test('is what is read without the tracing', async () => {
		const { result } = await traceOf(({ papers, years }) => [
			{ ...papers.get('aaaaaaaaaa' as never)! },
			papers.has('cccccccccc' as never),
			papers.size,
			[...papers.keys()],
			years,
		]);
		expect(result).toEqual([
			{ id: 'aaaaaaaaaa', title: 'First', seen: 1 },
			false,
			2,
			['aaaaaaaaaa', 'bbbbbbbbbb'],
			['2025'],
		]);
	});

	test('is noted by field, and only that field matters', async () => {
		const { reads, isSame } = await traceOf(first);
		expect(reads).toEqual(['papers aaaaaaaaaa ? title']);
		expect(isSame(archiveOf({ seen: 9 }))).toBe(true);
		expect(isSame(archiveOf({ title: 'Another' }))).toBe(false);
	});

	test.each<[string, Reading]>([
		['spread', ({ papers }) => ({ ...papers.get('aaaaaaaaaa' as never) })],
		['asked for its keys', ({ papers }) => Object.keys(papers.get('aaaaaaaaaa' as never)!)],
		['asked for a field', ({ papers }) => 'seen' in papers.get('aaaaaaaaaa' as never)!],
		[
			'asked for a field of its own',
			({ papers }) => Object.hasOwn(papers.get('aaaaaaaaaa' as never)!, 'seen'),
		],
		['written as JSON', ({ papers }) => JSON.stringify(papers.get('aaaaaaaaaa' as never))],
	])('is all of an entry that is %s', async (_how, read) => {
		const { reads, isSame } = await traceOf(read);
		expect(reads).toEqual(['papers aaaaaaaaaa *']);
		expect(isSame(archiveOf())).toBe(true);
		expect(isSame(archiveOf({ seen: 9 }))).toBe(false);
	});

	test.each<[string, Reading]>([
		['looked up', ({ papers }) => papers.get('cccccccccc' as never)],
		['asked for', ({ papers }) => papers.has('cccccccccc' as never)],
	])('is also that an entry is not there, %s', async (_how, read) => {
		const { reads, isSame } = await traceOf(read);
		const grown = archiveOf();
		(grown.papers as unknown as Map<string, unknown>).set('cccccccccc', {});
		expect(reads).toEqual(['papers cccccccccc ?']);
		expect([isSame(archiveOf()), isSame(grown)]).toEqual([true, false]);
	});

	test.each<[string, Reading]>([
		['size', ({ papers }) => papers.size],
		['keys', ({ papers }) => [...papers.keys()]],
		['values', ({ papers }) => [...papers.values()]],
		['entries', ({ papers }) => [...papers.entries()]],
		['each', ({ papers }) => papers.forEach(() => {})],
		['itself', ({ digests }) => [...digests]],
	])('is everything where a whole map is read: %s', async (_how, read) => {
		expect((await traceOf(read)).reads).toBeUndefined();
	});

	test('is a part that is no map, as a whole', async () => {
		const { reads, isSame } = await traceOf(({ years }) => years[0]);
		expect(reads).toEqual(['years *']);
		const later = { ...archiveOf(), years: ['2025', '2026'] as never };
		expect([isSame(archiveOf()), isSame(later)]).toEqual([true, false]);
	});

	test('is summed up once, however many read it', () => {
		const archive = archiveOf();
		let looks = 0;
		const get = () => `title ${looks++}`;
		Object.defineProperty(archive.papers.get('aaaaaaaaaa' as never), 'title', { get });
		const { sourceOf, readOf, sumOf } = traceArchive(archive);
		const read = readOf(sourceOf('papers aaaaaaaaaa'), fieldsOf(['?', 'title']));
		const sums = Array.from({ length: 3 }, () => sumOf(read));
		expect([new Set(sums).size, looks]).toEqual([1, 1]);
	});

	test('is noted by action, and between two by none', async () => {
		const { archive, trace } = traceArchive(archiveOf());
		const one = await trace(async () => first(archive));
		expect([...archive.papers.keys()]).toHaveLength(2);
		const two = await trace(async () => archive.digests.get('2025-03-11' as never)!.number);
		expect([one.reads, two.reads].map((reads) => reads!.map(nameOf))).toEqual([
			['papers aaaaaaaaaa ? title'],
			['digests 2025-03-11 ? number'],
		]);
	});

	test('is noted no more after an action that failed', async () => {
		const { archive, trace } = traceArchive(archiveOf());
		await expect(
			trace(async () => {
				throw new Error('torn');
			}),
		).rejects.toThrow('torn');
		expect(first(archive)).toBe('First');
	});
});

test('all that pages may read is plain, so that its JSON tells it apart', async () => {
	const view = runPipeline(await readContent(toyFolder), await readLexicon());
	const { restoration: _restoration, ...archive } = view;
	const strange: string[] = [];
	const walk = (value: unknown, place: string): void => {
		if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
			strange.push(place);
		if (typeof value !== 'object' || value === null) return;
		const { constructor } = value;
		if (constructor !== Object && constructor !== Array) strange.push(place);
		for (const [name, part] of Object.entries(value)) walk(part, `${place}.${name}`);
	};
	for (const [part, value] of Object.entries(archive)) {
		if (!(value instanceof Map)) walk(value, part);
		else for (const [id, entry] of value) walk(entry, `${part} ${id}`);
	}
	expect(strange).toEqual([]);
});
