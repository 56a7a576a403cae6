import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeViews } from '../../src/kept/kept-views.ts';
import { temporaryFolder } from '../support/folders.ts';

const address = { site: 'https://example.org', base: '/' };

async function writeViews(place: string, text: string): Promise<void> {
	for (const [folder, name] of [
		['server', 'entry.mjs'],
		['client', 'script.js'],
	] as const) {
		await mkdir(join(place, folder), { recursive: true });
		await writeFile(join(place, folder, name), text);
	}
}

/** A project whose compiler copies one file of its source, and counts. */
async function startProject() {
	const root = await temporaryFolder();
	await mkdir(join(root, 'src'));
	const write = (text: string) => writeFile(join(root, 'src', 'page.astro'), text);
	await write('first');
	let compiled = 0;
	const take = async (at = address) => {
		const assets = join(root, 'assets');
		await rm(assets, { recursive: true, force: true });
		const server = await takeViews(root, at, assets, async ({ base }, place) => {
			compiled++;
			const source = await readFile(join(root, 'src', 'page.astro'), 'utf8');
			await writeViews(place, `${base} ${source}`);
		});
		const entry = await readFile(join(server, 'entry.mjs'), 'utf8');
		expect(await readFile(join(assets, 'script.js'), 'utf8')).toBe(entry);
		return entry;
	};
	const keptFolder = join(root, '.cache', 'views');
	const kept = async () => (await readdir(keptFolder)).map((name) => join(keptFolder, name));
	return { root, write, take, kept, compiled: () => compiled };
}

describe('compiled pages', () => {
	test('are kept for the next build of the same code', async () => {
		const { take, compiled } = await startProject();
		expect([await take(), await take(), compiled()]).toEqual(['/ first', '/ first', 1]);
	});

	test('are begun before the caller goes on, who may be busy for long', async () => {
		const root = await temporaryFolder();
		let isBegun = false;
		const taken = takeViews(root, address, join(root, 'assets'), async (_address, place) => {
			isBegun = true;
			await writeViews(place, 'first');
		});
		expect(isBegun).toBe(true);
		await taken;
	});

	test('are compiled anew for other code and for another address', async () => {
		const { take, write, compiled } = await startProject();
		await take();
		expect(await take({ ...address, base: '/repo/' })).toBe('/repo/ first');
		await write('second');
		expect(await take()).toBe('/ second');
		expect(compiled()).toBe(3);
	});

	test.each([
		['cut', (folder: string) => writeFile(join(folder, 'server', 'entry.mjs'), '/ fi')],
		['foreign', (folder: string) => writeFile(join(folder, 'server', 'extra.mjs'), 'other')],
		['half written', (folder: string) => rm(join(folder, 'views.sha256'))],
		['lost', (folder: string) => rm(join(folder, 'server', 'entry.mjs'))],
	])('are compiled anew when what was kept is %s', async (_kind, damage) => {
		const { take, kept, compiled } = await startProject();
		await take();
		const [folder] = await kept();
		await damage(folder!);
		expect(await take()).toBe('/ first');
		expect(compiled()).toBe(2);
		expect(await readdir(join((await kept())[0]!, 'server'))).toEqual(['entry.mjs']);
	});

	test('that another build kept in the meantime stay where they are', async () => {
		const { root, kept } = await startProject();
		const take = (folder: string, meanwhile?: () => Promise<void>) =>
			takeViews(root, address, join(root, folder), async (_address, place) => {
				await writeViews(place, 'first');
				await meanwhile?.();
			});
		const inode = async () => (await stat((await kept())[0]!)).ino;
		let first: number | undefined;
		await take('one', async () => {
			await take('other');
			first = await inode();
		});
		expect(await inode()).toBe(first);
		expect(await readFile(join(root, 'one', 'script.js'), 'utf8')).toBe('first');
	});

	test('are kept for few addresses, the last used, but as long as a build may be at work on them', async () => {
		const { take, kept, compiled } = await startProject();
		for (const letter of 'abcdefghai') await take({ ...address, base: `/${letter}/` });
		expect(await kept()).toHaveLength(9);
		for (const folder of await kept()) {
			const anHourAgo = (await stat(folder)).mtimeMs / 1000 - 3600;
			await utimes(folder, anHourAgo, anHourAgo);
		}
		await take({ ...address, base: '/i/' });
		expect(await kept()).toHaveLength(8);
		await take({ ...address, base: '/a/' });
		expect(compiled()).toBe(9);
	});
});
