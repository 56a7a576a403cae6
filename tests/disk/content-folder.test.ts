import { promises } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
	changeContent,
	isReplaceable,
	readContent,
	swapFolder,
} from '../../src/disk/content-folder.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';
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
		await writeFile(join(folder, 'ledger.jsonl'), 'old');
		const { dumps, ledger } = await readContent(folder);
		expect(String(ledger)).toBe('new');
		expect(dumps.map(({ file }) => basename(file.path))).toEqual(['2025-03-01.txt']);
	});
});

describe('changeContent', () => {
	test('adds to what is there, on lines of its own', async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'ledger.jsonl'), '{"id":0}');
		await writeContent(folder);
		expect(await readFile(join(folder, 'ledger.jsonl'), 'utf8')).toBe(
			`{"id":0}\n${change.ledger}`,
		);
		expect(await readdir(join(folder, 'dumps'))).toEqual([...change.dumps.keys()]);
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
		expect(renamed).toHaveLength(1 + change.dumps.size + 3);
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
			() => change,
		);
		await expect(failing).rejects.toThrow('refused');
		expect(await fingerprint(folder)).toEqual(before);
	});
});

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
