import { execFileSync } from 'node:child_process';
import { promises } from 'node:fs';
import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contentPaths, readContent, readDump } from '../../src/disk/content-folder.ts';
import { BusyError } from '../../src/disk/lock.ts';
import { readArchive } from '../../src/pipeline.ts';
import { errorNames } from '../support/content.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';
import { change, writeContent } from '../support/write-content.ts';

/** Do something to the disk just before a file of this name is read. */
function beforeReading(name: string, action: () => Promise<unknown>): void {
	const { readFile } = promises;
	const restore = () => {
		Object.assign(promises, { readFile });
		syncBuiltinESMExports();
	};
	Object.assign(promises, {
		readFile: async (...parameters: Parameters<typeof readFile>) => {
			if (basename(String(parameters[0])) === name) await action();
			return readFile(...parameters);
		},
	});
	syncBuiltinESMExports();
	onTestFinished(restore);
}

describe('readContent', () => {
	test('takes a folder that is not there for an empty archive', async () => {
		const { dumps, ledger } = await readContent(join(await temporaryFolder(), 'nowhere'));
		expect([dumps, String(ledger)]).toEqual([[], '']);
	});

	test('goes by the project’s lists of topics and systems where a folder has none of its own', async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'topics.yaml'), '');
		const { topics, systems } = await readContent(folder);
		const own = await readContent(join(root, 'content'));
		expect([String(topics), String(systems)]).toEqual(['', String(own.systems)]);
	});

	test('has dumps by name, and leaves out what is hidden', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'dumps'));
		const names = ['2025-03-12.txt', '2025-03-11.json', '.2025-03-10.txt', 'notes.md'];
		for (const name of names) await writeFile(join(folder, 'dumps', name), name);
		const { dumps } = await readContent(folder);
		expect(dumps.map(({ file }) => [file.basename, String(file)])).toEqual(
			['2025-03-11.json', '2025-03-12.txt', 'notes.md'].map((name) => [name, name]),
		);
	});

	test('reads a dump that is to be replaced by one of the other kind as gone', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'dumps'));
		await writeFile(join(folder, 'dumps/2025-03-11.txt'), 'old');
		await mkdir(join(folder, '.commit'));
		await writeFile(join(folder, '.commit/2025-03-11.json'), 'new');
		const { dumps } = await readContent(folder);
		expect(dumps.map(({ file }) => [file.path, String(file)])).toEqual([
			[join(folder, 'dumps/2025-03-11.json'), 'new'],
		]);
	});

	test('says what is wrong with a dump, and reads none of it', async () => {
		const folder = await temporaryFolder();
		const large = join(folder, 'large.txt');
		await writeFile(large, '');
		await truncate(large, 16 * 1024 * 1024);
		expect((await readDump(large)).file.messages).toEqual([]);
		await truncate(large, 16 * 1024 * 1024 + 1);
		await writeFile(join(folder, 'a\u001b[1m.txt'), 'text');
		const said = async (name: string) => {
			const { file } = await readDump(join(folder, name));
			return [file.value.length, ...file.messages.map(({ ruleId }) => ruleId)];
		};
		expect(await said('large.txt')).toEqual([0, 'too-large']);
		expect(await said('a\u001b[1m.txt')).toEqual([0, 'unsafe-file-name']);
		expect((await readDump(large)).file.messages[0]!.reason).toContain('17 MB');
		await expect(readDump(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
	});

	test('names files as a person who stands here would', async () => {
		const here = join(process.cwd(), 'package.json');
		expect((await readDump(here)).file.path).toBe('package.json');
		const { file } = await readDump(process.cwd());
		expect([file.path, file.messages[0]!.ruleId]).toEqual([process.cwd(), 'not-a-file']);
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'a.txt'), '');
		expect((await readDump(join(folder, 'a.txt'))).file.path).toBe(join(folder, 'a.txt'));
	});

	test('never reads what was not committed', async () => {
		const folder = await temporaryFolder();
		await writeContent(folder);
		await mkdir(join(folder, '.ingest'));
		await writeFile(join(folder, '.ingest/ledger.jsonl'), '{"id":');
		expect(String((await readContent(folder)).ledger)).toBe(change.ledger);
	});

	test('reads what was committed and is not in its place yet as done', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, '.commit'));
		await writeFile(join(folder, '.commit/ledger.jsonl'), 'new');
		await writeFile(join(folder, '.commit/2025-03-01.txt'), 'dump');
		await mkdir(join(folder, 'dumps'));
		await writeFile(join(folder, 'dumps/2025-03-02.txt'), 'dump');
		await writeFile(join(folder, 'ledger.jsonl'), 'old');
		const { dumps, ledger } = await readContent(folder);
		expect(String(ledger)).toBe('new');
		expect(dumps.map(({ file }) => basename(file.path))).toEqual([
			'2025-03-01.txt',
			'2025-03-02.txt',
		]);
	});

	test('reads what belongs together, though a change is put into its place meanwhile', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, '.commit'));
		for (const [name, text] of [
			['names.jsonl', 'old'],
			['ledger.jsonl', 'old'],
			['.commit/names.jsonl', 'new'],
			['.commit/ledger.jsonl', 'new'],
		] as const)
			await writeFile(join(folder, name), text);
		let isDone = false;
		// Someone puts everything into its place after the journal was listed.
		beforeReading('ledger.jsonl', async () => {
			if (isDone) return;
			isDone = true;
			for (const name of ['names.jsonl', 'ledger.jsonl'])
				await rename(join(folder, '.commit', name), join(folder, name));
			await rm(join(folder, '.commit'), { recursive: true });
		});
		const { names, ledger } = await readContent(folder);
		expect([isDone, String(names), String(ledger)]).toEqual([true, 'new', 'new']);
	});

	test('gives up on a folder that never stays as it is', async () => {
		const folder = await temporaryFolder();
		let turn = 0;
		await writeFile(join(folder, 'ledger.jsonl'), 'x');
		beforeReading('ledger.jsonl', () => writeFile(join(folder, 'names.jsonl'), `${turn++}`));
		await expect(readContent(folder)).rejects.toThrow(BusyError);
	});

	const files = Object.values(contentPaths).filter((name) => name !== 'dumps');
	test.each(files)(
		'refuses a link and a pipe in the place of %s, without waiting',
		async (name) => {
			const folder = await temporaryFolder();
			await writeFile(join(folder, 'elsewhere'), '');
			for (const make of [
				() => symlink(join(folder, 'elsewhere'), join(folder, name)),
				() => symlink('/dev/zero', join(folder, name)),
				() => Promise.resolve(execFileSync('mkfifo', [join(folder, name)])),
				() => mkdir(join(folder, name)),
			]) {
				await make();
				const content = await readContent(folder);
				expect(errorNames(() => readArchive(content))).toContain('not-a-file');
				await rm(join(folder, name), { recursive: true });
			}
		},
	);

	test('refuses a link in the place of the folder of dumps', async () => {
		const folder = await temporaryFolder();
		await symlink('/', join(folder, 'dumps'));
		await expect(readContent(folder)).rejects.toThrow('Unexpected link, expected a folder');
	});
});
