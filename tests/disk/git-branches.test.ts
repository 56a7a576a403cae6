import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	readFormerDumps,
	readMergeSides,
	readPublishedRegisters,
} from '../../src/disk/git-branches.ts';
import { noSides, type DumpFile } from '../../src/model/content.ts';
import { dumpFile } from '../support/content.ts';
import { sharedFolder } from '../support/folders.ts';
import { createGitArchive, type GitArchive } from '../support/git-archive.ts';

const place = sharedFolder();

/** A repository whose content has these files; what else is done to it comes after. */
async function createArchive(files: Readonly<Record<string, string>>): Promise<GitArchive> {
	// Without attributes, so that Git leaves every conflict to a person.
	const archive = createGitArchive(place, false);
	await mkdir(join(archive.content, 'dumps'));
	await commit(archive, files);
	return archive;
}

async function commit(archive: GitArchive, files: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, text] of Object.entries(files))
		await writeFile(join(archive.content, name), text);
	archive.git('add', '.');
	archive.git('commit', '--quiet', '--message', 'Change');
}

/** Change files on a branch `side` and on `main`, and merge them as far as Git can. */
async function merge(
	archive: GitArchive,
	ours: Readonly<Record<string, string>>,
	theirs: Readonly<Record<string, string>>,
): Promise<void> {
	archive.git('switch', '--quiet', '--create', 'side');
	await commit(archive, theirs);
	archive.git('switch', '--quiet', 'main');
	await commit(archive, ours);
	archive.try('merge', '--quiet', '--no-edit', 'side');
}

const described = (dumps: readonly DumpFile[]) =>
	dumps.map(({ file, sha256 }) => [file.basename, String(file), sha256]).toSorted();
const asDump = (name: string, text: string) => [name, text, dumpFile(name, text).sha256];

describe('readMergeSides', () => {
	test('has nothing to tell where no merge is under way', async () => {
		const archive = await createArchive({ 'ledger.jsonl': 'one\n' });
		expect(await readMergeSides(archive.content)).toEqual(noSides);
		expect(await readMergeSides(place)).toEqual(noSides);
	});

	test('tells what either branch has, and what both began with of the corrections', async () => {
		const name = 'dumps/2025-03-11.txt';
		const files = ['dumps.sha256', 'ledger.jsonl', 'names.jsonl', 'register.jsonl'];
		const allOf = (text: string) =>
			Object.fromEntries(
				[...files, 'corrections.yaml'].map((file) => [file, `${text} ${file}\n`]),
			);
		const archive = await createArchive({ ...allOf('before'), 'dumps/notes.md': 'before' });
		await merge(
			archive,
			{ ...allOf('ours'), [name]: 'our dump', 'dumps/notes.md': 'ours' },
			{ ...allOf('theirs'), [name]: 'their dump', 'dumps/notes.md': 'theirs' },
		);
		const { dumps, texts, correctionsBefore } = await readMergeSides(archive.content);
		expect(described(dumps)).toEqual([
			asDump('2025-03-11.txt', 'our dump'),
			asDump('2025-03-11.txt', 'their dump'),
		]);
		const both = (file: string) => [`ours ${file}\n`, `theirs ${file}\n`];
		expect(texts).toEqual({
			manifest: both('dumps.sha256'),
			ledger: both('ledger.jsonl'),
			names: both('names.jsonl'),
			register: both('register.jsonl'),
		});
		expect(correctionsBefore).toBe('before corrections.yaml\n');
	});

	test('tells of no corrections before, where there were none', async () => {
		const archive = await createArchive({ 'ledger.jsonl': 'one\n' });
		await merge(archive, { 'corrections.yaml': 'a\n' }, { 'corrections.yaml': 'b\n' });
		const { dumps, texts, correctionsBefore } = await readMergeSides(archive.content);
		expect([dumps, texts, correctionsBefore]).toEqual([[], noSides.texts, undefined]);
	});

	test('leaves out what both began with of a dump', async () => {
		const archive = await createArchive({ 'dumps/2025-03-11.txt': 'before' });
		await merge(
			archive,
			{ 'dumps/2025-03-11.txt': 'ours' },
			{ 'dumps/2025-03-11.txt': 'theirs' },
		);
		const { dumps } = await readMergeSides(archive.content);
		expect(dumps.map(({ file }) => String(file))).toEqual(['ours', 'theirs']);
	});
});

describe('what Git lists and has not', () => {
	test('is named, and how to mend it', async () => {
		const archive = await createArchive({ 'ledger.jsonl': 'one\n' });
		await merge(archive, { 'ledger.jsonl': 'two\n' }, { 'ledger.jsonl': 'three\n' });
		const blob = archive.git('rev-parse', ':3:content/ledger.jsonl').trim();
		const place = join('.git/objects', blob.slice(0, 2), blob.slice(2));
		await rm(join(archive.folder, place));
		await expect(readMergeSides(archive.content)).rejects.toThrow(
			`${blob}, and cannot read it. Run \`git fsck\``,
		);
	});
});

describe('readFormerDumps', () => {
	test('finds every text that a name had on any branch, those that are gone too', async () => {
		const archive = await createArchive({
			'dumps/2025-03-11.txt': 'one',
			'dumps/2025-03-12.txt': 'alone',
			'dumps/notes.md': 'one',
		});
		archive.git('switch', '--quiet', '--create', 'side');
		await commit(archive, { 'dumps/2025-03-11.txt': 'two', 'dumps/notes.md': 'two' });
		archive.git('switch', '--quiet', 'main');
		archive.git('rm', '--quiet', 'content/dumps/2025-03-11.txt');
		archive.git('commit', '--quiet', '--message', 'Remove');
		const present = [dumpFile('2025-03-12.txt', 'alone')];
		expect(described(await readFormerDumps(archive.content, present))).toEqual([
			asDump('2025-03-11.txt', 'one'),
			asDump('2025-03-11.txt', 'two'),
		]);
	});

	test('finds nothing where no name had two texts, or there is no repository', async () => {
		const archive = await createArchive({ 'dumps/2025-03-11.txt': 'one' });
		await commit(archive, { 'dumps/2025-03-12.txt': 'one' });
		archive.git('mv', 'content/dumps/2025-03-12.txt', 'content/dumps/2025-03-13.txt');
		archive.git('commit', '--quiet', '--message', 'Move');
		const days = ['2025-03-11', '2025-03-12', '2025-03-13'];
		const present = days.map((day) => dumpFile(`${day}.txt`, 'one'));
		expect(await readFormerDumps(archive.content, present)).toEqual([]);
		expect(described(await readFormerDumps(archive.content, present.slice(1)))).toEqual([
			asDump('2025-03-11.txt', 'one'),
		]);
		expect(await readFormerDumps(place, [])).toEqual([]);
	});
});

describe('readPublishedRegisters', () => {
	test('gives those of the remote, the newest first', async () => {
		const origin = await createArchive({ 'register.jsonl': 'one\n' });
		await commit(origin, { 'register.jsonl': 'one\ntwo\n' });
		await commit(origin, { 'ledger.jsonl': 'no register\n' });
		const clone = origin.clone();
		await commit(clone, { 'register.jsonl': 'mine\n' });
		expect(await readPublishedRegisters(clone.content)).toEqual(['one\ntwo\n', 'one\n']);
	});

	test('leaves out what was taken away, and those of long ago', async () => {
		const origin = await createArchive({ 'register.jsonl': 'long ago\n' });
		await commit(origin, { 'register.jsonl': 'first\n' });
		origin.git('rm', '--quiet', 'content/register.jsonl');
		origin.git('commit', '--quiet', '--message', 'Remove');
		for (let number = 1; number <= 18; number++)
			await commit(origin, { 'register.jsonl': `${number}\n` });
		const published = await readPublishedRegisters(origin.clone().content);
		expect(published).toHaveLength(19);
		expect([published[0], published.at(-1)]).toEqual(['18\n', 'first\n']);
	});

	test('gives those of the main branch where the remote names no other', async () => {
		const clone = (await createArchive({ 'register.jsonl': 'one\n' })).clone();
		clone.git('remote', 'set-head', 'origin', '--delete');
		expect(await readPublishedRegisters(clone.content)).toEqual(['one\n']);
	});

	test('asks the folder’s own repository, also in a hook of another', async () => {
		const clone = (await createArchive({ 'register.jsonl': 'one\n' })).clone();
		const before = process.env['GIT_DIR'];
		process.env['GIT_DIR'] = join(place, 'nowhere');
		try {
			expect(await readPublishedRegisters(clone.content)).toEqual(['one\n']);
		} finally {
			if (before === undefined) delete process.env['GIT_DIR'];
			else process.env['GIT_DIR'] = before;
		}
	});

	test('gives none without a remote, or without a repository', async () => {
		const archive = await createArchive({ 'register.jsonl': 'one\n' });
		expect(await readPublishedRegisters(archive.content)).toEqual([]);
		expect(await readPublishedRegisters(place)).toEqual([]);
	});
});
