import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../scripts/verify.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { sharedFolder } from '../support/folders.ts';
import { cloneOf, createGitArchive, type GitArchive } from '../support/git-archive.ts';
import { isLong } from '../support/sizes.ts';

const dump = (day: number) => writeDump(`Mar ${day}`, [[`Paper ${day}`, abstractNumber(day)]]);

const folder = sharedFolder();
let origin: GitArchive;
let whole: string;

beforeAll(async () => {
	origin = createGitArchive(folder);
	await origin.ingest(dump(10), dump(11), dump(12));
	whole = await origin.read('register.jsonl');
});

const registerOf = ({ content }: GitArchive) => join(content, 'register.jsonl');
const check = ({ content }: GitArchive) => callScript(verify, ['--content', content]);

async function loseRegister(archive: GitArchive, left: string | undefined): Promise<void> {
	if (left === undefined) await rm(registerOf(archive));
	else await writeFile(registerOf(archive), left);
}

/** What is not taken for an archive as it should be, neither by ingest nor by `npm run verify`. */
async function expectRefused(archive: GitArchive, name: string): Promise<void> {
	const before = await archive.sums();
	const offered = `${archive.folder}.txt`;
	await writeFile(offered, dump(20));
	const answers = [await check(archive), await archive.run(offered)];
	if (isLong) answers.push(await archive.run());
	for (const { code, stderr } of answers)
		expect([code, stderr]).toEqual([1, expect.stringContaining(name)]);
	expect(await archive.sums()).toEqual(before);
}

async function expectTold(archive: GitArchive): Promise<void> {
	const { code, stderr } = await check(archive);
	expect([code, stderr]).toEqual([1, expect.stringContaining('forgotten-address')]);
	const offered = `${archive.folder}.txt`;
	await writeFile(offered, dump(20));
	const ingested = await archive.run(offered);
	expect([ingested.code, ingested.stderr]).toEqual([
		0,
		expect.stringMatching(/Git has `\d+ addresses` of this archive.* behind-git/),
	]);
}

async function expectWhole(archive: GitArchive): Promise<void> {
	expect(await archive.read('register.jsonl')).toBe(whole);
	expect(await check(archive)).toMatchObject({ code: 0, stderr: '' });
	if (isLong) expect((await archive.run()).stdout).toContain('Nothing to do');
}

const firstLine = () => whole.slice(0, whole.indexOf('\n') + 1);
// At every push each loss is mended in one of the ways.
const isTried = (loss: string, way: string) => isLong || tried[loss] === way;
const tried: Readonly<Record<string, string>> = {
	empty: 'the remote',
	missing: 'the history',
	'cut after a line': 'the site',
};
const losses: readonly (readonly [string, string, () => string | undefined])[] = [
	['empty', 'missing-register', () => ''],
	['missing', 'missing-register', () => undefined],
	['cut after a line', 'unregistered-address', firstLine],
];

describe.each(losses)('a register that is %s', (loss, name, left) => {
	test.runIf(isTried(loss, 'the remote'))(
		'is refused, and found again in what was committed',
		async () => {
			const archive = cloneOf(origin);
			await loseRegister(archive, left());
			await expectRefused(archive, name);
			expect(await archive.run('--repair')).toMatchObject({ code: 0 });
			await expectWhole(archive);
		},
	);

	test.runIf(isTried(loss, 'the history'))(
		'is found again without a remote, though its loss was committed',
		async () => {
			const archive = cloneOf(origin);
			archive.git('remote', 'remove', 'origin');
			await loseRegister(archive, left());
			archive.git('commit', '--quiet', '--all', '--message', 'Lose it');
			await expectRefused(archive, name);
			expect(await archive.run('--repair')).toMatchObject({ code: 0 });
			await expectWhole(archive);
		},
	);

	test.runIf(isTried(loss, 'the site'))(
		'goes on from the site that was published, if it is named',
		async () => {
			const archive = cloneOf(origin);
			const site = `${archive.folder}-site`;
			await cp(archive.content, site, { recursive: true });
			await rm(join(archive.folder, '.git'), { recursive: true });
			await loseRegister(archive, left());
			await expectRefused(archive, name);
			expect(await archive.run('--repair', '--published', site)).toMatchObject({ code: 0 });
			await expectWhole(archive);
		},
	);
});

describe('a register that is nowhere', () => {
	test.runIf(isLong)('begins when a person asks for it, and it is said', async () => {
		const archive = cloneOf(origin);
		await rm(join(archive.folder, '.git'), { recursive: true });
		await rm(registerOf(archive));
		const { code, stderr } = await archive.run('--repair');
		expect([code, stderr]).toEqual([0, expect.stringContaining('new-register')]);
		expect(await check(archive)).toMatchObject({ code: 0 });
	});

	test.runIf(isLong)('does not begin where Git has only the end of the history', async () => {
		await loseRegister(origin, undefined);
		origin.git('commit', '--quiet', '--all', '--message', 'Lose it');
		const archive = cloneOf(origin, '--depth=1');
		origin.git('reset', '--quiet', '--hard', 'HEAD~1');
		await expectRefused(archive, 'missing-register');
		const { code, stderr } = await archive.run('--repair');
		expect([code, stderr]).toEqual([1, expect.stringContaining('--unshallow')]);
		archive.git('fetch', '--quiet', '--unshallow');
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		await expectWhole(archive);
	});
});

describe('an archive that is older than what Git has of it', () => {
	test.each<[string, (archive: GitArchive) => void]>([
		[
			'checked out of an earlier commit',
			(archive) => archive.git('restore', '--source=HEAD~1', 'content'),
		],
		[
			'reverted, though it was published',
			(archive) => archive.git('revert', '--no-edit', 'HEAD'),
		],
	])('is refused by verify, and an ingest says so: %s', async (_, change) => {
		const archive = cloneOf(origin);
		change(archive);
		expect(await archive.read('register.jsonl')).not.toBe(whole);
		await expectTold(archive);
	});

	test('is told when all of it is deleted, and another begins in its place', async () => {
		const archive = cloneOf(origin);
		await rm(archive.content, { recursive: true });
		expect(await check(archive)).toMatchObject({ code: 1 });
		await mkdir(archive.content);
		await expectTold(archive);
		expect(await check(archive)).toMatchObject({ code: 0, stderr: '' });
	});

	test.runIf(isLong)('goes on where it was reverted before it was published', async () => {
		const archive = cloneOf(origin);
		await archive.ingest(dump(13));
		archive.git('revert', '--no-edit', 'HEAD');
		await archive.ingest(dump(14));
		expect(await check(archive)).toMatchObject({ code: 0, stderr: '' });
		expect((await archive.read('register.jsonl')).startsWith(whole)).toBe(true);
	});

	test.runIf(isLong)(
		'goes on where its revert was pushed, as it is when it was never published',
		async () => {
			const archive = cloneOf(origin);
			await archive.ingest(dump(13));
			archive.git('push', '--quiet', 'origin', 'HEAD:pushed');
			archive.git('revert', '--no-edit', 'HEAD');
			archive.git('push', '--quiet', 'origin', 'HEAD:pushed');
			archive.git('remote', 'set-head', 'origin', 'pushed');
			await archive.ingest(dump(14));
			expect((await archive.run('--repair')).stdout).toContain('Nothing to do');
			expect(await check(archive)).toMatchObject({ code: 0, stderr: '' });
		},
	);

	test.runIf(isLong)('begins anew where it was taken out of Git', async () => {
		const archive = cloneOf(origin);
		archive.git('rm', '-r', '--quiet', 'content');
		await archive.ingest(dump(13), dump(14));
		expect(await check(archive)).toMatchObject({ code: 0, stderr: '' });
	});
});

test.runIf(isLong)(
	'a register that another program wrote anew goes on from the published one after a repair',
	async () => {
		const archive = cloneOf(origin);
		await rm(join(archive.content, 'register.jsonl'));
		const other = cloneOf(archive);
		await rm(join(other.folder, '.git'), { recursive: true });
		await rm(registerOf(other));
		expect(await other.run('--repair')).toMatchObject({ code: 0 });
		await cp(registerOf(other), registerOf(archive));
		expect(await readFile(registerOf(archive), 'utf8')).not.toBe(whole);
		expect(await check(archive)).toMatchObject({ code: 0 });
		expect(await archive.run('--repair')).toMatchObject({ code: 0 });
		await expectWhole(archive);
	},
);
