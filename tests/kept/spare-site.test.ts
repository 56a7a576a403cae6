import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSite, siteFiles } from '../../src/check/site-files.ts';
import { formatSums } from '../../src/check/sums.ts';
import { swapFolder } from '../../src/disk/site-folder.ts';
import { openFileWriter } from '../../src/kept/file-writer.ts';
import { isAsBuilt, remember } from '../../src/kept/last-site.ts';
import { sha256 } from '../../src/kept/source-key.ts';
import { placeForSpare, takeSpare } from '../../src/kept/spare-site.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';

type Files = Readonly<Record<string, string>>;

const first: Files = {
	'/index.html': 'home',
	'/papers/a/index.html': 'a',
	'/papers/b/index.html': 'b',
	'/data/papers.csv': 'a,b',
};
const second: Files = { ...first, '/index.html': 'home 2' };
const { '/papers/b/index.html': _, ...left } = second;
const third: Files = { ...left, '/papers/c/index.html': 'c' };

/** A project whose site is made as a build makes it. */
async function startProject() {
	const root = await temporaryFolder();
	const [out, site] = [join(root, 'dist'), join(root, '.cache', 'builds', 'site')];
	const stampOf = async (path: string) =>
		`${path} ${(await stat(join(out, path), { bigint: true })).mtimeNs}`;
	const before = new Set<string>();
	/** Make a site; gives which of its files it wrote. */
	const build = async (files: Files) => {
		const writer = openFileWriter(site, takeSpare(root, out, site));
		for (const [path, text] of Object.entries(files)) writer.write(path, text);
		const { states } = await writer.finish();
		expect(siteFiles(states)).toEqual(listSite(site));
		expect(existsSync(join(site, 'manifest.sha256'))).toBe(false);
		const sums = new Map(Object.entries(files).map(([path, text]) => [path, sha256(text)]));
		await writeFile(join(site, 'manifest.sha256'), formatSums(sums));
		await swapFolder(site, out, placeForSpare(root, out));
		remember(root, out, 'key');
		const written: string[] = [];
		for (const path of Object.keys(files)) {
			const stamp = await stampOf(path);
			if (!before.has(stamp)) written.push(path);
			before.add(stamp);
		}
		const { 'manifest.sha256': _manifest, ...found } = await fingerprint(out);
		const expected = Object.fromEntries([...sums].map(([path, sum]) => [path.slice(1), sum]));
		expect(found).toEqual(expected);
		expect(isAsBuilt(root, out, 'key')).toBe(true);
		return written;
	};
	return { root, out, build };
}

describe('the site before the last', () => {
	test('is made into the next one: only what differs is written, and what is gone goes', async () => {
		const { out, build } = await startProject();
		expect(await build(first)).toEqual(Object.keys(first));
		expect(await build(second)).toEqual(Object.keys(second));
		expect(await build(third)).toEqual(['/index.html', '/papers/c/index.html']);
		expect(existsSync(join(out, 'papers/b'))).toBe(false);
		expect(await build(third)).toEqual(['/papers/c/index.html']);
		expect(await build(third)).toEqual([]);
	});

	test.each<[string, (spare: string) => Promise<unknown>]>([
		['a file was changed', (spare) => writeFile(join(spare, 'papers/a/index.html'), 'x')],
		[
			'a file was changed behind the clock',
			async (spare) => {
				const file = join(spare, 'papers/a/index.html');
				const { atime, mtime } = await stat(file);
				await writeFile(file, 'x');
				await utimes(file, atime, mtime);
			},
		],
		['a file was added', (spare) => writeFile(join(spare, 'papers/x.html'), 'x')],
		['a file is gone', (spare) => rm(join(spare, 'data/papers.csv'))],
		[
			'a folder leads elsewhere',
			async (spare) => {
				await rename(join(spare, 'papers'), join(spare, '../../papers'));
				await symlink(join(spare, '../../papers'), join(spare, 'papers'));
			},
		],
		['its record is gone', (spare) => rm(join(spare, '../record'))],
		['it is empty', (spare) => rm(spare, { recursive: true }).then(() => mkdir(spare))],
	])('is not built on where %s', async (_case, damage) => {
		const { root, build } = await startProject();
		await build(first);
		await build(second);
		const spares = join(root, '.cache/spares');
		await damage(join(spares, sha256(join(root, 'dist')).slice(0, 32), 'site'));
		expect(await build(third)).toEqual(Object.keys(third));
	});

	test('is not kept where nobody knows how it was built', async () => {
		const { root, build } = await startProject();
		await build(first);
		await rm(join(root, '.cache/sites'), { recursive: true });
		await build(second);
		expect(existsSync(join(root, '.cache/spares'))).toBe(false);
	});
});
