import { promises } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changeContent } from '../../src/disk/change-content.ts';
import { BusyError } from '../../src/disk/lock.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
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
