import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openResults } from '../../src/kept/kept-results.ts';
import { temporaryFolder } from '../support/folders.ts';

/** A project, and the results of one text of each run. */
async function startProject() {
	const root = await temporaryFolder();
	await mkdir(join(root, 'src', 'text'), { recursive: true });
	const write = (code: string) => writeFile(join(root, 'src', 'text', 'words.ts'), code);
	await write('first');
	let made = 0;
	const run = (text: string, content = 'content') => {
		const { keep, save } = openResults(root, content);
		const result = keep('names', [text], () => ({ length: text.length, made: ++made }));
		save();
		return result;
	};
	const file = async () => {
		const [folder] = await readdir(join(root, '.cache', 'kept'));
		return join(root, '.cache', 'kept', folder!, 'names');
	};
	return { run, write, file, made: () => made };
}

describe('results of an earlier run', () => {
	test('are taken for the same input', async () => {
		const { run, made } = await startProject();
		expect(run('one')).toEqual({ length: 3, made: 1 });
		expect(run('one')).toEqual({ length: 3, made: 1 });
		expect(made()).toBe(1);
	});

	test('are not taken for another input, another archive or other code', async () => {
		const { run, write, made } = await startProject();
		run('one');
		run('two');
		run('two', 'other');
		await write('second');
		run('two');
		expect(made()).toBe(4);
	});

	test('are told apart by the whole of an input, however long', async () => {
		const { run, made } = await startProject();
		const long = 'a list '.repeat(2000);
		run(`${long}one`);
		run(`${long}one`);
		run(`${long}two`);
		run(`${long}one`);
		expect(made()).toBe(3);
	});

	test('are told apart where parts of an input are cut otherwise, or are no text', async () => {
		const root = await temporaryFolder();
		const { keep } = openResults(root, 'content');
		const long = 'a'.repeat(10_000);
		const inputs = [
			[`${long}\ud800`],
			[`${long}\ud801`],
			[`${long}\ufffd`],
			[long, 'one'],
			[`${long}one`],
			['one', 'two'],
			['onet', 'wo'],
			['one3 two'],
			['one'],
			['', 'one'],
			['one', ''],
			['\ud800'],
			['\ud801'],
			['\ufffd'],
			['!"\\ud800"'],
		];
		const keptOf = (input: string[]) => keep('names', input, () => input);
		for (const input of inputs) expect(keptOf(input)).toEqual(input);
		for (const input of inputs) expect(keptOf(input)).toEqual(input);
	});

	test('of the archive as a whole are kept as they were found last', async () => {
		const root = await temporaryFolder();
		const { keep, save, count } = openResults(root, 'content');
		for (const input of ['before', 'after']) keep('judged', [input], () => input);
		save();
		expect(count('judged').all).toBe(1);
		const later = openResults(root, 'content');
		expect(later.keep('judged', ['after'], () => 'anew')).toBe('after');
		expect(later.keep('judged', ['before'], () => 'anew')).toBe('anew');
	});

	test('go when a run has no use for them', async () => {
		const { run, file } = await startProject();
		run('one');
		run('two');
		run('two');
		expect((await readFile(await file(), 'utf8')).trim().split('\n')).toHaveLength(2);
		expect(run('one')).toEqual({ length: 3, made: 3 });
	});

	test.each([
		['cut', (text: string) => text.slice(0, -2)],
		['changed by a letter', (text: string) => text.replace('"length":3', '"length":4')],
		['empty', () => ''],
		['of another kind', () => 'what is this'],
		['with a line more', (text: string) => `${text}${text.split('\n')[1]}\n`],
	])('that are %s are made anew', async (_damage, damage) => {
		const { run, file, made } = await startProject();
		run('one');
		await writeFile(await file(), damage(await readFile(await file(), 'utf8')));
		expect(run('one')).toEqual({ length: 3, made: 2 });
		expect([run('one'), made()]).toEqual([{ length: 3, made: 2 }, 2]);
	});

	test('are made anew, and kept, where a folder lies in their place', async () => {
		const { run, file, made } = await startProject();
		run('one');
		await rm(await file());
		await mkdir(join(await file(), 'folder'), { recursive: true });
		run('one');
		expect([run('one'), made()]).toEqual([{ length: 3, made: 2 }, 2]);
	});

	test('are made all the same where the disk refuses to keep them', async () => {
		const root = await temporaryFolder();
		await writeFile(join(root, '.cache'), 'no folder');
		const { keep, save } = openResults(root, 'content');
		expect(keep('restored', ['text'], () => 1)).toBe(1);
		save();
		expect(await readdir(root)).toEqual(['.cache']);
	});

	test('do not count before a run is done, and what it was told stays known to it', async () => {
		const root = await temporaryFolder();
		const first = openResults(root, 'content');
		expect(first.keep('names', ['a'], () => ({ made: 1 }))).toEqual({ made: 1 });
		expect(first.keep('names', ['b'], () => 'ü')).toBe('ü');
		expect(first.keep('names', ['a'], () => 2)).toEqual({ made: 1 });
		const second = openResults(root, 'content');
		expect(second.keep('names', ['a'], () => 3)).toBe(3);
		second.save();
		expect(openResults(root, 'content').keep('names', ['a'], () => 4)).toBe(3);
		expect(first.keep('names', ['b'], () => 5)).toBe('ü');
		const third = openResults(root, 'content');
		expect(third.keep('names', ['a'], () => 6)).toBe(3);
		expect(third.keep('names', ['c'], () => 7)).toBe(7);
		third.save();
		const names = [...'abc'].map((input) => [input] as const);
		const { keep } = openResults(root, 'content');
		expect(names.map((name) => keep('names', name, () => 8))).toEqual([3, 8, 7]);
	});

	test('that could not be made are not kept', async () => {
		const root = await temporaryFolder();
		const { keep, save } = openResults(root, 'content');
		expect(keep('restored', ['text'], () => undefined)).toBeUndefined();
		save();
		expect(openResults(root, 'content').keep('restored', ['text'], () => 1)).toBe(1);
	});
});
