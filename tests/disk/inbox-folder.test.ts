import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clearInbox, readInbox } from '../../src/disk/inbox-folder.ts';
import { temporaryFolder } from '../support/folders.ts';

/** A folder with these files, whose text is their name if none is given. */
async function inboxOf(...files: readonly (readonly [name: string, text?: string])[]) {
	const folder = await temporaryFolder();
	for (const [name, text = name] of files) {
		await mkdir(join(folder, name, '..'), { recursive: true });
		await writeFile(join(folder, name), text);
	}
	return folder;
}

describe('readInbox', () => {
	test('finds nothing in a folder that is not there, and says what is wrong with one that is none', async () => {
		const folder = await inboxOf(['file']);
		expect(await readInbox(join(folder, 'nowhere'))).toEqual([]);
		await expect(readInbox(join(folder, 'file'))).rejects.toThrow('ENOTDIR');
	});

	test('takes files of all names in all folders, with the year that a folder is named by', async () => {
		const folder = await inboxOf(['a.txt'], ['2025/b'], ['2025/more/c'], ['20251/d']);
		const found = await readInbox(folder);
		expect(found.map(({ fileName, year }) => [fileName, year]).toSorted()).toEqual([
			['a.txt', undefined],
			['b', 2025],
			['c', undefined],
			['d', undefined],
		]);
		expect(found.map(({ path }) => path)).toContain(join(folder, '2025/b'));
	});

	test('leaves out its own guide and what is hidden', async () => {
		const folder = await inboxOf(['README.md'], ['.gitkeep'], ['.git/a'], ['2025/README.md']);
		const found = await readInbox(folder);
		expect(found.map(({ path }) => path)).toEqual([join(folder, '2025/README.md')]);
	});

	test('is in the order of the bytes, not of the names', async () => {
		const texts = ['one', 'two', 'three', 'four', 'one'];
		const folder = await inboxOf(...texts.map((text, index) => [`${index}`, text] as const));
		const found = await readInbox(folder);
		const sums = found.map(({ sha256 }) => sha256);
		expect(sums).toEqual(sums.toSorted());
		// Of equal bytes, the first name comes first.
		const equal = found.filter(({ file }) => String(file) === 'one');
		expect(equal.map(({ fileName }) => fileName)).toEqual(['0', '4']);
	});
});

test('clearInbox takes files out, but for those that are others by now', async () => {
	const folder = await inboxOf(['a'], ['b'], ['c']);
	const found = await readInbox(folder);
	await writeFile(join(folder, 'b'), 'another dump');
	await clearInbox(found.filter(({ fileName }) => fileName !== 'c'));
	// What is gone already is no harm.
	await clearInbox(found.filter(({ fileName }) => fileName === 'a'));
	expect((await readdir(folder)).toSorted()).toEqual(['b', 'c']);
});
