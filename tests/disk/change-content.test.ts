import { promises } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changeContent } from '../../src/disk/change-content.ts';
import { BusyError } from '../../src/disk/lock.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { dumpFile } from '../support/content.ts';
import { change, writeContent } from '../support/write-content.ts';

const hidden = async (folder: string) =>
	(await readdir(folder)).filter((name) => name.startsWith('.'));

/** Turn the order in which folders are listed, and note what is renamed. */
function watchRenames(turn: (names: string[]) => string[]): string[] {
	const renamed: string[] = [];
	const { rename, readdir: list } = promises;
	Object.assign(promises, {
		rename: (from: string, to: string) => {
			renamed.push(basename(to));
			return rename(from, to);
		},
		readdir: async (path: string) => turn(await list(path)),
	});
	syncBuiltinESMExports();
	onTestFinished(() => {
		Object.assign(promises, { rename, readdir: list });
		syncBuiltinESMExports();
	});
	return renamed;
}

describe('changeContent', () => {
	test('commits nothing where a folder that it writes to can only be read', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'dumps'));
		await writeFile(join(folder, 'dumps/2025-03-01.txt'), 'Dump of day 1\n');
		const before = await fingerprint(folder);
		// For who may do everything no folder is.
		const { access } = promises;
		const refuse = async (path: string) => {
			if (basename(path) === 'dumps')
				throw Object.assign(new Error('EACCES'), { code: 'EACCES', path });
		};
		Object.assign(promises, { access: refuse });
		syncBuiltinESMExports();
		onTestFinished(() => {
			Object.assign(promises, { access });
			syncBuiltinESMExports();
		});
		await expect(writeContent(folder)).rejects.toThrow('EACCES');
		expect([await fingerprint(folder), await hidden(folder)]).toEqual([before, []]);
	});

	test('writes what changed beside what is there', async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'ledger.jsonl'), '{"id":0}\n');
		await writeContent(folder);
		expect(await readFile(join(folder, 'ledger.jsonl'), 'utf8')).toBe(
			`{"id":0}\n${change.ledger}`,
		);
		expect(await readdir(join(folder, 'dumps'))).toEqual(
			change.dumps.map(({ file }) => file.path),
		);
		expect(await hidden(folder)).toEqual([]);
	});

	test.each([
		['sorted', (names: string[]) => names.toSorted()],
		['the other way round', (names: string[]) => names.toSorted().toReversed()],
		[
			'from the ledger on',
			(names: string[]) =>
				names.toSorted(
					(a, b) => Number(b === 'ledger.jsonl') - Number(a === 'ledger.jsonl'),
				),
		],
	])('puts the ledger into its place last, with folders listed %s', async (_name, turn) => {
		const folder = await temporaryFolder();
		const renamed = watchRenames(turn);
		await writeContent(folder);
		expect(renamed[0]).toBe('.commit');
		expect(renamed.at(-1)).toBe('ledger.jsonl');
		expect(renamed).toHaveLength(1 + change.dumps.length + 4);
	});

	test('finishes what was committed before, and drops what was not', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, '.commit'));
		await writeFile(join(folder, '.commit/ledger.jsonl'), '{"id":0}\n');
		await mkdir(join(folder, '.ingest'));
		await writeFile(join(folder, '.ingest/names.jsonl'), 'half');
		await writeContent(folder);
		expect(await readFile(join(folder, 'ledger.jsonl'), 'utf8')).toBe(
			`{"id":0}\n${change.ledger}`,
		);
		expect(await readFile(join(folder, 'names.jsonl'), 'utf8')).toBe(change.names);
		expect(await hidden(folder)).toEqual([]);
	});

	test('writes nothing and holds nothing when the plan fails', async () => {
		const folder = await temporaryFolder();
		await writeContent(folder);
		const before = await fingerprint(folder);
		const failing = changeContent(
			folder,
			() => {
				throw new Error('refused');
			},
			(content) => content,
		);
		await expect(failing).rejects.toThrow('refused');
		expect(await fingerprint(folder)).toEqual(before);
	});

	test('syncs all that it writes before it commits, and all that it moves after', async () => {
		const folder = await temporaryFolder();
		const events: string[] = [];
		const { open, rename } = promises;
		Object.assign(promises, {
			rename: (from: string, to: string) => {
				events.push(`rename ${basename(to)}`);
				return rename(from, to);
			},
			open: async (...parameters: Parameters<typeof open>) => {
				const handle = await open(...parameters);
				const { sync } = handle;
				handle.sync = () => {
					events.push(`sync ${basename(String(parameters[0]))}`);
					return sync.call(handle);
				};
				return handle;
			},
		});
		syncBuiltinESMExports();
		onTestFinished(() => {
			Object.assign(promises, { open, rename });
			syncBuiltinESMExports();
		});
		const value = '{"id":0}\n';
		await changeContent(
			folder,
			(content) => content,
			(content) => ({ ...content, ledger: new VFile({ path: 'ledger.jsonl', value }) }),
		);
		expect(events).toEqual([
			'sync ledger.jsonl',
			'sync .ingest',
			'rename .commit',
			`sync ${basename(folder)}`,
			'rename ledger.jsonl',
			'sync dumps',
			`sync ${basename(folder)}`,
		]);
	});

	test('leaves nothing behind when the disk is full', async () => {
		const folder = await temporaryFolder();
		const { rename } = promises;
		const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
		Object.assign(promises, { rename: () => Promise.reject(full) });
		syncBuiltinESMExports();
		onTestFinished(() => {
			Object.assign(promises, { rename });
			syncBuiltinESMExports();
		});
		await expect(writeContent(folder)).rejects.toThrow('full');
		expect(await readdir(folder)).toEqual([]);
	});

	test('takes a dump away when one of the other kind comes under its name, and no other file', async () => {
		const folder = await temporaryFolder();
		await writeContent(folder);
		await changeContent(
			folder,
			(content) => content,
			(content) => ({
				...content,
				dumps: content.dumps.map((dump) =>
					dump.file.stem === '2025-03-02' ? dumpFile('2025-03-02.json', '[]') : dump,
				),
			}),
		);
		expect((await readdir(join(folder, 'dumps'))).toSorted()).toEqual([
			'2025-03-02.json',
			'2025-03-03.txt',
			'2025-03-04.txt',
		]);
		expect(await readFile(join(folder, 'ledger.jsonl'), 'utf8')).toBe(change.ledger);
	});

	test('does not touch a folder in which nothing changes', async () => {
		const folder = await temporaryFolder();
		await changeContent(
			folder,
			(content) => content,
			(content) => content,
		);
		expect(await readdir(folder)).toEqual([]);
	});

	test('writes nothing when another process took the lock away, and leaves that one’s work alone', async () => {
		const folder = await temporaryFolder();
		const late = changeContent(
			folder,
			async (content) => {
				await writeFile(join(folder, '.lock'), '4711 another-machine\n');
				return content;
			},
			(content) => ({ ...content, ledger: new VFile({ path: 'ledger.jsonl', value: 'x' }) }),
		);
		await expect(late).rejects.toThrow(BusyError);
		expect((await readdir(folder)).toSorted()).toEqual(['.ingest', '.lock']);
	});
});
