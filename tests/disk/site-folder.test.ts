import { existsSync, promises } from 'node:fs';
import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isReplaceable, placeOf, publish, swapFolder } from '../../src/disk/site-folder.ts';
import { temporaryFolder } from '../support/folders.ts';

describe('swapFolder', () => {
	async function prepare(...names: readonly string[]) {
		const folder = await temporaryFolder();
		for (const name of names) {
			await mkdir(join(folder, name));
			await writeFile(join(folder, name, 'index.html'), name);
		}
		const [fresh, place] = [join(folder, 'fresh'), join(folder, 'site')];
		return { folder, swap: () => swapFolder(fresh, place) };
	}

	test.each([
		['where there was none', ['fresh']],
		['in the place of another', ['fresh', 'site']],
		// Killed between the two renames, or before the last deletion.
		['after a swap that was cut short', ['fresh', 'site.offprint-old']],
		['after a swap that was not cleared', ['fresh', 'site', 'site.offprint-old']],
	])('puts a folder %s, and leaves nothing else', async (_name, names) => {
		const { folder, swap } = await prepare(...names);
		await swap();
		expect(await readdir(folder)).toEqual(['site']);
		expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toBe('fresh');
	});

	test('keeps the one before where it is told to', async () => {
		const { folder } = await prepare('fresh', 'site');
		await swapFolder(join(folder, 'fresh'), join(folder, 'site'), join(folder, 'spare'));
		expect(await readdir(folder)).toEqual(['site', 'spare']);
		expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toBe('fresh');
		expect(await readFile(join(folder, 'spare/index.html'), 'utf8')).toBe('site');
	});

	test('keeps what a swap that was cut short moved aside, when there is nothing new', async () => {
		const { folder, swap } = await prepare('site.offprint-old');
		await expect(swap()).rejects.toThrow('ENOENT');
		const [name] = await readdir(folder);
		expect(await readFile(join(folder, name!, 'index.html'), 'utf8')).toBe('site.offprint-old');
	});
});

test.each([
	[[], true],
	[['index.html', 'urls.txt'], true],
	[['index.html'], false],
	[['thesis.tex'], false],
])('a folder of %j may be replaced by a site: %s', async (names, expected) => {
	const folder = await temporaryFolder();
	for (const name of names) await writeFile(join(folder, name), '');
	expect(await isReplaceable(folder)).toBe(expected);
});

describe('publish', () => {
	/** Let folders be on file systems of their own. */
	function spreadOverDisks(): void {
		const { stat } = promises;
		let device = 0;
		Object.assign(promises, {
			stat: async (path: string) => Object.assign(await stat(path), { dev: device++ }),
		});
		syncBuiltinESMExports();
		onTestFinished(() => {
			Object.assign(promises, { stat });
			syncBuiltinESMExports();
		});
	}

	async function prepareSites(count: number) {
		const folder = await temporaryFolder();
		const sites = Array.from({ length: count }, (_, index) => join(folder, `fresh-${index}`));
		for (const site of sites) {
			await mkdir(site);
			for (let file = 0; file < 50; file++) await writeFile(join(site, `${file}`), site);
		}
		return { folder, sites, place: join(folder, 'out/site') };
	}

	test('copies to another file system, and leaves nothing else there', async () => {
		const { folder, sites, place } = await prepareSites(1);
		await mkdir(join(folder, 'out'));
		// Of a build that was killed while it copied.
		await mkdir(`${place}.offprint-new-999999999`);
		spreadOverDisks();
		await publish(sites[0]!, place);
		expect(await readdir(join(folder, 'out'))).toEqual(['site']);
		expect(await readdir(place)).toHaveLength(50);
	});

	test.each([
		['moves a site on one file system', () => {}, false],
		['copies it to another', spreadOverDisks, true],
	])('%s', async (_, prepare, isLeft) => {
		const { sites, place } = await prepareSites(1);
		prepare();
		expect(await publish(sites[0]!, place)).toBe(!isLeft);
		expect(existsSync(sites[0]!)).toBe(isLeft);
		expect(await readdir(place)).toHaveLength(50);
	});

	test('leaves the copy of a build that is alive, and what is no copy', async () => {
		const { folder, sites, place } = await prepareSites(1);
		const others = [`site.offprint-new-${process.pid}-1`, '999999999', 'other'];
		for (const name of others) await mkdir(join(folder, 'out', name), { recursive: true });
		await publish(sites[0]!, place);
		expect((await readdir(join(folder, 'out'))).toSorted()).toEqual(
			[...others, 'site'].toSorted(),
		);
	});

	test('puts one whole site there when several come at once', async () => {
		const { folder, sites, place } = await prepareSites(3);
		spreadOverDisks();
		await Promise.all(sites.map((site) => publish(site, place)));
		expect(await readdir(join(folder, 'out'))).toEqual(['site']);
		const texts = (await readdir(place)).map((name) => readFile(join(place, name), 'utf8'));
		const written = await Promise.all(texts);
		expect(written).toHaveLength(50);
		expect(new Set(written).size).toBe(1);
	});

	test('takes its copy away when the disk is full', async () => {
		const { folder, sites, place } = await prepareSites(1);
		spreadOverDisks();
		const { rename } = promises;
		Object.assign(promises, { rename: () => Promise.reject(new Error('full')) });
		syncBuiltinESMExports();
		await expect(publish(sites[0]!, place)).rejects.toThrow('full');
		Object.assign(promises, { rename });
		syncBuiltinESMExports();
		expect(await readdir(join(folder, 'out'))).toEqual([]);
	});
});

describe('placeOf', () => {
	test('follows a link, so that the site is written where it leads and the link stays', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'there'));
		await symlink(join(folder, 'there'), join(folder, 'dist'));
		expect(await placeOf(join(folder, 'dist'))).toBe(join(folder, 'there'));
		expect(await readlink(join(folder, 'dist'))).toBe(join(folder, 'there'));
		expect(await placeOf(join(folder, 'new'))).toBe(join(folder, 'new'));
	});

	test('is none for a link to nothing', async () => {
		const folder = await temporaryFolder();
		await symlink(join(folder, 'nowhere'), join(folder, 'dist'));
		expect(await placeOf(join(folder, 'dist'))).toBeUndefined();
	});
});
