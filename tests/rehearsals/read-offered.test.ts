import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOffered } from '../../scripts/ci/read-offered.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startRehearsal } from '../support/rehearsal.ts';

const identity = ['-c', 'user.name=A Stranger', '-c', 'user.email=s@example.org'];

/** A pull request of a stranger's files, read by the job that reads it. */
async function offer(files: Readonly<Record<string, string>>, link?: string) {
	const { origin, clone } = await startRehearsal(await temporaryFolder());
	const stranger = clone();
	const git = (...parameters: string[]) =>
		execFileSync('git', ['-C', stranger, ...identity, ...parameters])
			.toString()
			.trim();
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(stranger, name)), { recursive: true });
		await writeFile(join(stranger, name), text);
	}
	if (link !== undefined) await symlink('/etc/passwd', join(stranger, link));
	git('add', '--all', '--force');
	git('commit', '--quiet', '-m', 'Add files via upload');
	git('push', '--quiet', origin, 'HEAD:refs/pull/7/head');
	const base = clone();
	const [outputs, summary] = [`${base}.outputs`, `${base}.summary`];
	const result = await callScript(readOffered, ['--clone', base], {
		environment: {
			...(process.env as Record<string, string>),
			OFFPRINT_PULL: '7',
			OFFPRINT_HEAD: git('rev-parse', 'HEAD'),
			GITHUB_OUTPUT: outputs,
			GITHUB_STEP_SUMMARY: summary,
		},
	});
	return {
		...result,
		base,
		outputs: await readFile(outputs, 'utf8'),
		summary: await readFile(summary, 'utf8').catch(() => ''),
	};
}

const dump = writeDump('Mar 11, 2025', [['Alpha', abstractNumber(1)]]);

describe('a pull request of a stranger', () => {
	test('has its dump reported on, with the archive and the code of the base', async () => {
		const { code, base, outputs, summary } = await offer({
			'content/inbox/trending.txt': dump,
			'content/inbox/bad.txt': 'no dump',
		});
		expect([code, outputs]).toEqual([0, 'code=false\ndumps=2\n']);
		expect(summary).toContain('1 new, 0 known, 0 revised, from `offered/trending.txt`');
		expect(summary).toContain('### Refused: `offered/bad.txt`');
		expect(existsSync(join(base, 'content/dumps/2025-03-11.txt'))).toBe(true);
	});

	test('has nothing else of it read: no code, no other content, no link', async () => {
		const { code, base, outputs, summary } = await offer(
			{
				'content/inbox/$(touch pwned)/; touch pwned.txt': dump,
				'content/ledger.jsonl': 'mine\n',
				'content/inbox/.hidden/dump.txt': dump,
				'code.ts': '// Mine.\n',
				'.gitattributes': '* filter=mine\n',
			},
			'content/inbox/link.txt',
		);
		expect([code, outputs]).toEqual([0, 'code=true\ndumps=2\n']);
		expect(summary).toContain('A  content/ledger.jsonl');
		expect(summary).toContain(
			"no plain files of a dump's size\n\n```text\ncontent/inbox/link.txt",
		);
		expect(await readFile(join(base, 'code.ts'), 'utf8')).toBe('// Code.\n');
		expect(existsSync(join(base, 'pwned'))).toBe(false);
		expect(existsSync(join(base, 'offered/.hidden'))).toBe(false);
		expect(await readFile(join(base, 'content/ledger.jsonl'), 'utf8')).not.toContain('mine');
	});

	test('without a dump has nothing to report', async () => {
		const { code, outputs, summary } = await offer({ 'code.ts': '// Mine.\n' });
		expect([code, outputs, summary]).toEqual([0, 'code=true\ndumps=0\n', '']);
	});
});
