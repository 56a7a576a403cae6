import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPages } from '../../src/kept/kept-pages.ts';
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
	}: Build = {}) => {
		const papers = new Map([['aaaaaaaaaa', { title, other: {} }]]);
		const traced = traceArchive({ papers } as unknown as ArchiveView);
		const kept = openPages(root, 'content', { ...address, base }, key, traced);
		const shown = traced.archive.papers;
		const pageOf = (path: string) => ({ path, view, props, render: () => Promise.reject() });
		const texts = [
			await kept.take(pageOf('/papers/aaaaaaaaaa/'), async () =>
				Buffer.from(`“${shown.get('aaaaaaaaaa' as never)!.title}”, ${view}`),
			),
			await kept.take(pageOf('/papers/'), async () => Buffer.from(`${shown.size} paper`)),
		];
		kept.save();
		return { texts: texts.map(String), rendered: kept.count().made };
	};
	const file = async () => {
		const folder = join(root, '.cache', 'kept');
		const [name = ''] = await readdir(folder);
		const [pages = ''] = await readdir(join(folder, name));
		return join(folder, name, pages);
	};
	return { build, file };
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

	test.each([
		['cut', (bytes: Buffer) => bytes.subarray(0, -1)],
		['changed', (bytes: Buffer) => Buffer.from(bytes.toString().replace('“First”', '“Fixed”'))],
		['empty', () => Buffer.alloc(0)],
	])('is rendered again when what was kept is %s', async (_damage, damage) => {
		const { build, file } = await startProject();
		await build();
		await writeFile(await file(), damage(await readFile(await file())));
		expect(await build()).toEqual({ texts: ['“First”, paper', '1 paper'], rendered: 2 });
	});
});
