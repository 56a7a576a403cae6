import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { IngestReport } from '../../scripts/ingest-report.ts';
import { ingest } from '../../scripts/ingest.ts';
import { alikeNames } from '../support/alike-names.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';

const often = ['Often Seen', abstractNumber(1)] as const;
const dumpOf = (day: number, ...numbers: readonly number[]) =>
	writeDump(`Mar ${day}, 2025`, [
		often,
		...numbers.map(
			(number) => [`Paper ${number}: SysTem${number}`, abstractNumber(number)] as const,
		),
	]);

/** An archive, and ways to put files into its inbox and to take them up. */
async function startArchive() {
	const content = join(await temporaryFolder(), 'content');
	const inbox = join(content, 'inbox');
	const put = async (name: string, text: string) => {
		await mkdir(dirname(join(inbox, name)), { recursive: true });
		await writeFile(join(inbox, name), text);
	};
	const takeUp = async (...options: string[]) => {
		const report = join(content, '../report.json');
		const result = await callScript(ingest, [
			'--content',
			content,
			'--report',
			report,
			...options,
		]);
		return { ...result, report: JSON.parse(await readFile(report, 'utf8')) as IngestReport };
	};
	const waiting = async () => readdir(inbox);
	const archive = async () => {
		const files = Object.entries(await fingerprint(content));
		return Object.fromEntries(files.filter(([name]) => !name.startsWith('inbox/')));
	};
	return { content, inbox, put, takeUp, waiting, archive };
}

describe('the inbox', () => {
	test('loses none of two files whose names differ by nothing but case: their dumps have names of their own', async () => {
		const { put, takeUp, waiting, content } = await startArchive();
		await put('Trending.txt', dumpOf(12, 2));
		await put('trending.TXT', dumpOf(12, 3));
		await put('cafe\u0301.txt', dumpOf(13, 4));
		await put('caf\u00e9.txt', dumpOf(13, 5));
		expect((await takeUp()).report.taken).toHaveLength(4);
		expect(await waiting()).toEqual([]);
		const dumps = await readdir(join(content, 'dumps'));
		expect([dumps.length, alikeNames(dumps)]).toEqual([4, []]);
		// What a person puts there under such a name is no dump.
		await writeFile(join(content, 'dumps/2025-03-12.TXT'), dumpOf(12, 6));
		const { code, stderr } = await takeUp('--dry-run');
		expect([code, stderr]).toEqual([1, expect.stringContaining('file-name')]);
	});

	test('gives up what is taken, whatever it is called, and says so in the message of a commit', async () => {
		const { put, takeUp, waiting, content } = await startArchive();
		await put('a dump.bin', dumpOf(12, 2, 3));
		await put('-rf', dumpOf(11, 4));
		await put('2025/without a year', dumpOf(13).replace(', 2025', ''));
		await put('README.md', '# What this folder is for\n');
		const { code, stdout, report } = await takeUp();
		expect(code).toBe(0);
		expect(report.taken.map(({ digest, papers }) => [digest, papers])).toEqual([
			['2025-03-11', 2],
			['2025-03-12', 3],
			['2025-03-13', 1],
		]);
		expect(report.commit).toBe(
			[
				'Ingest 3 digests: 4 new papers, 2 known',
				'',
				'2025-03-11: 2 new papers, 0 known',
				'2025-03-12: 2 new papers, 1 known',
				'2025-03-13: 0 new papers, 1 known',
			].join('\n'),
		);
		expect(stdout).toContain('2025-03-13  1 paper: 0 new, 1 known');
		expect(await waiting()).toEqual(['2025', 'README.md']);
		expect(await readdir(join(content, 'dumps'))).toHaveLength(3);
	});

	test('keeps what is refused, with its reason, and takes up the rest', async () => {
		const { inbox, put, takeUp, waiting } = await startArchive();
		const lone = `${dumpOf(12, 2)}\n\nA Lone Title`;
		await put('bad.txt', lone);
		await put('good.txt', dumpOf(11));
		await symlink('good.txt', join(inbox, 'link.txt'));
		const { code, stdout, stderr, report } = await takeUp();
		expect([code, await waiting()]).toEqual([0, ['bad.txt', 'link.txt']]);
		expect(stdout).toContain('2 files refused');
		expect(stderr).toMatch(
			/bad\.txt\n19:1\s+error\s+Title without an abstract: `A Lone Title`/,
		);
		expect(report).toMatchObject({
			commit: 'Ingest 2025-03-11: 1 new paper, 0 known',
			refused: [
				{ errors: [{ line: 19, column: 1, name: 'title-without-abstract' }] },
				{ errors: [{ line: null, name: 'not-a-file' }] },
			],
		});
		expect(report.refused[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(report.refused[0]!.errors[0]!.note).toContain('Restore the abstract');
		const again = await takeUp();
		expect([again.code, again.report.commit, again.report.refused.length]).toEqual([0, '', 2]);
	});

	test('and FILE, one after another or all at once, give the same bytes', async () => {
		const one = await startArchive();
		const other = await startArchive();
		const third = await startArchive();
		const dumps = [dumpOf(12, 2, 3), dumpOf(11, 3, 4), dumpOf(14, 4, 2)];
		for (const [index, dump] of dumps.entries()) await one.put(`${index}.txt`, dump);
		await one.takeUp();
		const files = [1, 0, 2].map((index) => join(other.content, `../${index}.txt`));
		for (const [place, file] of files.entries()) {
			await writeFile(file, dumps[[1, 0, 2][place]!]!);
			expect((await callScript(ingest, [file, '--content', other.content])).code).toBe(0);
		}
		await callScript(ingest, [...files.toReversed(), '--content', third.content]);
		const archive = await one.archive();
		expect(Object.keys(archive)).toContain('names.jsonl');
		expect(await other.archive()).toEqual(archive);
		expect(await third.archive()).toEqual(archive);
	});

	test('gives dumps of one day their numbers by their bytes, whatever the files are called', async () => {
		const archives = await Promise.all(
			[
				['a', 'b'],
				['b', 'a'],
			].map(async ([first, second]) => {
				const { put, takeUp, archive } = await startArchive();
				await put(first!, dumpOf(11, 2));
				await put(second!, dumpOf(11, 3));
				await takeUp();
				return archive();
			}),
		);
		expect(archives[0]).toEqual(archives[1]);
	});

	test('lets go of a dump that the archive has: put in twice, or taken by a run that was killed', async () => {
		const { put, takeUp, waiting, archive } = await startArchive();
		await put('one.txt', dumpOf(11));
		await put('two.txt', dumpOf(11));
		const { report } = await takeUp();
		expect([report.taken.length, report.repeats.length, await waiting()]).toEqual([1, 1, []]);
		const before = await archive();
		await put('three.txt', dumpOf(11));
		const again = await takeUp();
		expect(again.report.commit).toBe('Take 1 dump that the archive has out of the inbox');
		expect([await waiting(), await archive()]).toEqual([[], before]);
	});

	test('`--dry-run` leaves everything where it is', async () => {
		const { put, takeUp, waiting, archive } = await startArchive();
		await put('one.txt', dumpOf(11));
		const { report } = await takeUp('--dry-run');
		expect(report.taken).toHaveLength(1);
		expect([await waiting(), await archive()]).toEqual([['one.txt'], {}]);
	});

	test('an error of the archive itself is no fault of a dump', async () => {
		const { content, put, takeUp, waiting } = await startArchive();
		await put('one.txt', dumpOf(11));
		await takeUp();
		await writeFile(join(content, 'ledger.jsonl'), 'no line of a ledger\n');
		await rm(join(content, '../report.json'));
		await put('two.txt', dumpOf(12));
		const { code, stderr } = await callScript(ingest, ['--content', content]);
		expect([code, stderr]).toEqual([
			1,
			expect.stringContaining('expected a line of the ledger'),
		]);
		expect(await waiting()).toEqual(['two.txt']);
	});

	test('a report as Markdown keeps names and titles in code, so that nothing in them is markup', async () => {
		const { content, put } = await startArchive();
		const title = '@someone ``` [a](http://b.example) <img src=x> ::set-output name=a::b';
		await put('x`]( <b>$(touch y)', writeDump('Mar 11, 2025', [[title, abstractNumber(2)]]));
		await put('bad ${{ github.token }}.txt', `\`\`\`\`\n${title}`);
		const file = join(content, '../report.md');
		await callScript(ingest, ['--content', content, '--report', file]);
		const text = await readFile(file, 'utf8');
		const withoutCode = text
			.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
			.replace(/(`+)[^\n]*?[^`]\1(?!`)/g, '');
		expect(text).toContain(title);
		expect(withoutCode).not.toMatch(/@someone|http:|<img|<b>|::|\$\(|\{\{/);
	});
});
