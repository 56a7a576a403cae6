import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fakeGitHub } from '../support/fake-github.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { startRehearsal, type Rehearsal } from '../support/rehearsal.ts';
import { figure, isLong, times } from '../support/sizes.ts';

const dumpOf = (day: number, ...numbers: readonly number[]) =>
	writeDump(`Mar ${day}, 2025`, [
		['Often Seen', abstractNumber(1)],
		...numbers.map((number) => [`Paper ${number}`, abstractNumber(number)] as const),
	]);

const identity = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.org'];
const rehearse = async () => startRehearsal(await temporaryFolder());
const tipOf = ({ origin }: Rehearsal) =>
	execFileSync('git', ['-C', origin, 'rev-parse', 'main'], { encoding: 'utf8' }).trim();

/** What ingests of files, one after another, make of an empty archive. */
async function ingestedAlone(...dumps: readonly string[]): Promise<Record<string, string>> {
	const folder = await temporaryFolder();
	for (const [index, dump] of dumps.entries()) {
		const file = join(folder, `${index}.txt`);
		await writeFile(file, dump);
		await callScript(ingest, [file, '--content', join(folder, 'content')]);
	}
	return fingerprint(join(folder, 'content'));
}

async function expectArchive(rehearsal: Rehearsal, ...dumps: readonly string[]): Promise<void> {
	const { 'inbox/README.md': _guide, ...content } = await rehearsal.content();
	expect(content).toEqual(await ingestedAlone(...dumps));
}

describe('a run of the workflow, rehearsed on a bare repository', () => {
	test('takes up a dump that was pushed, in one commit, and says which commit to build', async () => {
		const rehearsal = await rehearse();
		await rehearsal.upload({ 'trending.txt': dumpOf(11, 2) });
		const { code, outputs, summary } = await rehearsal.takeUp(rehearsal.clone());
		expect([code, outputs]).toEqual([0, { commit: tipOf(rehearsal), code: 'true' }]);
		expect(rehearsal.subjects()[0]).toBe('Ingest 2025-03-11: 2 new papers, 0 known');
		expect(summary).toContain('### 2025-03-11: 2 papers');
		await expectArchive(rehearsal, dumpOf(11, 2));
	});

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

	test('starts again from the new tip when its push is rejected', async () => {
		const rehearsal = await rehearse();
		await rehearsal.upload({ 'one.txt': dumpOf(11, 2) });
		await rehearsal.upload({ 'two.txt': dumpOf(12, 2, 3) }, 'later');
		// While the run is at work, somebody puts a second dump into the inbox.
		await rehearsal.setHook(
			'pre-receive',
			'[ -e late ] && exit 0; touch late; unset GIT_QUARANTINE_PATH; git update-ref refs/heads/main refs/heads/later; exit 1',
		);
		const { code, stdout } = await rehearsal.takeUp(rehearsal.clone());
		expect([code, stdout]).toEqual([0, expect.stringContaining('Try 1 of 3')]);
		expect(rehearsal.subjects()[0]).toBe('Ingest 2 digests: 3 new papers, 2 known');
		await expectArchive(rehearsal, dumpOf(11, 2), dumpOf(12, 2, 3));
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

	test('of two at once, takes up each dump once, whoever is quicker', async () => {
		const rounds = times(1, 10);
		for (let round = 0; round < rounds; round++) {
			const rehearsal = await rehearse();
			await rehearsal.upload({ 'one.txt': dumpOf(11, 2) });
			const first = rehearsal.clone();
			await rehearsal.upload({ 'two.txt': dumpOf(12, 3) });
			const results = await Promise.all(
				[first, rehearsal.clone()].map((clone) => rehearsal.takeUp(clone)),
			);
			expect(results.map(({ code }) => code)).toEqual([0, 0]);
			await expectArchive(rehearsal, dumpOf(11, 2), dumpOf(12, 3));
		}
		figure('T7', `${rounds} rounds of two runs at once`);
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

	test.runIf(isLong)(
		'killed at any moment, the next run ends as if nothing had been',
		async () => {
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
		},
	);

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

	test('names and titles that would run something run nothing', async () => {
		const rehearsal = await rehearse();
		const title = '::set-output name=commit::$(touch pwned) `touch pwned` ${{ github.token }}';
		const names = [
			'$(touch pwned).txt',
			'; touch pwned',
			'--exec=touch pwned',
			'${{ github.token }}',
		];
		await rehearsal.upload(
			Object.fromEntries(
				names.map((name, index) => [
					name,
					writeDump(`Mar ${index + 1}, 2025`, [[title, abstractNumber(index)]]),
				]),
			),
		);
		const place = rehearsal.clone();
		const { code, stdout, outputs } = await rehearsal.takeUp(place, { GITHUB_ACTIONS: 'true' });
		expect([code, Object.keys(outputs)]).toEqual([0, ['commit', 'code']]);
		expect(existsSync(join(place, 'pwned'))).toBe(false);
		expect(existsSync('pwned')).toBe(false);
		expect(stdout).toMatch(/^::stop-commands::[\w-]{36}$/m);
		expect(
			Object.keys(await rehearsal.content()).filter((name) => name.startsWith('dumps/')),
		).toHaveLength(4);
	});

	test('two branches that both ingested are brought together, the same whichever was merged into which', async () => {
		const [one, other] = await Promise.all(
			[
				['a', 'b'],
				['b', 'a'],
			].map(async ([first, second]) => {
				const rehearsal = await rehearse();
				const place = rehearsal.clone();
				const git = (...parameters: string[]) =>
					execFileSync('git', ['-C', place, ...identity, ...parameters], {
						stdio: 'ignore',
					});
				for (const [branch, dump] of [
					['a', dumpOf(11, 2)],
					['b', dumpOf(12, 3)],
				] as const) {
					git('checkout', '--quiet', '-b', branch, 'main');
					await writeFile(join(place, '../dump.txt'), dump);
					const options = [
						join(place, '../dump.txt'),
						'--content',
						join(place, 'content'),
					];
					expect((await callScript(ingest, options)).code).toBe(0);
					git('add', '--all');
					git('commit', '--quiet', '-m', `Ingest on ${branch}`);
				}
				git('checkout', '--quiet', first!);
				try {
					git('merge', '--quiet', second!);
				} catch {
					// What a hurried person does with a conflict.
					git('add', '--all');
					git('commit', '--quiet', '-m', 'Merge');
				}
				git('push', '--quiet', 'origin', 'HEAD:refs/heads/main', first!, second!);
				const { code, summary } = await rehearsal.takeUp(rehearsal.clone());
				expect([code, summary]).toEqual([
					0,
					expect.stringContaining('### Two branches were brought together'),
				]);
				expect(rehearsal.subjects()[0]).toBe('Bring two branches together');
				// The register goes on from the one that was published, so it tells which side that was.
				const { 'register.jsonl': _register, ...content } = await rehearsal.content();
				return content;
			}),
		);
		expect(Object.keys(one!)).toEqual(
			expect.arrayContaining(['dumps/2025-03-11.txt', 'dumps/2025-03-12.txt']),
		);
		expect(one).toEqual(other);
	});
});
