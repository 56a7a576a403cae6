import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAsBuilt, remember, siteKey } from '../../src/kept/last-site.ts';
import { listSite } from '../../src/check/site-files.ts';
import { temporaryFolder } from '../support/folders.ts';

/** A project with content and a site that was just built from it. */
async function startProject() {
	const root = await temporaryFolder();
	const [content, out] = [join(root, 'content'), join(root, 'dist')];
	for (const folder of ['src', 'content', 'dist']) await mkdir(join(root, folder));
	await writeFile(join(root, 'src', 'page.astro'), 'page');
	await writeFile(join(content, 'ledger.jsonl'), 'ledger');
	await writeFile(join(out, 'index.html'), 'home');
	const key = (base = '/') => siteKey(root, { site: 'https://example.org', base, content });
	remember(root, out, key());
	return { root, content, out, isDone: (base?: string) => isAsBuilt(root, out, key(base)) };
}

describe('a site', () => {
	test('stands as it was built while nothing changes', async () => {
		const { isDone } = await startProject();
		expect(isDone()).toBe(true);
	});

	test.each([
		['the code', 'src/page.astro'],
		['the content', 'content/ledger.jsonl'],
		['a file of the site', 'dist/index.html'],
	])('is to be built again after a change of %s', async (_what, file) => {
		const { root, isDone } = await startProject();
		await writeFile(join(root, file), 'else');
		expect(isDone()).toBe(false);
	});

	test('is to be built again when a file was added, or the site or the record is gone', async () => {
		const { root, out, isDone } = await startProject();
		await writeFile(join(out, 'extra.html'), 'extra');
		expect(isDone()).toBe(false);
		await rm(join(out, 'extra.html'));
		await rm(join(root, '.cache'), { recursive: true });
		expect(isDone()).toBe(false);
	});

	test('stands as it was found before it was put there', async () => {
		const { root, out, isDone } = await startProject();
		await mkdir(join(out, 'a', 'b'), { recursive: true });
		for (const file of ['a/b/c.html', 'a-b.html', 'a+.html'])
			await writeFile(join(out, file), file);
		const key = siteKey(root, {
			site: 'https://example.org',
			base: '/',
			content: join(root, 'content'),
		});
		remember(root, out, key, listSite(out).states);
		expect(isDone()).toBe(true);
		await writeFile(join(out, 'a-b.html'), 'else');
		expect(isDone()).toBe(false);
	});

	test('is another at another address', async () => {
		const { isDone } = await startProject();
		expect(isDone('/repo/')).toBe(false);
	});
});
