import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/disk/content-folder.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { runScript, type ScriptOptions } from '../support/run-script.ts';
import { figure, isLong, times } from '../support/sizes.ts';

const dumps = [1, 2, 3, 4].map((day) =>
	writeDump(`Mar ${day}`, [
		['Often Seen', abstractNumber(1)],
		[`Paper of Day ${day}`, abstractNumber(10 + day)],
	]),
);

/** Folders with one dump ingested, with the other three ingested too, and files of these three. */
async function prepare() {
	const folder = await temporaryFolder();
	const files = await Promise.all(
		dumps.map(async (text, index) => {
			const file = join(folder, `2025-03-0${index + 1}.txt`);
			await writeFile(file, text);
			return file;
		}),
	);
	const [old, whole] = [join(folder, 'old'), join(folder, 'whole')];
	await runScript('ingest', [files[0]!, '--content', old]);
	await cp(old, whole, { recursive: true });
	await runScript('ingest', [...files.slice(1), '--content', whole]);
	return { folder, old, whole, news: files.slice(1) };
}

/** What a build would see, whatever lies about in the folder. */
async function archiveIn(content: string) {
	return runPipeline(await readContent(content));
}

/** Ingest under a fault: the archive is the old or the new one, and the next run ends as if nothing had been. */
async function tryFault(
	{ folder, old, whole, news }: Awaited<ReturnType<typeof prepare>>,
	name: string,
	options: ScriptOptions,
) {
	const content = join(folder, name);
	await cp(old, content, { recursive: true });
	const { code, stderr } = await runScript('ingest', [...news, '--content', content], options);
	const archive = await archiveIn(content);
	const isOld = archive.digests.length === 1;
	expect(archive).toEqual(await archiveIn(isOld ? old : whole));
	expect((await runScript('ingest', [...news, '--content', content])).code).toBe(0);
	expect(await fingerprint(content)).toEqual(await fingerprint(whole));
	expect((await readdir(content)).filter((file) => file.startsWith('.'))).toEqual([]);
	return { isOld, code, stderr };
}

describe('T7: ingest survives', () => {
	test('a kill before every single change of the disk', async () => {
		const archives = await prepare();
		let kills = 0;
		let committed = 0;
		for (let turn = 1; ; turn++) {
			const { isOld, code } = await tryFault(archives, `kill-${turn}`, {
				fault: `KILL:${turn}`,
			});
			if (code === 0) break;
			kills++;
			if (!isOld) committed++;
		}
		figure(
			'T7',
			`killed before each of ${kills} changes of the disk; ${committed} of them after the commit`,
		);
		expect(kills).toBeGreaterThan(12);
		expect(committed).toBeGreaterThan(3);
		expect(committed).toBeLessThan(kills);
	}, 120_000);

	const kills = times(5, 200);
	test(`${kills} kills at random moments`, async () => {
		const archives = await prepare();
		const start = performance.now();
		await tryFault(archives, 'whole-run', {});
		const longest = performance.now() - start;
		let old = 0;
		for (let kill = 0; kill < kills; kill++) {
			// Evenly over the run, so that the same moments are tried each time.
			const { isOld } = await tryFault(archives, `random-${kill}`, {
				killAfter: (longest * (kill + 1)) / (kills + 1),
			});
			if (isOld) old++;
		}
		expect(old).toBeGreaterThan(0);
		figure(
			'T7',
			`${kills} kills over ${longest.toFixed(0)} ms: ${old} left the old archive, ${kills - old} the new one`,
		);
	}, 600_000);

	test.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])(
		'a disk that fails every change from some moment on (%s)',
		async (fault) => {
			const archives = await prepare();
			for (const turn of [1, 2, 3, 5, 7, 9]) {
				const { code, stderr } = await tryFault(archives, `${fault}-${turn}`, {
					fault: `${fault}:${turn}`,
				});
				expect(code).toBe(1);
				expect(stderr).not.toMatch(/^\s+at /m);
			}
		},
		120_000,
	);

	test('two ingests at once, of different dumps and of the same', async () => {
		const { folder, whole, news } = await prepare();
		const rounds = times(2, 20);
		for (let round = 0; round < rounds; round++) {
			const content = join(folder, `two-${round}`);
			const all = [join(folder, '2025-03-01.txt'), ...news];
			const results = await Promise.all(
				[...all, ...all].map((file) => runScript('ingest', [file, '--content', content])),
			);
			expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(
				results.map(() => [0, '']),
			);
			const { papers, digests } = await archiveIn(content);
			expect(digests.map(({ id }) => id)).toEqual(
				(await archiveIn(whole)).digests.map(({ id }) => id),
			);
			expect(papers).toHaveLength(5);
			expect((await readdir(content)).filter((file) => file.startsWith('.'))).toEqual([]);
		}
		figure('T7', `${rounds} rounds of eight ingests at once`);
	}, 300_000);

	test('a lock that a killed process left, and one of a machine that cannot be asked', async () => {
		const { old, news } = await prepare();
		await writeFile(join(old, '.lock'), `999999999 ${(await import('node:os')).hostname()}\n`);
		expect((await runScript('ingest', [...news, '--content', old])).code).toBe(0);
	});

	// Mounting needs a privileged user; the injected faults above say the same for all.
	test.runIf(isLong && process.getuid?.() === 0)(
		'a full disk and a read-only one, mounted',
		async () => {
			const { folder, old, news } = await prepare();
			const mount = join(folder, 'mount');
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

test('a half-written file is never read', async () => {
	const { folder, old } = await prepare();
	const content = join(folder, 'half');
	await cp(old, content, { recursive: true });
	await mkdir(join(content, '.ingest'));
	await writeFile(join(content, '.ingest/ledger.jsonl'), '{"id":');
	expect(await archiveIn(content)).toEqual(await archiveIn(old));
	expect(await readFile(join(content, 'ledger.jsonl'), 'utf8')).toContain('Often'.toLowerCase());
});
