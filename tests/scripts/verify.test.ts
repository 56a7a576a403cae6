import { execFileSync } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { verify } from '../../scripts/verify.ts';
import { callScript } from '../support/call-script.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';
import { toyFolder } from '../support/toy-archive.ts';

let content: string;

beforeEach(async () => {
	content = join(await temporaryFolder(), 'content');
	await cp(toyFolder, content, { recursive: true });
});

const run = (...parameters: string[]) => callScript(verify, ['--content', content, ...parameters]);

/** Change the text of a file of the content. */
async function edit(name: string, change: (text: string) => string): Promise<void> {
	const path = join(content, name);
	const text = await readFile(path, 'utf8');
	const changed = change(text);
	expect(changed).not.toBe(text);
	await writeFile(path, changed);
}

/** A text with two words of it swapped. */
function swap(text: string, one: string, other: string): string {
	return text.replaceAll(one, '\0').replaceAll(other, one).replaceAll('\0', other);
}

function slugsOf(text: string): string[] {
	const systems = text.split('\n').filter((line) => line.includes('"kind":"system"'));
	return systems.map((line) => (JSON.parse(line) as { slug: string }).slug);
}

describe('npm run verify', () => {
	test('says what it held the archive to', async () => {
		const { code, stdout, stderr } = await run();
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toMatch(/^\d+ addresses: each means what it was given for$/m);
		expect(stdout).toMatch(/^The last line of the register has the SHA-256 [0-9a-f]{64};/m);
	});

	test.each<[string, () => Promise<void>]>([
		[
			'two ids are swapped in the ledger',
			() => edit('ledger.jsonl', (text) => swap(text, 'dwwcen884w', '235tjs7k57')),
		],
		[
			'two addresses are swapped in the names',
			() =>
				edit('names.jsonl', (text) => {
					const [one, other] = slugsOf(text);
					return swap(text, `"slug":"${one}"`, `"slug":"${other}"`);
				}),
		],
		[
			'a line of the names is gone',
			() => edit('names.jsonl', (text) => text.slice(text.indexOf('\n') + 1)),
		],
		[
			'a line of the manifest is gone',
			() => edit('dumps.sha256', (text) => text.slice(text.indexOf('\n') + 1)),
		],
		[
			'a meaning is changed in the register',
			() =>
				edit('register.jsonl', (text) =>
					text.replace(/("\/papers\/\w+\/":")\w/, (_, start: string) => `${start}_`),
				),
		],
		['the register is empty', () => edit('register.jsonl', () => '')],
		['the register is gone', () => rm(join(content, 'register.jsonl'))],
		[
			'the register begins with another line',
			() => edit('register.jsonl', (text) => text.replace(/"after":"\w/, '"after":"0')),
		],
		[
			'an address is taken out of the register',
			() => edit('register.jsonl', (text) => text.replace(/"\/papers\/\w+\/":"\w+",/, '')),
		],
	])('refuses when %s', async (_, damage) => {
		await damage();
		const { code, stderr } = await run();
		expect(code).toBe(1);
		expect(stderr).not.toContain('    at ');
		expect(stderr).toContain('error');
	});

	test('holds the register to one that was kept, as a file or in a site', async () => {
		const kept = join(await temporaryFolder(), 'kept.jsonl');
		await cp(join(content, 'register.jsonl'), kept);
		expect(await run('--against', kept)).toMatchObject({ code: 0, stderr: '' });
		expect(await run('--against', content)).toMatchObject({ code: 0, stderr: '' });
		// All of it written anew, as right as before, but not as it was.
		await rm(join(content, 'register.jsonl'));
		const parameters = ['--content', content, '--repair'];
		expect(await callScript(ingest, parameters)).toMatchObject({ code: 0 });
		const rewritten = await run('--against', kept);
		expect([rewritten.code, rewritten.stderr]).toEqual([
			1,
			expect.stringContaining('does not extend'),
		]);
		const nothing = await temporaryFolder();
		expect((await run('--against', nothing)).code).toBe(1);
	});
});

test('the chain is verified without this program as docs/trust.md says', async () => {
	const page = await readFile(join(root, 'docs/trust.md'), 'utf8');
	const command = /^```sh\n(while .*?)^```/ms.exec(page)?.[1];
	expect(command).toBeDefined();
	const file = join(content, 'register.jsonl');
	const [line] = (await readFile(file, 'utf8')).split('\n');
	const first = `${line}\n`;
	const sum = (text: string) =>
		execFileSync('sha256sum', { input: text }).toString().slice(0, 64);
	await writeFile(file, `${first}{"after":"${sum(first)}","means":{"/topics/x/":"x"}}\n`);
	const runIt = () => execFileSync('bash', ['-c', command!], { cwd: content, encoding: 'utf8' });
	expect(runIt()).toBe('2 lines, each after the one before\n');
	await edit('register.jsonl', (text) => text.replace('/papers/', '/papers/x'));
	expect(runIt()).toContain('Line 2 does not follow');
});
