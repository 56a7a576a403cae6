import { cpSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/disk/content-folder.ts';
import { readArchive } from '../../src/pipeline.ts';
import { abstractNumber, writeDump, writeList } from '../support/dumps.ts';
import { dumpFile, errorNames } from '../support/content.ts';
import { sharedFolder } from '../support/folders.ts';
import { createGitArchive, madeOnce, type GitArchive } from '../support/git-archive.ts';
import { isLong } from '../support/sizes.ts';

const dump = (day: number, ...papers: readonly (readonly [string, number | string])[]) =>
	writeDump(
		`Mar ${day}`,
		papers.map(([title, text]) => [
			title,
			typeof text === 'number' ? abstractNumber(text) : text,
		]),
	);
const unrelated = 'Birds of the far north sing at dawn over the ice. '.repeat(5).trim();
const first = dump(10, ['First', 1]);
// One abstract under two titles, and one title over two abstracts.
const ours = dump(12, ['Met Here', 2], ['One Title', 3]);
const theirs = dump(11, ['Met There', 2], ['One Title', unrelated]);
const sameDay = dump(12, ['Met There', 2], ['Other', 5]);

// The feed's own list of that day.
const list = JSON.stringify([
	{
		paper: {
			id: '2503.00001',
			title: 'Met There',
			summary: abstractNumber(2),
			submittedOnDailyAt: '2025-03-12T00:00:00.000Z',
		},
	},
]);

// Two systems of one name.
const hydra = dump(12, [
	'HydraNet: Linear Decoding',
	`We propose HydraNet, a model of decoding. ${abstractNumber(8)}`,
]);
const otherHydra = dump(11, [
	'HydraNet: A Choir',
	`We propose HydraNet, a choir of birds. ${unrelated}`,
]);

const folder = sharedFolder();

/** A repository with a branch `main`, and one `side`, that both ingested. */
const fork = madeOnce(makeFork);

async function makeFork(
	main: readonly string[],
	side: readonly string[],
	hasAttributes = true,
): Promise<GitArchive> {
	const archive = createGitArchive(folder, hasAttributes);
	await archive.ingest(first);
	archive.git('switch', '--quiet', '--create', 'side');
	await archive.ingest(...side);
	archive.git('switch', '--quiet', 'main');
	await archive.ingest(...main);
	return archive;
}

/** The archive with `side` merged into `main`, and one with it the other way round. */
function mergeBothWays(archive: GitArchive): readonly [GitArchive, GitArchive] {
	const other = archive.clone();
	archive.try('merge', '--quiet', '--no-edit', 'side');
	other.git('switch', '--quiet', 'side');
	other.try('merge', '--quiet', '--no-edit', 'origin/main');
	// What was published does not speak here.
	other.git('remote', 'remove', 'origin');
	return [archive, other];
}

async function refusals({ content }: GitArchive): Promise<string[]> {
	const read = await readContent(content);
	return errorNames(() => readArchive(read));
}

async function idsOf(archive: GitArchive): Promise<Set<string>> {
	const lines = (await archive.read('ledger.jsonl')).split('\n').slice(0, -1);
	return new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id));
}

const forks = [
	['of different days', [ours], [theirs], true],
	['of one day, with conflict markers', [ours], [sameDay], false],
	['of one day, one of them a list in JSON', [ours], [list], true],
	['that name two systems alike', [hydra], [otherHydra], true],
	['of several days, some the same', [ours, dump(13, ['Late', 6])], [theirs, ours], true],
] as const;
// The same with what Git does to the lines the other way.
const otherwise = [
	['of one day', [ours], [sameDay], true],
	['of different days, with conflict markers', [ours], [theirs], false],
	['of one day, one of them a list in JSON, with conflict markers', [list], [ours], false],
] as const;

describe.each([...forks, ...(isLong ? otherwise : [])])(
	'two branches that ingested dumps %s',
	(_, main, side, hasAttributes) => {
		let archive: GitArchive;
		let other: GitArchive;
		let given: string[];

		beforeAll(async () => {
			archive = await fork(main, side, hasAttributes);
			given = [...(await idsOf(archive))];
			archive.git('switch', '--quiet', 'side');
			given.push(...(await idsOf(archive)));
			archive.git('switch', '--quiet', 'main');
			[archive, other] = mergeBothWays(archive);
		});

		test('are refused by a build until they are brought together', async () => {
			expect(await refusals(archive)).not.toEqual([]);
		});

		test('end in one right archive with every id, the same whichever merged which', async () => {
			for (const merged of [archive, other])
				expect(await merged.run('--repair')).toMatchObject({ code: 0 });
			expect(await archive.sums()).toEqual(await other.sums());
			expect(await refusals(archive)).toEqual([]);
			expect([...(await idsOf(archive))]).toEqual(expect.arrayContaining(given));
			for (const text of [...main, ...side])
				expect(Object.values(await archive.sums())).toContain(sumOf(text));
		});

		test('are not repaired again', async () => {
			const before = await archive.sums();
			const { stdout } = await archive.run('--repair');
			expect(stdout).toContain('Nothing to do: the archive is as it was.');
			expect(await archive.sums()).toEqual(before);
		});
	},
);

function sumOf(text: string): string {
	return dumpFile('dump.txt', text).sha256;
}

const bySum = (a: string, b: string) => (sumOf(a) < sumOf(b) ? -1 : 1);

describe('a merge of two branches', () => {
	test('is met by ingest, which brings them together and takes the new dump too', async () => {
		const [archive] = mergeBothWays(await fork([ours], [theirs]));
		const file = join(archive.folder, 'new.txt');
		await writeFile(file, dump(14, ['New', 7], ['Met There', 2]));
		const { code, stdout, stderr } = await archive.run(file);
		expect(code).toBe(0);
		expect(stdout).toContain('Both sides of the merge are in the archive');
		expect(stdout).toContain('2025-03-14  2 papers: 1 new, 1 known');
		expect(stderr).toContain('forwarded-paper');
		expect(stderr).toContain('told-apart');
		expect(await refusals(archive)).toEqual([]);
	});

	test('that was committed with one of two dumps finds the other in the history', async () => {
		const [archive] = mergeBothWays(await fork([ours], [sameDay]));
		archive.git('checkout', '--quiet', '--ours', 'content/dumps/2025-03-12.txt');
		archive.git('add', '.');
		archive.git('commit', '--quiet', '--no-edit');
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		expect(Object.values(await archive.sums())).toContain(sumOf(sameDay));
	});

	test('without a history asks for the other dump, and takes it', async () => {
		const [archive] = mergeBothWays(await fork([ours], [sameDay]));
		const copy = createGitArchive(folder);
		cpSync(archive.content, copy.content, { recursive: true });
		const refused = await copy.run('--repair');
		expect([refused.code, refused.stderr]).toEqual([
			1,
			expect.stringContaining('missing-side'),
		]);
		const file = join(copy.folder, 'other.txt');
		await writeFile(file, sameDay);
		expect(await copy.run('--repair', file)).toMatchObject({ code: 0 });
		expect(await refusals(copy)).toEqual([]);
	});

	test('leaves an address to one of two systems, and gives the other its own', async () => {
		const [archive] = mergeBothWays(await fork([hydra], [otherHydra]));
		const { code, stderr } = await archive.run('--repair');
		expect([code, stderr]).toEqual([0, expect.stringContaining('renamed-system')]);
		const names = await archive.read('names.jsonl');
		const slugs = [...names.matchAll(/"slug":"(hydranet[^"]*)"/g)].map(([, slug]) => slug);
		expect(slugs).toHaveLength(2);
		expect(slugs).toContain('hydranet');
	});

	test('extends the register that was published, as the remote or a person says', async () => {
		const origin = await fork([ours], [theirs]);
		const published = await origin.read('register.jsonl');
		const mine = origin.clone();
		mine.git('switch', '--quiet', 'side');
		mine.git('merge', '--quiet', '--no-edit', 'origin/main');
		expect(await mine.run('--repair')).toMatchObject({ code: 0 });
		expect((await mine.read('register.jsonl')).startsWith(published)).toBe(true);

		const other = origin.clone();
		other.git('switch', '--quiet', 'side');
		other.git('merge', '--quiet', '--no-edit', 'origin/main');
		other.git('remote', 'remove', 'origin');
		const site = join(other.folder, 'site');
		mkdirSync(site);
		await writeFile(join(site, 'register.jsonl'), published);
		expect(await other.run('--repair', '--published', site)).toMatchObject({ code: 0 });
		expect(await other.sums()).toEqual(await mine.sums());
	});

	test.each([
		['has all that the other has', [1, 2, 6], [1, 2, 6, 7]],
		['has the same papers, and other votes', [1, 2, 6], [1, 2, 6]],
	])('of a day that grew on both keeps the list that %s', async (_, one, other) => {
		const archive = createGitArchive(folder);
		await archive.ingest(first);
		const grow = async (papers: readonly number[], upvotes: number) => {
			const text = writeList(
				papers.map((number) => [`Paper ${number}`, abstractNumber(number)]),
				{ upvotes, submittedOnDailyAt: '2025-03-11T00:00:00.000Z' },
			);
			await archive.ingest(text);
			return text;
		};
		await grow([1, 2], 0);
		archive.git('switch', '--quiet', '--create', 'side');
		const lists = [await grow(one, 1)];
		archive.git('switch', '--quiet', 'main');
		lists.push(await grow(other, 2));
		const kept = other.length > one.length ? lists[1]! : lists.toSorted(bySum)[0]!;
		const merged = mergeBothWays(archive);
		for (const { run } of merged)
			expect(await run('--repair')).toMatchObject({ code: 0, stderr: '' });
		expect(await merged[0].sums()).toEqual(await merged[1].sums());
		expect((await merged[0].sums())['dumps/2025-03-11.json']).toBe(sumOf(kept));
		expect(await refusals(merged[0])).toEqual([]);
		expect((await merged[0].run('--repair')).stdout).toContain('Nothing to do');
	});

	test('is finished by hand as docs/merging.md says', async () => {
		const mine = dump(13, ['Mine', 8]);
		const archive = await fork([dump(12, ['Here', 6])], [mine], false);
		const published = await archive.read('register.jsonl');
		archive.try('merge', '--quiet', '--no-edit', 'side');
		for (const name of ['dumps.sha256', 'ledger.jsonl']) {
			const lines = (await archive.read(name)).split('\n');
			const left = lines.filter((line) => !/^[<=>]{7}/.test(line));
			await writeFile(join(archive.content, name), left.join('\n'));
		}
		await writeFile(join(archive.content, 'register.jsonl'), published);
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		expect(await refusals(archive)).toEqual([]);
		expect((await archive.read('register.jsonl')).startsWith(published)).toBe(true);
	});

	test('`--dry-run` tells, and writes nothing', async () => {
		const [archive] = mergeBothWays(await fork([ours], [theirs]));
		const before = await archive.sums();
		const { code, stdout } = await archive.run('--repair', '--dry-run');
		expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing was written')]);
		expect(await archive.sums()).toEqual(before);
	});
});
