import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { root, runScript } from '../support/run-script.ts';

/** Run the script with something on standard input. */
async function restoreLines(input: string) {
	const child = spawn(process.execPath, ['scripts/restore.ts'], { cwd: root });
	let [stdout, stderr] = ['', ''];
	child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	child.stdin.end(input);
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, stdout, stderr };
}

describe('npm run restore', () => {
	test('reads texts as JSON lines and writes their spans', async () => {
		const lines = [
			{ id: '1', field: 'abstract', text: 'up to 15times in O(n^2)' },
			{ id: '2', field: 'title', text: 'Plain' },
		];
		const { code, stdout } = await restoreLines(
			lines.map((line) => JSON.stringify(line)).join('\n'),
		);
		expect(code).toBe(0);
		expect(
			stdout
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line) as unknown),
		).toEqual([
			{
				id: '1',
				field: 'abstract',
				spans: [
					{ start: 6, end: 13, text: '15×', kind: 'times', rule: 'multiplier' },
					{
						start: 17,
						end: 23,
						text: 'O(n²)',
						tex: 'O(n^2)',
						kind: 'math',
						rule: 'formula',
					},
				],
			},
			{ id: '2', field: 'title', spans: [] },
		]);
	});

	test('says which line is none', async () => {
		const { code, stderr } = await restoreLines(
			'{"id":"1","field":"title","text":"x"}\nnot JSON\n',
		);
		expect(code).toBe(1);
		expect(stderr).toContain('Unexpected line 2 of standard input');
	});

	test('explains a paper, span by span, with its place in the dump', async () => {
		const { code, stdout } = await runScript('restore', ['--paper', '77gpvj7q0f']);
		expect(code).toBe(0);
		expect(stdout).toMatch(/title, 0 restored/);
		expect(stdout).toMatch(
			/ {2}\d+:\d+ {2}"R\^d" → "ℝᵈ"\n {6}TeX {3}\\mathbb\{R\}\^d\n {6}rule {2}formula: a formula/,
		);
	});

	test.each([
		['nonsense', 'expected a paper’s id'],
		['0000000000', 'expected a paper that the archive shows'],
	])('refuses %s', async (id, message) => {
		const { code, stderr } = await runScript('restore', ['--paper', id]);
		expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
	});
});
