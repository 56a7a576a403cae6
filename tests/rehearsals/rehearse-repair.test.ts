import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOffered } from '../../scripts/ci/read-offered.ts';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startRehearsal } from '../support/rehearsal.ts';
import { isLong } from '../support/sizes.ts';

const dump = (day: number, ...papers: readonly (readonly [string, number])[]) =>
	writeDump(
		`Mar ${day}`,
		papers.map(([title, number]) => [title, abstractNumber(number)]),
	);

/** A pull request of a branch that ingested one dump, to a base that ingested another since; `spoil` changes its ledger. */
async function offer(mine: string, theirs: string, spoil = (ledger: string) => ledger) {
	const folder = await temporaryFolder();
	const { origin, clone } = await startRehearsal(folder);
	const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
	const git = (place: string, ...parameters: string[]) =>
		execFileSync('git', ['-C', place, ...identity, ...parameters])
			.toString()
			.trim();
	const take = async (place: string, text: string) => {
		const file = join(folder, 'dump.txt');
		await writeFile(file, text);
		const parameters = [file, '--content', join(place, 'content'), '--year', '2025'];
		expect(await callScript(ingest, parameters)).toMatchObject({ code: 0 });
	};
	const [branch, main] = [clone(), clone()];
	await take(branch, mine);
	const ledger = join(branch, 'content/ledger.jsonl');
	await writeFile(ledger, spoil(await readFile(ledger, 'utf8')));
	await take(main, theirs);
	for (const place of [branch, main]) {
		git(place, 'add', '--all');
		git(place, 'commit', '--quiet', '-m', 'Ingest');
	}
	git(branch, 'push', '--quiet', origin, 'HEAD:refs/pull/7/head');
	git(main, 'push', '--quiet', origin, 'HEAD:main');
	const base = clone();
	const summary = `${base}.summary`;
	const { code } = await callScript(readOffered, ['--clone', base], {
		environment: {
			...(process.env as Record<string, string>),
			OFFPRINT_PULL: '7',
			OFFPRINT_HEAD: git(branch, 'rev-parse', 'HEAD'),
			GITHUB_STEP_SUMMARY: summary,
		},
	});
	return { code, summary: await readFile(summary, 'utf8') };
}

test('a branch that ingested too has its summary say what a repair would do', async () => {
	const { code, summary } = await offer(
		dump(12, ['Met Here', 2], ['Ours', 3]),
		dump(11, ['Met There', 2]),
	);
	expect(code).toBe(0);
	expect(summary).toContain('what bringing both sides together would do');
	expect(summary).toContain('forwarded-paper');
	expect(summary).toContain('Nothing was written.');
	// And what its dumps would bring by themselves.
	expect(summary).toContain('2025-03-12');
});

test.runIf(isLong)('two dumps of one day are told apart', async () => {
	const { code, summary } = await offer(dump(12, ['Ours', 3]), dump(12, ['Theirs', 4]));
	expect([code, summary]).toEqual([0, expect.stringContaining('renamed-digest')]);
});

test.runIf(isLong)('a ledger that cannot be repaired is said to be refused', async () => {
	const { code, summary } = await offer(
		dump(12, ['Ours', 3]),
		dump(11, ['Theirs', 4]),
		(ledger) => `${ledger}::error::\`\`\`</code>\n`,
	);
	expect([code, summary]).toEqual([0, expect.stringContaining('a repair would be refused')]);
	expect(summary).toContain('invalid-ledger-line');
});
