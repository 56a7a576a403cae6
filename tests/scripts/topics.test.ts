import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { topics } from '../../scripts/topics.ts';
import { callScript } from '../support/call-script.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { toyFolder } from '../support/toy-archive.ts';

/** A copy of the toy archive with another vocabulary, or with an empty one. */
async function toyCopy(vocabulary = ''): Promise<string> {
	const folder = await temporaryFolder();
	await cp(toyFolder, folder, { recursive: true });
	await writeFile(join(folder, 'topics.yaml'), vocabulary);
	return folder;
}

const told = (folder: string, ...more: string[]) =>
	callScript(topics, ['--content', folder, ...more]);

describe('npm run topics', () => {
	test('tells what of the vocabulary is idle, and which papers have no topic', async () => {
		const { code, stdout } = await told(toyFolder);
		expect(code).toBe(0);
		expect(stdout).toContain('25 topics in the vocabulary, 25 with papers;');
		expect(stdout).toMatch(/Papers without a topic:\n {2}\w{10} {2}\S/);
		expect(stdout).toContain('  /topics/neural-networks/  neural networks');
		expect(stdout).not.toContain('/topics/space-models/');
	});

	test('proposes topics as lines of the vocabulary, each with papers', async () => {
		const folder = await toyCopy(
			'topics:\n  quantum computing: [qubits]\n  dodos: { forms: [dodo] }\n',
		);
		const { stdout } = await told(folder);
		expect(stdout).toContain('In the vocabulary, without papers: dodos.');
		const proposals = stdout.split('to paste where they fit:\n')[1]!.split('\n\n')[0]!;
		expect(proposals).toMatch(/^ {2}# \d+ papers: “.+”, “.+”\n {2}\S.*: \{ forms: \[.+\] \}$/m);
		const pasted = parse(`topics:\n${proposals}\n`) as { topics: Record<string, object> };
		expect(Object.keys(pasted.topics)).toContain('state space models');
		// What the vocabulary has is not proposed.
		await writeFile(join(folder, 'topics.yaml'), `topics:\n${proposals}\n`);
		expect((await told(folder)).stdout).toContain('Nothing to propose.');
	});

	test('proposes no more than it is asked for, and writes nothing', async () => {
		const folder = await toyCopy();
		const before = await fingerprint(folder);
		const { stdout } = await told(folder, '--limit', '2');
		expect(stdout.match(/^ {2}# /gm)).toHaveLength(2);
		expect(stdout).not.toContain('without a topic:');
		expect(await fingerprint(folder)).toEqual(before);
	});

	test('takes an archive without papers', async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'topics.yaml'), '');
		const { code, stdout } = await told(folder);
		expect([code, stdout]).toEqual([
			0,
			'0 topics in the vocabulary, 0 with papers; 0 of 0 papers with a topic.\n\nNothing to propose.\n',
		]);
	});

	test.each([
		[['--limit', 'few'], 'Unexpected limit few, expected a number'],
		[['all'], 'Unexpected all'],
		[['--all'], 'Usage: npm run topics'],
	])('refuses %j', async (parameters, message) => {
		const { code, stderr } = await told(toyFolder, ...parameters);
		expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
	});

	test('refuses what is no vocabulary, with its line', async () => {
		const { code, stderr } = await told(await toyCopy('topics:\n  a: [b, b]\n'));
		expect(code).toBe(1);
		expect(stderr).toMatch(/topics\.yaml\n2:3 .*invalid-topic/);
	});
});
