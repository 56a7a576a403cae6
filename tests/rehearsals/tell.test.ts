import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lastGood } from '../../scripts/ci/last-good.ts';
import { tellRefused } from '../../scripts/ci/tell-refused.ts';
import { tellRolledBack } from '../../scripts/ci/tell-rolled-back.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fakeGitHub } from '../support/fake-github.ts';
import { temporaryFolder } from '../support/folders.ts';

const lone = `${writeDump('Mar 11, 2025', [['Alpha', abstractNumber(1)]])}\n\n@someone Alone`;

describe('what is told on GitHub', () => {
	test('one issue for each refused dump, found again, and closed when the file goes', async () => {
		const github = await fakeGitHub();
		const clone = await temporaryFolder();
		const inbox = join(clone, 'content/inbox');
		const environment = { ...(process.env as Record<string, string>), ...github.environment };
		const tell = async () => {
			const { code, stderr } = await callScript(tellRefused, ['--clone', clone], {
				environment,
			});
			expect([code, stderr]).toEqual([0, '']);
		};
		await mkdir(inbox, { recursive: true });
		await writeFile(join(inbox, 'bad @someone `x`.txt'), lone);
		await tell();
		await tell();
		expect(github.calls).toEqual(['POST /issues']);
		const [issue] = github.issues;
		expect(issue!.title).not.toContain('@someone');
		expect(issue!.body).toMatch(/^SHA-256: `[0-9a-f]{64}`$/m);
		expect(issue!.body).toContain('15:1  Title without an abstract: `@someone Alone`');
		expect(issue!.body).toContain('Restore the abstract');
		await rm(join(inbox, 'bad @someone `x`.txt'));
		await writeFile(join(inbox, 'renamed.txt'), lone);
		await tell();
		expect(github.calls).toHaveLength(1);
		await writeFile(join(inbox, 'renamed.txt'), 'no dump');
		await tell();
		expect(github.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
	});

	test('one issue when a site was rolled back, as long as it is open', async () => {
		const { environment, issues } = await fakeGitHub();
		await callScript(tellRolledBack, [], { environment });
		await callScript(tellRolledBack, [], { environment });
		expect(issues).toHaveLength(1);
	});

	test('nothing in a fork without issues, and why', async () => {
		const github = await fakeGitHub();
		github.hasIssues = false;
		const folder = await temporaryFolder();
		const environment = {
			...(process.env as Record<string, string>),
			...github.environment,
			GITHUB_STEP_SUMMARY: join(folder, 'summary'),
		};
		for (const tell of [tellRefused, tellRolledBack]) {
			const parameters = tell === tellRefused ? ['--clone', folder] : [];
			const { code, stderr } = await callScript(tell, parameters, { environment });
			expect([code, stderr]).toEqual([0, '']);
		}
		expect(await readFile(join(folder, 'summary'), 'utf8')).toContain(
			'This repository has no issues',
		);
	});

	test('which run published last what is still right, and what its last attempt handed on', async () => {
		const github = await fakeGitHub();
		const { environment } = github;
		const outputs = async () => (await callScript(lastGood, [], { environment })).stdout;
		expect(await outputs()).toBe('run=\ncommit=\nsite=\n');
		github.runs = [{ id: 7, head_sha: 'a'.repeat(40) }];
		expect(await outputs()).toBe(`run=7\ncommit=${'a'.repeat(40)}\nsite=\n`);
		github.artifacts = [
			{ id: 1, name: 'github-pages-1', expired: false },
			{ id: 3, name: 'github-pages-2', expired: false },
			{ id: 4, name: 'sums', expired: false },
			{ id: 5, name: 'github-pages-3', expired: true },
		];
		expect(await outputs()).toContain('\nsite=github-pages-2\n');
	});
});
