import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { readContent } from '../../src/disk/content-folder.ts';
import { readArchive } from '../../src/pipeline.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, sharedFolder, temporaryFolder } from '../support/folders.ts';
import { runFile, runScript, type ScriptOptions } from '../support/run-script.ts';
import { figure, isLong, times } from '../support/sizes.ts';
import { change, writeContent } from '../support/write-content.ts';

describe('T7: a change of the content survives', () => {
	/** Change a folder in a process under a fault: the change is there or is not, and the next one ends as if nothing had been. */
	async function tryFault(fault: string) {
		const folder = join(await temporaryFolder(), 'content');
		await mkdir(join(folder, 'dumps'), { recursive: true });
		await writeFile(join(folder, 'dumps/2025-03-01.txt'), 'Dump of day 1\n');
		const { code } = await runFile('tests/support/write-content.ts', [folder], { fault });
		// The ledger speaks of all the others.
		if (existsSync(join(folder, 'ledger.jsonl'))) {
			expect(await readdir(join(folder, 'dumps'))).toHaveLength(4);
			expect(await readdir(folder)).toEqual(
				expect.arrayContaining(['dumps.sha256', 'names.jsonl', 'register.jsonl']),
			);
		}
		const { dumps, ledger } = await readContent(folder);
		const isOld = dumps.length === 1;
		expect([dumps.length, String(ledger)]).toEqual(isOld ? [1, ''] : [4, change.ledger]);
		await writeContent(folder);
		expect(await readdir(folder)).toEqual([
			'dumps',
			'dumps.sha256',
			'ledger.jsonl',
			'names.jsonl',
			'register.jsonl',
		]);
		expect(String((await readContent(folder)).ledger)).toBe(change.ledger);
		return { isOld, code };
	}

	const step = times(3, 1);
	test(`a kill before ${step === 1 ? 'every single' : 'every third'} change of the disk`, async () => {
		let kills = 0;
		let committed = 0;
		for (let turn = 1; ; turn += step) {
			const { isOld, code } = await tryFault(`KILL:${turn}`);
			if (code === 0) break;
			kills++;
			if (!isOld) committed++;
		}
		figure(
			'T7',
			`killed before each of ${kills} changes of the disk; ${committed} of them after the commit`,
		);
		expect(kills).toBeGreaterThan(14 / step);
		expect(committed).toBeGreaterThan(3 / step);
		expect(committed).toBeLessThan(kills);
	});

	test.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])(
		'a disk that fails every change from some moment on (%s)',
		async (fault) => {
			const turns = fault === 'ENOSPC' ? [1, 5, 9] : [5];
			for (const turn of isLong ? [1, 2, 3, 5, 7, 9] : turns)
				expect((await tryFault(`${fault}:${turn}`)).code).toBe(1);
		},
	);
});

const dumps = [1, 2, 3, 4].map((day) =>
	writeDump(`Mar ${day}`, [
		['Often Seen', abstractNumber(1)],
		[`Paper of Day ${day}`, abstractNumber(10 + day)],
	]),
);

describe('T7: ingest survives', () => {
	const folder = sharedFolder();
	const [old, whole] = [join(folder, 'old'), join(folder, 'whole')];
	const files = dumps.map((_, index) => join(folder, `2025-03-0${index + 1}.txt`));
	const news = files.slice(1);
	let seconds = 0;

	/** What a build would see, whatever lies about in the folder. */
	const archiveIn = async (content: string) => readArchive(await readContent(content));

	beforeAll(async () => {
		for (const [index, text] of dumps.entries()) await writeFile(files[index]!, text);
		await callScript(ingest, [files[0]!, '--content', old]);
		await cp(old, whole, { recursive: true });
		const start = performance.now();
		await runScript('ingest', [...news, '--content', whole]);
		seconds = (performance.now() - start) / 1000;
	});

	/** Ingest under a fault: the archive is the old or the new one, and the next run ends as if nothing had been. */
	async function tryFault(options: ScriptOptions) {
		const content = join(await temporaryFolder(), 'content');
		await cp(old, content, { recursive: true });
		const { code, stderr } = await runScript(
			'ingest',
			[...news, '--content', content],
			options,
		);
		const archive = await archiveIn(content);
		const isOld = archive.digests.length === 1;
		expect(archive).toEqual(await archiveIn(isOld ? old : whole));
		expect((await callScript(ingest, [...news, '--content', content])).code).toBe(0);
		expect(await fingerprint(content)).toEqual(await fingerprint(whole));
		expect((await readdir(content)).filter((file) => file.startsWith('.'))).toEqual([]);
		return { isOld, code, stderr };
	}

	const kills = times(2, 200);
	test(`${kills} kills at random moments`, async () => {
		let olds = 0;
		for (let kill = 0; kill < kills; kill++) {
			// Evenly over the run, so that the same moments are tried each time.
			const killAfter = (1000 * seconds * (kill + 1)) / (kills + 1);
			const { isOld, code } = await tryFault({ killAfter });
			// Killed, or done before.
			expect([null, 0]).toContain(code);
			if (isOld) olds++;
		}
		figure(
			'T7',
			`${kills} kills over ${(1000 * seconds).toFixed(0)} ms: ${olds} left the old archive, ${kills - olds} the new one`,
		);
	});

	test('a full disk, and says so without a stack', async () => {
		const { isOld, code, stderr } = await tryFault({ fault: 'ENOSPC:5' });
		expect([isOld, code, stderr]).toEqual([
			true,
			1,
			expect.stringContaining('no space left on the device'),
		]);
		expect(stderr).not.toMatch(/^\s+at /m);
	});

	const rounds = times(1, 20);
	test('ingests at once, of different dumps and of the same', async () => {
		for (let round = 0; round < rounds; round++) {
			const content = join(await temporaryFolder(), 'content');
			const results = await Promise.all(
				[...files.slice(0, 2), ...(isLong ? [...files, ...news] : files.slice(1, 3))].map(
					(file) => runScript('ingest', [file, '--content', content]),
				),
			);
			expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(
				results.map(() => [0, '']),
			);
			const { papers, digests } = await archiveIn(content);
			const days = isLong ? 4 : 3;
			expect(digests.map(({ id }) => id)).toEqual(
				(await archiveIn(whole)).digests.map(({ id }) => id).slice(0, days),
			);
			expect(papers).toHaveLength(1 + days);
			expect((await readdir(content)).filter((file) => file.startsWith('.'))).toEqual([]);
		}
		figure('T7', `${rounds} rounds of several ingests at once`);
	});

	// Mounting needs a privileged user; the injected faults above say the same for all.
	test.runIf(isLong && process.getuid?.() === 0)(
		'a full disk and a read-only one, mounted',
		async () => {
			const mount = join(await temporaryFolder(), 'mount');
			await mkdir(mount);
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount]);
			try {
				const content = join(mount, 'content');
				await cp(old, content, { recursive: true });
				await writeFile(join(mount, 'ballast'), Buffer.alloc(30_000));
				const before = await fingerprint(content);
				const full = await runScript('ingest', [...news, '--content', content]);
				expect(full.code).toBe(1);
				expect(full.stderr).toMatch(/no space left on the device/);
				expect(await fingerprint(content)).toEqual(before);
				execFileSync('mount', ['-o', 'remount,ro', mount]);
				const readOnly = await runScript('ingest', [...news, '--content', content]);
				expect(readOnly.code).toBe(1);
				expect(readOnly.stderr).toMatch(/read-only/);
				expect(await fingerprint(content)).toEqual(before);
				figure('T7', 'a full and a read-only file system, mounted: refused, untouched');
			} finally {
				execFileSync('umount', [mount]);
			}
		},
	);
});
