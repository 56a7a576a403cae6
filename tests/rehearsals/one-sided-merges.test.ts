import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../scripts/verify.ts';
import { readContent } from '../../src/disk/content-folder.ts';
import { readArchive } from '../../src/pipeline.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { sharedFolder } from '../support/folders.ts';
import { createGitArchive, madeOnce, type GitArchive } from '../support/git-archive.ts';
import { isLong } from '../support/sizes.ts';

const dump = (day: number, ...papers: readonly (readonly [string, number])[]) =>
	writeDump(
		`Mar ${day}`,
		papers.map(([title, number]) => [title, abstractNumber(number)]),
	);
const first = dump(10, ['First', 1]);
// One abstract under two titles.
const ours = dump(12, ['Met Here', 2], ['Ours', 3]);
const theirs = dump(11, ['Met There', 2], ['Theirs', 4]);
const sameDay = dump(12, ['Met There', 2], ['Theirs', 4]);

const folder = sharedFolder();

/** A repository without this project's `.gitattributes`, with `main` and `side` that both ingested. */
const fork = madeOnce(makeFork);

async function makeFork(main: string, ...side: readonly string[]): Promise<GitArchive> {
	const archive = createGitArchive(folder, false);
	await archive.ingest(first);
	archive.git('switch', '--quiet', '--create', 'side');
	await archive.ingest(...side);
	archive.git('switch', '--quiet', 'main');
	await archive.ingest(main);
	return archive;
}

function idsIn(ledger: string): string[] {
	return ledger.split('\n').flatMap((line) => /"id":"([^"]*)"/.exec(line)?.[1] ?? []);
}

async function given(archive: GitArchive): Promise<string[]> {
	const texts = ['main', 'side'].map((name) =>
		archive.git('show', `${name}:content/ledger.jsonl`),
	);
	return texts.flatMap(idsIn);
}

async function expectAllOf(archive: GitArchive, ids: readonly string[]): Promise<void> {
	const { papers, former } = readArchive(await readContent(archive.content));
	const answered: string[] = [...papers, ...former].map(({ id }) => id);
	expect(answered).toEqual(expect.arrayContaining([...ids]));
	const parameters = ['--content', archive.content];
	expect(await callScript(verify, parameters)).toMatchObject({ code: 0, stderr: '' });
}

/** Ways to end up with the files of one side alone. */
const ways: readonly (readonly [string, (archive: GitArchive, other: string) => void])[] = [
	['-X ours', (archive, other) => archive.git('merge', '--quiet', '-X', 'ours', other)],
	['-X theirs', (archive, other) => archive.git('merge', '--quiet', '-X', 'theirs', other)],
	['-s ours', (archive, other) => archive.git('merge', '--quiet', '-s', 'ours', other)],
	[
		'checkout --ours, before it is committed',
		(archive, other) => {
			archive.try('merge', '--quiet', other);
			archive.git('checkout', '--quiet', '--ours', '.');
			archive.git('add', '.');
		},
	],
];

// Each way with either, or in the long run with both; `-X theirs` is `-X ours` of the other branch.
const isTried = (way: number, side: number) => isLong || (way % 2 === side && way !== 1);

describe.each([
	['of different days', theirs],
	['of one day', sameDay],
])('a merge that took one of two sides, with dumps %s', (_, side) => {
	let archive: GitArchive;
	let ids: string[];

	beforeAll(async () => {
		archive = await fork(ours, side);
		ids = await given(archive);
	});

	test.each(ways.filter((_way, index) => isTried(index, side === sameDay ? 1 : 0)))(
		'by %s has every id of both after a repair, whichever side it was',
		async (...[, merge]) => {
			const sums: Record<string, string>[] = [];
			for (const [mine, other] of [
				['main', 'side'],
				['side', 'main'],
			] as const) {
				const copy = archive.clone();
				for (const name of [other, mine])
					copy.git('switch', '--quiet', '-C', name, `origin/${name}`);
				copy.git('remote', 'remove', 'origin');
				merge(copy, other);
				expect(await copy.run('--repair')).toMatchObject({ code: 0 });
				await expectAllOf(copy, ids);
				sums.push(await copy.sums());
				expect((await copy.run('--repair')).stdout).toContain('Nothing to do');
			}
			expect(sums[1]).toEqual(sums[0]);
		},
	);
});

describe('a merge that took one side', () => {
	test('is met by ingest, which gives no id anew that the other side gave', async () => {
		const archive = await fork(ours, theirs);
		const ids = await given(archive);
		archive.git('merge', '--quiet', '-X', 'ours', 'side');
		expect(await archive.run()).toMatchObject({ code: 0 });
		await expectAllOf(archive, ids);
	});

	test('on purpose is left as it is by ingest, which says what it left out', async () => {
		const archive = await fork(ours, theirs);
		archive.git('merge', '--quiet', '-s', 'ours', 'side');
		const before = await archive.sums();
		const { code, stderr } = await archive.run();
		expect([code, stderr]).toEqual([0, expect.stringContaining('left-out')]);
		expect(await archive.sums()).toEqual(before);
		const verified = await callScript(verify, ['--content', archive.content]);
		expect(verified).toMatchObject({ code: 0, stderr: expect.stringContaining('left-out') });
	});

	test('is told until the archive goes on from there, and can be repaired later', async () => {
		const archive = await fork(ours, theirs);
		const ids = await given(archive);
		archive.git('merge', '--quiet', '-s', 'ours', 'side');
		await archive.ingest(dump(20, ['Later', 9]));
		const { content } = archive;
		expect(await callScript(verify, ['--content', content])).toMatchObject({ stderr: '' });
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		await expectAllOf(archive, ids);
	});

	test('owes nothing to an archive that began anew since', async () => {
		const archive = await fork(ours, theirs);
		archive.git('merge', '--quiet', '-X', 'ours', 'side');
		archive.git('rm', '-r', '--quiet', 'content');
		await archive.ingest(dump(20, ['Other', 9]));
		expect(await archive.run('--repair')).toMatchObject({ code: 0, stderr: '' });
		expect(idsIn(await archive.read('ledger.jsonl'))).toHaveLength(1);
	});
});

describe('branches that are not merged but picked, or rebased', () => {
	test('keep every id when a commit was picked onto the markers of another', async () => {
		const archive = await fork(ours, theirs, dump(13, ['Late', 5]));
		const ids = await given(archive);
		for (const commit of ['side~1', 'side']) {
			archive.try('cherry-pick', commit);
			archive.git('add', '.');
			archive.git('commit', '--quiet', '--message', 'Pick');
		}
		expect(await archive.read('ledger.jsonl')).toMatch(/^<{7}[^]*^<{7}/m);
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		await expectAllOf(archive, ids);
	});

	test('find the dump of a rebased branch in what Git remembers', async () => {
		const archive = await fork(ours, sameDay);
		const ids = await given(archive);
		archive.git('switch', '--quiet', 'side');
		archive.try('rebase', 'main');
		archive.git('add', '.');
		archive.git('-c', 'core.editor=true', 'rebase', '--continue');
		archive.git('branch', '--force', 'main', 'side');
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		await expectAllOf(archive, ids);
	});

	test('a marker that lost its others is repaired too', async () => {
		const archive = await fork(ours, theirs);
		const ids = await given(archive);
		archive.try('merge', '--quiet', 'side');
		const place = join(archive.content, 'ledger.jsonl');
		const text = await readFile(place, 'utf8');
		await writeFile(place, text.replaceAll(/^[<>]{7} .*\n/gm, ''));
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		await expectAllOf(archive, ids);
	});
});
