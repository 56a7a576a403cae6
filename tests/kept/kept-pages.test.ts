import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sums } from '../../src/check/sums.ts';
import { openPages } from '../../src/kept/kept-pages.ts';
import { sha256 } from '../../src/kept/source-key.ts';
import { traceArchive } from '../../src/kept/traced-archive.ts';
import type { ArchiveView } from '../../src/model/view.ts';
import { temporaryFolder } from '../support/folders.ts';

const address = { site: 'https://example.org', base: '/' };

interface Build {
	readonly title?: string;
	readonly props?: unknown;
	readonly view?: string;
	readonly key?: string;
	readonly base?: string;
	readonly there?: Sums;
}

/** Builds of a page that shows the title of a paper, and of one that shows how many there are. */
async function startProject() {
	const root = await temporaryFolder();
	const build = async ({
		title = 'First',
		props,
		view = 'paper',
		key = 'code',
		base = '/',
		there = new Map(),
	}: Build = {}) => {
		const papers = new Map([['aaaaaaaaaa', { title, other: {} }]]);
		const traced = traceArchive({ papers } as unknown as ArchiveView);
		const place = { root, content: 'content', address: { ...address, base }, key, there };
		const kept = openPages(place, traced);
		const shown = traced.archive.papers;
		const pageOf = (path: string) => ({ path, view, props, render: () => Promise.reject() });
		const texts = [
			await kept.take(pageOf('/papers/aaaaaaaaaa/'), '/a', async () =>
				Buffer.from(`“${shown.get('aaaaaaaaaa' as never)!.title}”, ${view}`),
			),
			await kept.take(pageOf('/papers/'), '/papers', async () =>
				Buffer.from(`${shown.size} paper`),
			),
		];
		kept.save();
		return { texts: texts.map(String), rendered: kept.count().made };
	};
	/** Where the pages are kept, and where their bytes are. */
	const files = async () => {
		const folder = join(root, '.cache', 'kept');
		const [name = ''] = await readdir(folder);
		const names = (await readdir(join(folder, name))).toSorted();
		return names.map((file) => join(folder, name, file));
	};
	return { build, files };
}

describe('a page', () => {
	test('is rendered once, and again only where it went through all papers', async () => {
		const { build } = await startProject();
		const texts = ['“First”, paper', '1 paper'];
		expect(await build()).toEqual({ texts, rendered: 2 });
		expect(await build()).toEqual({ texts, rendered: 1 });
		expect(await build()).toEqual({ texts, rendered: 1 });
	});

	test.each<[string, Build, string]>([
		['what it reads is another', { title: 'Second' }, '“Second”, paper'],
		['its properties are others', { props: { part: 2 } }, '“First”, paper'],
		['another component makes it', { view: 'former' }, '“First”, former'],
		['the code is other', { key: 'other' }, '“First”, paper'],
		['the site is for another place', { base: '/repo/' }, '“First”, paper'],
	])('is rendered again when %s', async (_case, change, text) => {
		const { build } = await startProject();
		await build();
		expect(await build(change)).toEqual({ texts: [text, '1 paper'], rendered: 2 });
	});

	const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
		['cut', (bytes) => bytes.subarray(0, -1)],
		['changed', (bytes) => Buffer.from(bytes.map((byte) => byte ^ 1))],
		['empty', () => Buffer.alloc(0)],
	];
	test.each(
		damages.flatMap((damage) => [
			['what is known of it', 0, ...damage] as const,
			['what was kept', 1, ...damage] as const,
		]),
	)('is rendered again when %s (%i) is %s', async (_what, number, _damage, damage) => {
		const { build, files } = await startProject();
		await build();
		const file = (await files())[number]!;
		await writeFile(file, damage(await readFile(file)));
		expect(await build()).toEqual({ texts: ['“First”, paper', '1 paper'], rendered: 2 });
		expect((await build()).rendered).toBe(1);
	});

	test('is rendered again where a folder lies in the place of what was kept', async () => {
		const { build, files } = await startProject();
		await build();
		const [, bytes = ''] = await files();
		await rm(bytes);
		await mkdir(bytes);
		const texts = ['“First”, paper', '1 paper'];
		expect(await build()).toEqual({ texts, rendered: 2 });
		expect(await build()).toEqual({ texts, rendered: 2 });
	});

	test('is not read where its file is there as it is to be', async () => {
		const { build } = await startProject();
		await build();
		const there = new Map([['/a', sha256('“First”, paper')]]);
		const texts = ['“First”, paper', '1 paper'];
		expect(await build({ there })).toEqual({ texts: ['undefined', '1 paper'], rendered: 1 });
		expect(await build({ there: new Map([['/a', sha256('other')]]) })).toEqual({
			texts,
			rendered: 1,
		});
	});

	test('leaves little behind: bytes that no page has any more make room', async () => {
		const { build, files } = await startProject();
		for (let number = 0; number < 20; number++) await build({ title: `Title ${number}` });
		const [, bytes = ''] = await files();
		expect((await readFile(bytes)).length).toBeLessThan(100);
		expect(await build({ title: 'Title 19' })).toEqual({
			texts: ['“Title 19”, paper', '1 paper'],
			rendered: 1,
		});
	});
});

test('of two pages of one entry, the one is rendered again that reads what changed', async () => {
	const root = await temporaryFolder();
	const place = { root, content: 'content', address, key: 'code', there: new Map() };
	const build = async (title: string, seen: number) => {
		const papers = new Map([['aaaaaaaaaa', { title, seen }]]);
		const traced = traceArchive({ papers } as unknown as ArchiveView);
		const kept = openPages(place, traced);
		const paper = () => traced.archive.papers.get('aaaaaaaaaa' as never)!;
		const rendered: string[] = [];
		const take = async (path: string, text: () => string) => {
			const page = { path, view: path, props: undefined, render: () => Promise.reject() };
			await kept.take(page, path, async () => {
				rendered.push(path);
				return Buffer.from(text());
			});
		};
		await take('title', () => paper().title);
		await take('both', () => `${paper().seen} ${paper().title}`);
		kept.save();
		return rendered;
	};
	expect(await build('First', 1)).toEqual(['title', 'both']);
	expect(await build('First', 1)).toEqual([]);
	expect(await build('First', 2)).toEqual(['both']);
	expect(await build('First', 2)).toEqual([]);
	expect(await build('Second', 2)).toEqual(['title', 'both']);
	expect(await build('First', 1)).toEqual(['title', 'both']);
});
