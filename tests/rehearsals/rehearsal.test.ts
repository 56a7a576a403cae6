import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { dumpOf, expectArchive, rehearse, tipOf } from '../support/rehearsed-archive.ts';
import { figure, times } from '../support/sizes.ts';

const identity = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.org'];

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
		const orders = [
			['a', 'b'],
			['b', 'a'],
		];
		const archives = await Promise.all(
			orders.slice(0, times(1, 2)).map(async ([first, second]) => {
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
		for (const archive of archives) expect(archive).toEqual(archives[0]);
		expect(Object.keys(archives[0]!)).toEqual(
			expect.arrayContaining(['dumps/2025-03-11.txt', 'dumps/2025-03-12.txt']),
		);
	});
});
