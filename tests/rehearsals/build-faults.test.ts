import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { isAlive } from '../../src/disk/holder.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, sharedFolder } from '../support/folders.ts';
import { onlyProgress, root, runScript, type ScriptOptions } from '../support/run-script.ts';
import { figure, times } from '../support/sizes.ts';
import { writeSmallSite } from '../support/small-site.ts';

describe('T8: a build survives', () => {
	const folder = sharedFolder();
	const [content, whole, out] = [
		join(folder, 'content'),
		join(folder, 'whole'),
		join(folder, 'out'),
	];
	let old = '';
	let longest = 0;
	let sums: Readonly<Record<'old' | 'whole', Record<string, string>>>;

	const build = (place: string, options?: ScriptOptions) =>
		runScript('build', ['--content', content, '--out', place], options);

	beforeAll(async () => {
		old = await writeSmallSite(folder);
		// What makes a folder one of this project, that a build may replace.
		await writeFile(join(old, 'urls.txt'), '');
		const dump = join(folder, '2025-03-01.txt');
		await writeFile(dump, writeDump('Mar 1', [['A Paper', abstractNumber(1)]]));
		await callScript(ingest, [dump, '--content', content]);
		const start = performance.now();
		await build(whole);
		longest = performance.now() - start;
		sums = { old: await fingerprint(old), whole: await fingerprint(whole) };
	});

	const kills = times(2, 50);
	test(`${kills} kills at random moments: the site is the old or the new one, and the next build leaves nothing behind`, async () => {
		// Somewhat longer than a build, so that some come after the swap.
		const span = 1.3 * longest;
		let olds = 0;
		for (let kill = 0; kill < kills; kill++) {
			await rm(out, { recursive: true, force: true });
			await cp(old, out, { recursive: true });
			const { code } = await build(out, { killAfter: (span * (kill + 1)) / (kills + 1) });
			const site = await fingerprint(out);
			const isOld = JSON.stringify(site) === JSON.stringify(sums.old);
			if (!isOld) expect(site).toEqual(sums.whole);
			if (isOld) olds++;
			expect([null, 0]).toContain(code);
		}
		expect((await build(out)).code).toBe(0);
		expect(await fingerprint(out)).toEqual(sums.whole);
		expect((await readdir(folder)).filter((name) => name.startsWith('out.'))).toEqual([]);
		const left = await readdir(join(root, '.cache/builds')).catch(() => []);
		expect(left.filter((pid) => !isAlive(Number(pid)))).toEqual([]);
		figure(
			'T8',
			`${kills} kills over ${span.toFixed(0)} ms: ${olds} left the old site, ${kills - olds} the new one`,
		);
	});

	test('two builds of one site at once', async () => {
		const results = await Promise.all([build(out), build(out)]);
		for (const { code, stderr } of results) {
			expect(stderr).toMatch(onlyProgress);
			expect(code).toBe(0);
		}
		expect(await fingerprint(out)).toEqual(sums.whole);
	});
});
