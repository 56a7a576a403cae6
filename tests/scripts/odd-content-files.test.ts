import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';

/** What stands in a folder, by size and time: a pipe cannot be read. */
async function listAll(folder: string): Promise<string[]> {
	const names = (await readdir(folder, { recursive: true })).sort();
	const stats = await Promise.all(names.map((name) => lstat(join(folder, name))));
	return stats.map((one, index) => `${names[index]} ${one.mode} ${one.size} ${one.mtimeMs}`);
}

/** An archive of one dump. */
async function archive(): Promise<string> {
	const folder = await temporaryFolder();
	const [content, file] = [join(folder, 'content'), join(folder, '2025-03-11.txt')];
	await writeFile(
		file,
		writeDump('Mar 11', [['Alpha: A Model', `We propose Alpha. ${abstractNumber(1)}`]]),
	);
	expect(await callScript(ingest, [file, '--content', content])).toMatchObject({ code: 0 });
	expect(await readFile(join(content, 'names.jsonl'), 'utf8')).toContain('alpha');
	await writeFile(join(content, 'corrections.yaml'), 'removed: []\n');
	await writeFile(join(content, 'topics.yaml'), 'topics: {}\n');
	await writeFile(join(content, 'systems.yaml'), 'names: []\n');
	return content;
}

const kinds: Readonly<Record<string, (place: string) => Promise<void>>> = {
	'a link': async (place) => {
		await rename(place, `${place}.elsewhere`);
		await symlink(`${place}.elsewhere`, place);
	},
	'a link to nothing': async (place) => {
		await rm(place);
		await symlink('/nowhere', place);
	},
	'a folder': async (place) => {
		await rm(place);
		await mkdir(place);
	},
	'a pipe': async (place) => {
		await rm(place);
		execFileSync('mkfifo', [place]);
	},
};
const names = [
	'ledger.jsonl',
	'register.jsonl',
	'names.jsonl',
	'dumps.sha256',
	'corrections.yaml',
	'topics.yaml',
	'systems.yaml',
	'dumps/2025-03-11.txt',
];

describe.each(Object.keys(kinds))('%s in the place of a file of the archive', (kind) => {
	test.each(names)('%s: ingest and repair refuse it, and write nothing', async (name) => {
		const content = await archive();
		await kinds[kind]!(join(content, name));
		const before = await listAll(content);
		for (const parameters of [[], ['--repair']]) {
			const { code, stderr } = await callScript(ingest, [
				'--content',
				content,
				...parameters,
			]);
			expect([code, stderr]).toEqual([1, expect.stringContaining('not-a-file')]);
			expect(stderr).toContain(name);
			expect(stderr).not.toMatch(/^ {4}at /m);
		}
		expect(await listAll(content)).toEqual(before);
	});
});

test('a repair refuses a line of the names that is cut off, instead of leaving it out', async () => {
	const content = await archive();
	const place = join(content, 'names.jsonl');
	await writeFile(place, `${await readFile(place, 'utf8')}{"kind":"topic","slug":"long-con`);
	const before = await fingerprint(content);
	const { code, stderr } = await callScript(ingest, ['--content', content, '--repair']);
	expect([code, stderr]).toEqual([1, expect.stringContaining('invalid-name-line')]);
	expect(await fingerprint(content)).toEqual(before);
});
