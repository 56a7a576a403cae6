import { describe, expect, test } from 'vitest';
import { restore } from '../../scripts/restore.ts';
import { callScript } from '../support/call-script.ts';
import { toyFolder } from '../support/toy-archive.ts';

const explain = (id: string) => callScript(restore, ['--paper', id, '--content', toyFolder]);

describe('npm run restore', () => {
	test('reads texts as JSON lines and writes their spans', async () => {
		const lines = [
			{ id: '1', field: 'abstract', text: 'up to 15times in O(n^2)' },
			{ id: '2', field: 'title', text: 'Plain' },
		];
		const input = lines.map((line) => JSON.stringify(line)).join('\n');
		const { code, stdout } = await callScript(restore, [], { input });
		expect(code).toBe(0);
		const answers = stdout.trim().split('\n');
		expect(answers.map((line) => JSON.parse(line) as unknown)).toEqual([
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

	test('writes nothing for nothing', async () => {
		expect(await callScript(restore, [])).toEqual({ code: 0, stdout: '', stderr: '' });
	});

	test('says which line is none', async () => {
		const input = '{"id":"1","field":"title","text":"x"}\nnot JSON\n';
		const { code, stderr } = await callScript(restore, [], { input });
		expect(code).toBe(1);
		expect(stderr).toContain('Unexpected line 2 of standard input');
	});

	test('explains a paper, span by span, with its place in the dump', async () => {
		const { code, stdout } = await explain('77gpvj7q0f');
		expect(code).toBe(0);
		expect(stdout).toMatch(/title, 0 restored/);
		expect(stdout).toMatch(
			/ {2}\d+:\d+ {2}"R\^d" → "ℝᵈ"\n {6}TeX {3}\\mathbb\{R\}\^d\n {6}rule {2}formula: a formula/,
		);
	});

	test('tells what a person decided of a paper’s text', async () => {
		const { stdout } = await explain('11kpkbx1wt');
		expect(stdout).toMatch(/"O\(L\^\{\{4\}\/\{3\}\}\)" → "O\(L\^\(4\/3\)\)"/);
		expect(stdout).toContain('rule  correction');
	});

	test.each([
		['nonsense', 'expected a paper’s id'],
		['0000000000', 'expected a paper that the archive shows'],
		// Removed.
		['hhe36vy49r', 'expected a paper that the archive shows'],
	])('refuses %s', async (id, message) => {
		const { code, stderr } = await explain(id);
		expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
	});
});
