import { mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest as ingestScript } from '../../scripts/ingest.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { callScript } from '../support/call-script.ts';

const text = writeDump('Mar 11', [
	['Alpha', abstractNumber(1)],
	['Beta <think> & “more”', abstractNumber(2)],
]);

/** A content folder with one digest, and a way to ingest into it. */
async function startArchive() {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	const ingest = async (name: string, bytes: string | Uint8Array, ...options: string[]) => {
		await writeFile(join(folder, name), bytes);
		return callScript(ingestScript, [join(folder, name), '--content', content, ...options]);
	};
	expect((await ingest('first.txt', text, '--year', '2025')).code).toBe(0);
	return { folder, content, ingest };
}

describe('ingest', () => {
	test('keeps the dump byte for byte under its day, and says what was new and what to do next', async () => {
		const { content, ingest } = await startArchive();
		const bytes = `\uFEFF${text.replace('Mar 11', 'Mar 13').replace('Alpha', 'Gamma').replaceAll('\n', '\r\n')}`;
		const { code, stdout } = await ingest(
			'dump.txt',
			bytes.replace(abstractNumber(1), abstractNumber(3)),
			'--year',
			'2025',
		);
		expect(code).toBe(0);
		expect(stdout).toContain('2025-03-13  2 papers: 1 new, 1 known');
		expect(stdout).toMatch(/^ {2}[0-9a-z]{10} {2}new {7}Gamma$/m);
		expect(stdout).toContain('Next: `npm run build`');
		const kept = await readFile(join(content, 'dumps/2025-03-13.txt'), 'utf8');
		expect(kept).toBe(bytes.replace(abstractNumber(1), abstractNumber(3)));
	});

	test('the same file again changes nothing and says so', async () => {
		const { content, ingest } = await startArchive();
		const before = await fingerprint(content);
		const { code, stdout } = await ingest('again.txt', text, '--year', '2025');
		expect(code).toBe(0);
		expect(stdout).toContain('is 2025-03-11 already; nothing changes.');
		expect(await fingerprint(content)).toEqual(before);
	});

	test('`--dry-run --json` prints one object and writes nothing', async () => {
		const { content, ingest } = await startArchive();
		const before = await fingerprint(content);
		const dump = writeDump('Mar 13', [
			['Alpha', abstractNumber(1)],
			['Gamma\u200b', abstractNumber(3)],
		]);
		const { code, stdout } = await ingest('2025-03-13.txt', dump, '--dry-run', '--json');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toEqual({
			date: '2025-03-13',
			digest: '2025-03-13',
			papers: [
				{
					id: expect.stringMatching(/^[0-9a-z]{10}$/),
					title: 'Alpha',
					abstract: abstractNumber(1),
					status: 'known',
				},
				{
					id: expect.stringMatching(/^[0-9a-z]{10}$/),
					title: 'Gamma\u200b',
					abstract: abstractNumber(3),
					status: 'new',
				},
			],
			warnings: [
				{
					line: 15,
					column: 6,
					name: 'odd-character',
					reason: expect.stringContaining('U+200B'),
				},
			],
		});
		expect(await fingerprint(content)).toEqual(before);
	});

	test.each([
		[
			'a missing abstract',
			`${text}\n\nGamma`,
			['--year', '2025'],
			/dump\.txt\n19:1\s+error\s+Title without an abstract: `Gamma`/,
		],
		[
			'a wrong header',
			text.replace('Subscribe', 'Sign up'),
			['--year', '2025'],
			/5:1 error Unexpected `Sign up`/,
		],
		[
			'no date',
			text.replace('Mar 11\n\n', ''),
			['--year', '2025'],
			/9:1 error Unexpected `Alpha`, expected a date/,
		],
		[
			'invalid UTF-8',
			Buffer.from(text.replace('Beta', 'B\u00e9ta'), 'latin1'),
			['--year', '2025'],
			/15:2 error Unexpected bytes `e9/,
		],
		[
			'no year to be had',
			text.replace('Mar 11', 'Mar 12'),
			[],
			/9:1 error No year for the date `Mar 12`[\s\S]*--year YYYY/,
		],
	] as const)(
		'refuses %s with file, line and how to mend it, and touches nothing',
		async (_name, bytes, options, message) => {
			const { content, ingest } = await startArchive();
			const before = await fingerprint(content);
			const { code, stdout, stderr } = await ingest('dump.txt', bytes, ...options);
			expect(code).toBe(1);
			expect(stdout).toBe('');
			expect(stderr).toMatch(message);
			expect(stderr).toContain('[note]:');
			expect(stderr).not.toMatch(/^\s+at /m);
			expect(await fingerprint(content)).toEqual(before);
		},
	);

	test('refuses all files when one is refused', async () => {
		const { folder, content, ingest } = await startArchive();
		const before = await fingerprint(content);
		await writeFile(join(folder, '2025-03-14.txt'), text.replace('Mar 11', 'Mar 14'));
		const { code } = await ingest('bad.txt', 'no dump', join(folder, '2025-03-14.txt'));
		expect(code).toBe(1);
		expect(await fingerprint(content)).toEqual(before);
	});

	test('`--json` carries the errors of a refusal', async () => {
		const { ingest } = await startArchive();
		const { code, stdout } = await ingest(
			'dump.txt',
			text.replace('Mar 11', 'Feb 30'),
			'--json',
		);
		expect(code).toBe(1);
		expect(JSON.parse(stdout).errors).toMatchObject([
			{ line: 9, column: 1, name: 'impossible-date' },
		]);
	});

	test('refuses a link, in the folder too, and a name that could write to a terminal', async () => {
		const { folder, content, ingest } = await startArchive();
		const before = await fingerprint(content);
		await symlink(join(folder, 'first.txt'), join(folder, 'link.txt'));
		const linked = await callScript(ingestScript, [
			join(folder, 'link.txt'),
			'--content',
			content,
		]);
		expect([linked.code, linked.stderr]).toEqual([
			1,
			expect.stringContaining('Unexpected link, expected a regular file'),
		]);
		const named = await ingest('2025-03-14\u001b[31m.txt', text.replace('Mar 11', 'Mar 14'));
		expect(named.code).toBe(1);
		expect(named.stderr).toContain('Unexpected file name `2025-03-14\\u001b[31m.txt`');
		expect(named.stderr).not.toContain('\u001b[31m');
		expect(await fingerprint(content)).toEqual(before);
		await symlink(join(folder, 'first.txt'), join(content, 'dumps/2025-03-15.txt'));
		const placed = await callScript(ingestScript, ['--content', content]);
		expect([placed.code, placed.stderr]).toEqual([
			1,
			expect.stringContaining('Unexpected link, expected a regular file'),
		]);
	});

	test('refuses a file above the limit without reading it', async () => {
		const { folder, content } = await startArchive();
		await writeFile(join(folder, 'large.txt'), '');
		await truncate(join(folder, 'large.txt'), 3_000_000_000);
		const { code, stderr } = await callScript(ingestScript, [
			join(folder, 'large.txt'),
			'--content',
			content,
		]);
		expect(code).toBe(1);
		expect(stderr).toContain('Unexpected size of 2862 MB, expected at most 16 MB');
	});

	test('reports so many problems that the message stays readable', async () => {
		const { ingest } = await startArchive();
		const { code, stderr } = await ingest(
			'dump.txt',
			text + '\n\nA Lone Title'.repeat(5_000),
			'--year',
			'2025',
		);
		expect(code).toBe(1);
		expect(stderr).toContain('More than 25 errors in one file');
		expect(stderr.length).toBeLessThan(20_000);
	});

	test('refuses a dump in the folder that is not named as ingest names it', async () => {
		const { content } = await startArchive();
		await writeFile(join(content, 'dumps/2025-03-20.TXT'), text.replace('Mar 11', 'Mar 20'));
		const { code, stderr } = await callScript(ingestScript, ['--content', content]);
		expect([code, stderr]).toEqual([
			1,
			expect.stringContaining('Unexpected file name `2025-03-20.TXT`'),
		]);
	});

	test('takes up a dump that was put into the folder by hand', async () => {
		const { content } = await startArchive();
		await mkdir(join(content, 'dumps'), { recursive: true });
		await writeFile(join(content, 'dumps/2025-03-20.txt'), text.replace('Mar 11', 'Mar 20'));
		const { code, stdout } = await callScript(ingestScript, ['--content', content]);
		expect(code).toBe(0);
		expect(stdout).toContain('2025-03-20  2 papers: 0 new, 2 known');
	});

	test('founds no second archive in the folder around one', async () => {
		const { folder, content } = await startArchive();
		const before = await fingerprint(folder);
		const { code, stderr } = await callScript(ingestScript, ['--content', folder]);
		expect([code, stderr]).toEqual([1, expect.stringContaining(`--content ${content}`)]);
		expect(await fingerprint(folder)).toEqual(before);
	});

	test.each([
		['a file that is not there', ['nowhere.txt'], 'nowhere.txt: no such file or folder'],
		['a folder', ['tests'], 'Unexpected folder or device, expected a regular file'],
		['an unknown option', ['--yaer', '2025'], "Unknown option '--yaer'"],
		['a year of two digits', ['--year', '25'], 'Unexpected year 25, expected four digits'],
	])('says what is wrong with %s', async (_name, options, message) => {
		const { code, stderr } = await callScript(ingestScript, [
			...options,
			'--content',
			await temporaryFolder(),
		]);
		expect(code).toBe(1);
		expect(stderr).toContain(message);
		expect(stderr).not.toMatch(/^\s+at /m);
	});
});
