import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../scripts/check.ts';
import { callScript } from '../support/call-script.ts';
import { temporaryFolder } from '../support/folders.ts';
import { toyFolder, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const checkToySite = (...parameters: string[]) =>
	callScript(check, ['--out', site.folder, '--content', toyFolder, ...parameters]);

/** Check the toy site against a list of addresses that were published. */
async function checkPublished(text: string) {
	const file = join(await temporaryFolder(), 'urls.txt');
	await writeFile(file, text);
	return checkToySite('--published', file);
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

	test('fails when an address that was published is gone', async () => {
		const { code, stdout } = await checkPublished('/about/\n/papers/zzzzzzzzzz/\n');
		expect(code).toBe(1);
		expect(stdout).toContain('error missing-address: 1\n  /papers/zzzzzzzzzz/');
	});

	test('refuses a list of addresses that is none', async () => {
		const { code, stderr } = await checkPublished('<!doctype html>');
		expect(code).toBe(1);
		expect(stderr).toContain('expected addresses such as /about/');
	});

	test('refuses a folder without a site', async () => {
		const nothing = await temporaryFolder();
		const { code, stderr } = await callScript(check, ['--out', nothing, '--content', nothing]);
		expect(code).toBe(1);
		expect(stderr).toContain('no such file or folder');
	});
});
