import { cpSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../scripts/verify.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { sharedFolder } from '../support/folders.ts';
import { cloneOf, createGitArchive, type GitArchive } from '../support/git-archive.ts';
import { root } from '../support/run-script.ts';
import { isLong } from '../support/sizes.ts';

const dump = (day: number) => writeDump(`Mar ${day}`, [[`Paper ${day}`, abstractNumber(day)]]);
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
// One dump came with each kind of line ends.
const texts = [dump(10), crlf(dump(11))];
const names = ['dumps/2025-03-10.txt', 'dumps/2025-03-11.txt'] as const;

const folder = sharedFolder();
const check = ({ content }: GitArchive) => callScript(verify, ['--content', content]);

async function expectAsIngested(archive: GitArchive): Promise<void> {
	for (const [index, name] of names.entries())
		expect(await archive.read(name)).toBe(texts[index]);
	expect(await check(archive)).toMatchObject({ code: 0, stderr: '' });
}

/** A repository, and a clone of it as Git for Windows makes it. */
async function windowsClone(attributes?: string): Promise<GitArchive> {
	const origin = createGitArchive(folder, false);
	if (attributes !== undefined)
		cpSync(join(root, attributes), join(origin.folder, '.gitattributes'));
	await origin.ingest(...texts);
	return cloneOf(origin, '--config', 'core.autocrlf=true');
}

describe('a repository with .gitattributes', () => {
	test.runIf(isLong).each(['.gitattributes', 'docs/starter/gitattributes'])(
		'is the same for Git for Windows, which commits what it was: %s',
		async (attributes) => {
			const archive = await windowsClone(attributes);
			await expectAsIngested(archive);
			expect(await archive.read('ledger.jsonl')).not.toContain('\r');
			await archive.ingest(crlf(dump(12)));
			const other = cloneOf(archive);
			await expectAsIngested(other);
			expect(await other.sums()).toEqual(await archive.sums());
		},
	);
});

describe('a repository without .gitattributes, on Windows', () => {
	let archive: GitArchive;
	beforeAll(async () => {
		archive = await windowsClone();
	});

	test.runIf(isLong)('is refused for its dumps alone, which says what to do', async () => {
		const copy = cloneOf(archive, '--config', 'core.autocrlf=true');
		expect(await copy.read('register.jsonl')).toContain('\r\n');
		const before = await copy.sums();
		for (const { code, stderr } of [await check(copy), await copy.run()]) {
			expect([code, stderr]).toEqual([1, expect.stringContaining('changed-line-ends')]);
			expect(stderr).toContain('docs/starter/gitattributes');
			expect(stderr.match(/ error /g)).toHaveLength(1);
		}
		expect(await copy.sums()).toEqual(before);
	});

	test('gets the bytes of its dumps back, and keeps them', async () => {
		const register = crlfless(await archive.read('register.jsonl'));
		cpSync(join(root, 'docs/starter/gitattributes'), join(archive.folder, '.gitattributes'));
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		await expectAsIngested(archive);
		await archive.ingest(dump(13));
		const other = cloneOf(archive);
		await expectAsIngested(other);
		expect((await other.read('register.jsonl')).startsWith(register)).toBe(true);
	});
});

const crlfless = (text: string) => text.replaceAll('\r\n', '\n');

test.runIf(isLong)(
	'a dump whose line ends Git took away when it was committed gets them back',
	async () => {
		const archive = createGitArchive(folder, false);
		archive.git('config', 'core.autocrlf', 'true');
		await archive.ingest(...texts);
		const other = cloneOf(archive);
		// In the repository itself they are others now.
		expect(await other.read(names[1])).not.toContain('\r');
		expect((await check(other)).stderr).toContain('changed-line-ends');
		expect(await other.run('--repair')).toMatchObject({ code: 0 });
		await expectAsIngested(other);
	},
);

test('line ends and a byte order mark are no part of what ingest and persons wrote', async () => {
	const archive = createGitArchive(folder);
	await archive.ingest(...texts);
	const whole = await archive.read('register.jsonl');
	for (const name of ['dumps.sha256', 'ledger.jsonl', 'register.jsonl']) {
		const place = join(archive.content, name);
		await writeFile(place, `\uFEFF${crlf(await readFile(place, 'utf8'))}`);
	}
	await rm(join(archive.folder, '.gitattributes'));
	await expectAsIngested(archive);
	await archive.ingest(dump(14));
	expect((await archive.read('register.jsonl')).startsWith(whole)).toBe(true);
});
