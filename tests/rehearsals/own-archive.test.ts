import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fakeGitHub } from '../support/fake-github.ts';
import { temporaryFolder } from '../support/folders.ts';
import { rehearseJobs, type Runner } from '../support/rehearse-jobs.ts';
import { root } from '../support/run-script.ts';
import { isLong } from '../support/sizes.ts';
import { serveSite } from '../support/serve-site.ts';

const jobs = ['take-up', 'tell', 'build', 'deploy', 'verify'];
const dumpOf = (day: number, ...numbers: readonly number[]) =>
	writeDump(
		`Mar ${day}, 2025`,
		numbers.map((number) => [`Paper ${number}`, abstractNumber(number)] as const),
	);

/** A repository that holds content alone, founded with the files that the guide names. */
async function foundArchive(folder: string) {
	const origin = join(folder, 'origin.git');
	const clone = join(folder, 'own');
	const git = (...parameters: string[]) =>
		execFileSync(
			'git',
			['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters],
			{
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe'],
			},
		).trim();
	git('init', '--quiet', '--bare', '--initial-branch', 'main', origin);
	git('clone', '--quiet', origin, clone);
	git('-C', clone, 'checkout', '--quiet', '-B', 'main');
	for (const [from, to] of [
		['pages.yml', '.github/workflows/pages.yml'],
		['site.yaml', 'content/site.yaml'],
		['gitattributes', '.gitattributes'],
	] as const) {
		await mkdir(dirname(join(clone, to)), { recursive: true });
		const text = await readFile(join(root, 'docs/starter', from), 'utf8');
		await writeFile(join(clone, to), text.replaceAll(/<[A-Z]+>/g, 'mathprint'));
	}
	const push = async (files: Readonly<Record<string, string>>) => {
		if (git('-C', origin, 'branch') !== '')
			git('-C', clone, 'pull', '--quiet', '--rebase', 'origin', 'main');
		for (const [name, text] of Object.entries(files)) {
			await mkdir(dirname(join(clone, name)), { recursive: true });
			await writeFile(join(clone, name), text);
		}
		git('-C', clone, 'add', '--all');
		git('-C', clone, 'commit', '--quiet', '--message', 'Add to the archive');
		git('-C', clone, 'push', '--quiet', 'origin', 'HEAD:main');
	};
	const files = () => git('-C', origin, 'ls-tree', '-r', '--name-only', 'main').split('\n');
	const subject = () => git('-C', origin, 'log', '-1', '--format=%s', 'main');
	return { origin, push, files, subject };
}

describe('an archive that holds content alone', () => {
	test('is published by the workflow of this repository, and goes on from there', async () => {
		const folder = await temporaryFolder();
		const github = await fakeGitHub();
		const archive = await foundArchive(folder);
		const published = join(folder, 'published');
		await mkdir(published);
		await writeFile(join(published, '404.html'), 'Not Found');
		const host = await serveSite(published, '/mathprint/');
		const runner = (first: boolean): Runner => ({
			origin: archive.origin,
			published,
			url: host.url,
			environment: {
				...github.environment,
				GITHUB_WORKFLOW_REF: 'someone/archive/.github/workflows/pages.yml@refs/heads/main',
			},
			values: {
				'github.run_id': '1',
				'github.run_attempt': '1',
				'github.token': 'token',
				'github.event.inputs.year': '',
				"github.event.inputs.first == 'true' && 'true'": first ? 'true' : '',
				'job.workflow_repository': 'OWNER/offprint',
				'job.workflow_sha': '0'.repeat(40),
				"github.event.schedule == '17 5 * * 1' && 'all'": 'all',
			},
		});
		const read = (path: string) => readFile(join(published, path), 'utf8');
		try {
			await archive.push({
				'content/inbox/trending.txt': dumpOf(11, 1, 2),
				'content/inbox/notes.txt': 'no dump',
			});
			const first = await rehearseJobs(folder, runner(true), jobs);
			expect(first.summary).toContain('### 2025-03-11: 2 papers');
			expect(archive.subject()).toBe('Ingest 2025-03-11: 2 new papers, 0 known');
			expect(github.issues.map(({ title }) => title)).toEqual(['Refused dump: notes.txt']);
			expect(archive.files()).toEqual([
				'.gitattributes',
				'.github/workflows/pages.yml',
				'content/dumps.sha256',
				'content/dumps/2025-03-11.txt',
				'content/inbox/notes.txt',
				'content/ledger.jsonl',
				'content/register.jsonl',
				'content/site.yaml',
			]);
			expect(await read('index.html')).toContain('<h1>Mathprint</h1>');
			if (!isLong) return;
			const addresses = await read('urls.txt');

			await archive.push({ 'content/inbox/trending.txt': dumpOf(12, 2, 3) });
			const next = await rehearseJobs(folder, runner(false), jobs);
			expect(archive.subject()).toBe('Ingest 2025-03-12: 1 new paper, 1 known');
			expect(next.log).toMatch(/files compared, 0 differ/);
			expect((await read('urls.txt')).split('\n')).toEqual(
				expect.arrayContaining(addresses.split('\n')),
			);

			// What cannot be held to what was published is not published.
			await archive.push({ 'content/site.yaml': 'name: Otherprint\n' });
			await rm(join(published, 'urls.txt'));
			await expect(rehearseJobs(folder, runner(false), jobs)).rejects.toThrow(
				'has no urls.txt, expected what was published last',
			);
			expect(await read('index.html')).toContain('<h1>Mathprint</h1>');
		} finally {
			await host.close();
		}
	});
});
