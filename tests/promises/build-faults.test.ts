import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../src/disk/lock.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { root, runScript, type ScriptOptions } from '../support/run-script.ts';
import { figure, times } from '../support/sizes.ts';

/** A site of one dump, the same with a second one, and content of both. */
async function prepare() {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	const ingest = async (day: number) => {
		const file = join(folder, `2025-03-0${day}.txt`);
		await writeFile(
			file,
			writeDump(`Mar ${day}`, [[`Paper of Day ${day}`, abstractNumber(day)]]),
		);
		await runScript('ingest', [file, '--content', content]);
	};
	const build = (out: string, options?: ScriptOptions) =>
		runScript('build', ['--content', content, '--out', out], options);
	const [old, whole] = [join(folder, 'old'), join(folder, 'whole')];
	await ingest(1);
	await build(old);
	await ingest(2);
	const start = performance.now();
	await build(whole);
	const longest = performance.now() - start;
	return {
		folder,
		old,
		whole,
		build,
		longest,
		sums: [await fingerprint(old), await fingerprint(whole)] as const,
	};
}

describe('T8: a build survives', () => {
	const kills = times(3, 50);

	test(`${kills} kills at random moments: the site is the old or the new one, and the next build leaves nothing behind`, async () => {
		const { folder, old, build, longest, sums } = await prepare();
		const out = join(folder, 'site');
		// Somewhat longer than a build, so that some come after the swap.
		const span = 1.3 * longest;
		let olds = 0;
		for (let kill = 0; kill < kills; kill++) {
			await rm(out, { recursive: true, force: true });
			await cp(old, out, { recursive: true });
			const { code } = await build(out, { killAfter: (span * (kill + 1)) / kills });
			const site = await fingerprint(out);
			const isOld = JSON.stringify(site) === JSON.stringify(sums[0]);
			if (!isOld) expect(site).toEqual(sums[1]);
			if (isOld) olds++;
			expect([null, 0]).toContain(code);
		}
		expect((await build(out)).code).toBe(0);
		expect(await fingerprint(out)).toEqual(sums[1]);
		expect(
			(await readdir(folder)).filter((name) => name.startsWith(`${basename(out)}.`)),
		).toEqual([]);
		const left = await readdir(join(root, '.cache/builds')).catch(() => []);
		expect(left.filter((pid) => !isAlive(Number(pid)))).toEqual([]);
		figure(
			'T8',
			`${kills} kills over ${span.toFixed(0)} ms: ${olds} left the old site, ${kills - olds} the new one`,
		);
	}, 900_000);

	test('a kill between the two renames of the swap is mended by the next build', async () => {
		const { folder, old, build, sums } = await prepare();
		const out = join(folder, 'site');
		await cp(old, `${out}.offprint-old`, { recursive: true });
		expect((await build(out)).code).toBe(0);
		expect(await fingerprint(out)).toEqual(sums[1]);
		expect((await readdir(folder)).filter((name) => name.startsWith('site.'))).toEqual([]);
	}, 60_000);

	test('two builds of one site at once', async () => {
		const { folder, build, sums } = await prepare();
		const out = join(folder, 'site');
		const results = await Promise.all([build(out), build(out)]);
		expect(results.map(({ code, stderr }) => [code, stderr])).toEqual([
			[0, ''],
			[0, ''],
		]);
		expect(await fingerprint(out)).toEqual(sums[1]);
	}, 60_000);
});
