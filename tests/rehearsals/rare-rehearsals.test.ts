import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { fakeGitHub } from '../support/fake-github.ts';
import { fingerprint } from '../support/folders.ts';
import { dumpOf, expectArchive, rehearse, tipOf } from '../support/rehearsed-archive.ts';
import { figure, isLong } from '../support/sizes.ts';

// What befalls few runs, or takes long to try.
describe.runIf(isLong)('a rare run of the workflow, rehearsed on a bare repository', () => {
	test('leaves a refused dump where it is, tells why, and stays green', async () => {
		const rehearsal = await rehearse();
		await rehearsal.upload({ 'bad.txt': 'no dump', 'good.txt': dumpOf(11) });
		const { code, summary } = await rehearsal.takeUp(rehearsal.clone());
		expect([code, summary]).toEqual([
			0,
			expect.stringContaining('### Refused: `content/inbox/bad.txt`'),
		]);
		expect(Object.keys(await rehearsal.content())).toContain('inbox/bad.txt');
		expect(rehearsal.subjects()[0]).toBe('Ingest 2025-03-11: 1 new paper, 0 known');
		const again = await rehearsal.takeUp(rehearsal.clone());
		expect([again.code, again.outputs['commit']]).toEqual([0, tipOf(rehearsal)]);
		expect(rehearsal.subjects()).toHaveLength(3);
	});

	test('takes up what was put among the dumps by hand, and moves it to the inbox when it is refused', async () => {
		const rehearsal = await rehearse();
		await rehearsal.upload({
			'../dumps/2025-03-11.txt': dumpOf(11),
			'../dumps/my dump.txt': 'no dump',
		});
		const { code } = await rehearsal.takeUp(rehearsal.clone());
		expect([code, Object.keys(await rehearsal.content()).toSorted()]).toEqual([
			0,
			[
				'dumps.sha256',
				'dumps/2025-03-11.txt',
				'inbox/README.md',
				'inbox/my dump.txt',
				'ledger.jsonl',
				'register.jsonl',
			],
		]);
	});

	test('gives up after three tries, with nothing changed, and says what to set', async () => {
		const rehearsal = await rehearse();
		await rehearsal.upload({ 'one.txt': dumpOf(11) });
		const before = tipOf(rehearsal);
		await rehearsal.setHook('pre-receive', 'echo "main is protected" >&2; exit 1');
		const { code, stdout, stderr } = await rehearsal.takeUp(rehearsal.clone());
		expect(code).toBe(1);
		expect(stdout).toMatch(/Try 3 of 3[\s\S]*main is protected/);
		expect(stderr).toContain('OFFPRINT_TAKE_UP');
		expect(tipOf(rehearsal)).toBe(before);
	});

	test('a run after one that was killed between push and deploy builds the same commit', async () => {
		const rehearsal = await rehearse();
		await rehearsal.upload({ 'one.txt': dumpOf(11) });
		const killed = await rehearsal.takeUp(rehearsal.clone());
		const next = await rehearsal.takeUp(rehearsal.clone(), {
			OFFPRINT_LAST_GOOD: killed.outputs['commit']!,
		});
		expect(next.outputs).toEqual({ commit: killed.outputs['commit'], code: 'false' });
	});

	test('killed at any moment, the next run ends as if nothing had been', async () => {
		const kills = 30;
		let finished = 0;
		const whole = await rehearse();
		await whole.upload({ 'one.txt': dumpOf(11, 2) });
		const start = performance.now();
		await whole.startTakeUp(whole.clone());
		const duration = performance.now() - start;
		for (let kill = 0; kill < kills; kill++) {
			const rehearsal = await rehearse();
			await rehearsal.upload({ 'one.txt': dumpOf(11, 2) });
			// Evenly over the run, so that the same moments are tried each time.
			const killAfter = (duration * (kill + 1)) / kills;
			const { code } = await rehearsal.startTakeUp(rehearsal.clone(), killAfter);
			if (code === 0) finished++;
			expect((await rehearsal.takeUp(rehearsal.clone())).code).toBe(0);
			await expectArchive(rehearsal, dumpOf(11, 2));
		}
		figure(
			'T7',
			`${kills} kills of a run over ${duration.toFixed(0)} ms, ${finished} after its end`,
		);
	});

	test('the same dump by way of the inbox and by way of FILE is one digest', async () => {
		const rehearsal = await rehearse();
		const own = rehearsal.clone();
		await rehearsal.upload({ 'one.txt': dumpOf(11, 2) });
		await rehearsal.takeUp(rehearsal.clone());
		const file = join(own, '../dump.txt');
		await writeFile(file, dumpOf(11, 2));
		execFileSync('git', ['-C', own, 'pull', '--quiet', 'origin', 'main']);
		const before = await fingerprint(join(own, 'content'));
		const { stdout } = await callScript(ingest, [file, '--content', join(own, 'content')]);
		expect(stdout).toContain('is 2025-03-11 already');
		expect(await fingerprint(join(own, 'content'))).toEqual(before);
		await rehearsal.upload({ 'once more.txt': dumpOf(11, 2) });
		await rehearsal.takeUp(rehearsal.clone());
		expect(rehearsal.subjects()[0]).toBe('Take 1 dump that the archive has out of the inbox');
		await expectArchive(rehearsal, dumpOf(11, 2));
	});

	test('offers one pull request for a protected branch, and has the tip built meanwhile', async () => {
		const rehearsal = await rehearse();
		const github = await fakeGitHub();
		await rehearsal.upload({ 'one.txt': dumpOf(11) });
		const before = tipOf(rehearsal);
		const environment = { ...github.environment, OFFPRINT_TAKE_UP: 'pull-request' };
		for (let run = 0; run < 2; run++) {
			const { code, outputs } = await rehearsal.takeUp(rehearsal.clone(), environment);
			expect([code, outputs['commit'], tipOf(rehearsal)]).toEqual([0, before, before]);
		}
		expect(github.pulls).toEqual([
			expect.objectContaining({
				title: 'Ingest 2025-03-11: 1 new paper, 0 known',
				head: 'offprint/take-up',
				base: 'main',
			}),
		]);
	});

	test('code is new when anything but content changed since the last publication', async () => {
		const rehearsal = await rehearse();
		const published = tipOf(rehearsal);
		await rehearsal.upload({ 'one.txt': dumpOf(11) });
		const environment = { OFFPRINT_LAST_GOOD: published };
		const content = await rehearsal.takeUp(rehearsal.clone(), environment);
		expect(content.outputs['code']).toBe('false');
		await rehearsal.upload({ '../../code.ts': '// Other code.\n' });
		const code = await rehearsal.takeUp(rehearsal.clone(), environment);
		expect(code.outputs['code']).toBe('true');
	});
});
