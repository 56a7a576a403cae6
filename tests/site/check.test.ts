import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../scripts/check.ts';
import { callScript } from '../support/call-script.ts';
import { temporaryFolder } from '../support/folders.ts';
import { toyFolder, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const checkToySite = (...parameters: string[]) =>
	callScript(check, ['--out', site.folder, '--content', toyFolder, ...parameters]);
const register = await readFile(join(toyFolder, 'register.jsonl'), 'utf8');
const published = { 'urls.txt': '/about/\n', 'register.jsonl': register };

/** Check the toy site against what was published. */
async function checkPublished(files: Partial<typeof published>, ...parameters: string[]) {
	const folder = await temporaryFolder();
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	return checkToySite('--published', folder, ...parameters);
}

/** A register in which two addresses of papers have changed their meanings. */
function swapped(): string {
	const { after, means } = JSON.parse(register.split('\n')[0]!) as {
		after: string;
		means: Record<string, string>;
	};
	const [one, other] = Object.keys(means).filter((address) => address.startsWith('/papers/'));
	const changed = { ...means, [one!]: means[other!]!, [other!]: means[one!]! };
	return `${JSON.stringify({ after, means: changed })}\n`;
}

describe('npm run check', () => {
	test('says that all is in order, for a person and for a program', async () => {
		const forPerson = await checkToySite();
		expect(forPerson).toMatchObject({ code: 0, stderr: '' });
		expect(forPerson.stdout).toMatch(/^\d+ pages and [\d,]+ links checked: all in order$/m);
		const { code, stdout } = await checkToySite('--json');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ findings: [], pages: site.pages.length });
	});

	test('refuses a folder without a site', async () => {
		const nothing = await temporaryFolder();
		const { code, stderr } = await callScript(check, ['--out', nothing, '--content', nothing]);
		expect(code).toBe(1);
		expect(stderr).toContain('no such file or folder');
	});
});

describe('npm run check, against what was published', () => {
	test('is content with a site that goes on from it', async () => {
		expect(await checkPublished(published)).toMatchObject({ code: 0, stderr: '' });
		const { 'register.jsonl': _, ...older } = published;
		expect(await checkPublished({ ...older, 'register.jsonl': '' })).toMatchObject({ code: 0 });
	});

	test('fails when an address is gone', async () => {
		const { code, stdout } = await checkPublished({
			...published,
			'urls.txt': '/about/\n/papers/zzzzzzzzzz/\n',
		});
		expect(code).toBe(1);
		expect(stdout).toContain('error missing-address: 1\n  /papers/zzzzzzzzzz/');
	});

	test('fails when two addresses were swapped', async () => {
		const { code, stdout } = await checkPublished({
			...published,
			'register.jsonl': swapped(),
		});
		expect(code).toBe(1);
		expect(stdout).toMatch(
			/^error changed-meaning: 3\n {2}\/register.jsonl {2}\/papers\/\w+\/ was given for \w+, and now means/m,
		);
	});

	test('fails when the site’s register lost its end, or is gone', async () => {
		const head = createHash('sha256').update(register).digest('hex');
		const longer = `${register}${JSON.stringify({ after: head, means: { '/topics/more/': 'more' } })}\n`;
		expect((await checkPublished({ ...published, 'register.jsonl': longer })).code).toBe(1);
		const out = join(await temporaryFolder(), 'site');
		await cp(site.folder, out, { recursive: true });
		await writeFile(join(out, 'register.jsonl'), '');
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'urls.txt'), '/about/\n');
		await writeFile(join(folder, 'register.jsonl'), register);
		const { code, stdout } = await callScript(check, [
			'--out',
			out,
			'--content',
			toyFolder,
			'--published',
			folder,
		]);
		expect([code, stdout]).toEqual([1, expect.stringContaining('changed-meaning')]);
	});

	test.each([
		[{ ...published, 'urls.txt': '<!doctype html>' }, 'expected addresses such as /about/'],
		[{ ...published, 'urls.txt': '' }, 'expected addresses such as /about/'],
		[
			{ ...published, 'register.jsonl': '<!doctype html>' },
			'expected a register that is whole',
		],
		[{ 'urls.txt': '/about/\n' }, 'has no register.jsonl'],
		[{ 'register.jsonl': register }, 'has no urls.txt'],
		[{}, 'say so with --first'],
	])('refuses what is not whole: %#', async (files, message) => {
		const { code, stderr } = await checkPublished(files);
		expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
	});

	test('takes a first publication for one only if it is said, and is', async () => {
		expect(await checkPublished({}, '--first')).toMatchObject({ code: 0, stderr: '' });
		const again = await checkPublished(published, '--first');
		expect([again.code, again.stderr]).toEqual([
			1,
			expect.stringContaining('leave out --first'),
		]);
		// Published before there was a register: the addresses count all the same.
		const lost = { 'urls.txt': '/papers/zzzzzzzzzz/\n' };
		expect((await checkPublished(lost, '--first')).code).toBe(1);
	});
});
