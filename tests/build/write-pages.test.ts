import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePages, type TakePage } from '../../src/build/write-pages.ts';
import { temporaryFolder } from '../support/folders.ts';

const page = (path: string, text: string, status = 200) => ({
	path,
	view: 'page.astro',
	props: undefined,
	render: async () => new Response(text, { status }),
});

const renderAnew: TakePage = (_page, render) => render();

describe('pages are written', () => {
	test('where the host looks for them', async () => {
		const folder = await temporaryFolder();
		const pages = [
			page('/', 'home'),
			page('/papers/abc/', 'paper'),
			page('/urls.txt', 'list'),
			page('/404/', 'lost', 404),
		];
		const done: number[] = [];
		await writePages(pages, folder, renderAnew, (count) => done.push(count));
		const files = ['index.html', 'papers/abc/index.html', 'urls.txt', '404.html'];
		const texts = files.map((file) => readFile(join(folder, file), 'utf8'));
		expect(await Promise.all(texts)).toEqual(['home', 'paper', 'list', 'lost']);
		expect(done).toEqual([1, 2, 3, 4]);
	});

	test.each([
		[
			'two are of one address',
			[page('/a/', '1'), page('/a/', '2')],
			'Two pages want to be /a/',
		],
		['one answers with an error', [page('/a/', 'why', 500)], '/a/ answers with 500: why'],
	])('unless %s', async (_case, pages, message) => {
		await expect(
			writePages(pages, await temporaryFolder(), renderAnew, () => {}),
		).rejects.toThrow(message);
	});
});
