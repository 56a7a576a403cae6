import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSite, siteFiles } from '../../src/check/site-files.ts';
import { openFileWriter } from '../../src/kept/file-writer.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';

test('files are written where they belong, however many', async () => {
	const folder = await temporaryFolder();
	const writer = openFileWriter(folder);
	const paths = Array.from({ length: 150 }, (_, number) => `/papers/${number}/index.html`);
	for (const path of paths) writer.write(path, `“${path}”`);
	writer.write('/data/bytes', Uint8Array.of(0, 255));
	await writer.finish();
	expect(Object.keys(await fingerprint(folder))).toHaveLength(151);
	expect(await readFile(join(folder, paths[77]!), 'utf8')).toBe('“/papers/77/index.html”');
	expect([...(await readFile(join(folder, 'data/bytes')))]).toEqual([0, 255]);
});

test('a file that cannot be written is told, by the next file or at the end', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'papers'), 'a file');
	const writer = openFileWriter(folder);
	writer.write('/papers/index.html', 'text');
	await expect(writer.finish()).rejects.toThrow(/EEXIST|ENOTDIR/);
	expect(() => writer.write('/other', 'text')).toThrow(/EEXIST|ENOTDIR/);
});

test('one that is stopped writes no more', async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, 'papers'));
	const writer = openFileWriter(folder);
	writer.write('/papers/index.html', 'text');
	await writer.stop();
	expect(await fingerprint(folder)).toEqual({});
});

test('a folder written beside is taken over', async () => {
	const folder = await temporaryFolder();
	const [from, site] = [join(folder, 'beside'), join(folder, 'site')];
	await mkdir(join(from, 'texts'), { recursive: true });
	await writeFile(join(from, 'texts/0'), 'text');
	const writer = openFileWriter(site);
	writer.adopt(from, '/search-index/');
	const { states } = await writer.finish();
	expect(siteFiles(states)).toEqual(listSite(site));
	expect(Object.keys(await fingerprint(site))).toEqual(['search-index/texts/0']);
});
