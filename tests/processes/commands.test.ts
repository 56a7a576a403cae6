import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { sharedFolder } from '../support/folders.ts';
import { root, runScript } from '../support/run-script.ts';
import { toyFolder, toyRepoSite } from '../support/toy-archive.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	scripts: Readonly<Record<string, string>>;
};

describe('the commands, as processes', () => {
	const folder = sharedFolder();
	const content = join(folder, 'content');
	const dump = join(folder, '2025-03-11.txt');

	test.each(Object.values(scripts).flatMap((line) => /scripts\/\S+/.exec(line)?.[0] ?? []))(
		'%s is there',
		(file) => {
			expect(existsSync(join(root, file))).toBe(true);
		},
	);

	test('ingest ends with 0, and with 1 when a file is refused', async () => {
		await writeFile(dump, writeDump('Mar 11', [['Alpha', abstractNumber(1)]]));
		const taken = await runScript('ingest', [dump, '--content', content]);
		expect(taken).toMatchObject({ code: 0, stderr: '' });
		expect(taken.stdout).toContain('2025-03-11  1 paper: 1 new, 0 known');
		await writeFile(dump, 'no dump');
		const refused = await runScript('ingest', [dump, '--content', content]);
		expect(refused).toMatchObject({ code: 1, stdout: '' });
		expect(refused.stderr).toContain('wrong-header');
	});

	test('correct ends with 1 when nothing would change', async () => {
		const { code, stderr } = await runScript('correct', [
			'restore',
			'hhe36vy49x',
			'--content',
			toyFolder,
		]);
		expect([code, stderr]).toEqual([1, expect.stringContaining('Nothing changes')]);
	});

	test('check ends with 0 for a site in order', async () => {
		const { folder: out } = toyRepoSite();
		const { code, stdout } = await runScript('check', ['--out', out, '--content', toyFolder]);
		expect([code, stdout]).toEqual([0, expect.stringContaining('all in order')]);
	});

	test('restore reads standard input', async () => {
		const input = '{"id":"1","field":"title","text":"15times"}\n';
		const { code, stdout } = await runScript('restore', [], { input });
		expect([code, JSON.parse(stdout)]).toMatchObject([0, { spans: [{ text: '15×' }] }]);
	});
});
