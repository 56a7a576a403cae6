import { describe, expect, test } from 'vitest';
import { writePages, type TakePage } from '../../src/build/write-pages.ts';

const page = (path: string, text: string, status = 200) => ({
	path,
	view: 'page.astro',
	props: undefined,
	render: async () => (status === 200 ? text : new Response(text, { status })),
});

const renderAnew: TakePage = (_page, _file, render) => render();

describe('pages are written', () => {
	test('where the host looks for them', async () => {
		const pages = [
			page('/', 'home'),
			page('/papers/abc/', 'paper'),
			{ ...page('/urls.txt', ''), render: async () => new Response('list') },
			page('/404/', 'lost'),
		];
		const done: number[] = [];
		const written: string[] = [];
		const write = (file: string, bytes: Buffer) => written.push(`${file} ${String(bytes)}`);
		const leave = () => {};
		await writePages(pages, { write, leave }, renderAnew, (count) => done.push(count));
		expect(written).toEqual([
			'/index.html home',
			'/papers/abc/index.html paper',
			'/urls.txt list',
			'/404.html lost',
		]);
		expect(done).toEqual([1, 2, 3, 4]);
	});

	test('unless they are there', async () => {
		const calls: string[] = [];
		const writer = {
			write: (file: string) => calls.push(`write ${file}`),
			leave: (file: string) => calls.push(`leave ${file}`),
		};
		const take: TakePage = async (_page, file, render) =>
			file === '/a/index.html' ? undefined : render();
		await writePages([page('/a/', 'a'), page('/b/', 'b')], writer, take, () => {});
		expect(calls).toEqual(['leave /a/index.html', 'write /b/index.html']);
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
			writePages(pages, { write: () => {}, leave: () => {} }, renderAnew, () => {}),
		).rejects.toThrow(message);
	});
});
