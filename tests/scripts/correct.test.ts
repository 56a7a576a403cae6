import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { correct as correctScript } from '../../scripts/correct.ts';
import { ingest } from '../../scripts/ingest.ts';
import { readContent } from '../../src/disk/content-folder.ts';
import { currentRevision } from '../../src/model/paper.ts';
import { readArchive } from '../../src/pipeline.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';

const alpha = `${abstractNumber(1)} Alphabetical.`;
const dumps = [
	writeDump('Mar 11', [
		['Alpha Unique', alpha],
		['Beta', abstractNumber(2)],
	]),
	writeDump('Mar 13', [
		['Alpha Unique', alpha.replace('better', 'far better')],
		['Gamma', abstractNumber(3)],
	]),
];

/** An archive of two dumps, a way to correct it, and what it then shows. */
async function startArchive() {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	const file = join(folder, 'dump.txt');
	for (const text of dumps) {
		await writeFile(file, text);
		await callScript(ingest, [file, '--year', '2025', '--content', content]);
	}
	const ledger = (await readFile(join(content, 'ledger.jsonl'), 'utf8')).trim().split('\n');
	const idOf = (title: string) =>
		ledger.map((line) => JSON.parse(line)).find((line) => line.title === title).id as string;
	const correct = (...words: string[]) =>
		callScript(correctScript, [...words, '--date', '2026-11-20', '--content', content]);
	const read = async () => readArchive(await readContent(content));
	const titles = async () =>
		(await read()).papers.map((paper) => currentRevision(paper).title).toSorted();
	return { content, idOf, correct, read, titles };
}

describe('correct', () => {
	test('remove: the paper is gone, its address is not', async () => {
		const { idOf, correct, read, titles } = await startArchive();
		const id = idOf('alphaunique');
		const reason = 'The <author> asked for it';
		const { code, stdout } = await correct('remove', id, '--reason', reason);
		expect(code).toBe(0);
		expect(stdout).toContain(`/papers/${id}/ becomes a tombstone`);
		expect(await titles()).toEqual(['Beta', 'Gamma']);
		expect((await read()).former).toEqual([
			{ kind: 'gone', id, digests: ['2025-03-11', '2025-03-13'], date: '2026-11-20', reason },
		]);
	});

	test('restore: the archive is as it was', async () => {
		const { content, idOf, correct, read } = await startArchive();
		const before = await read();
		await correct('remove', idOf('beta'), '--reason', 'Asked for');
		const { stdout } = await correct('restore', idOf('beta'));
		expect(stdout).toContain('shows “Beta”');
		expect(await read()).toEqual(before);
		expect(await readFile(join(content, 'corrections.yaml'), 'utf8')).not.toContain('removed');
	});

	test('merge: one address leads to the other, which has all places', async () => {
		const { idOf, correct, read } = await startArchive();
		const [beta, gamma] = [idOf('beta'), idOf('gamma')];
		const { stdout } = await correct('merge', gamma, beta);
		expect(stdout).toContain(`/papers/${gamma}/ leads to /papers/${beta}/`);
		expect(stdout).toContain(`/papers/${beta}/ shows “Gamma”, seen in 2 digests`);
		const { papers, former } = await read();
		expect(former).toMatchObject([{ kind: 'moved', id: gamma, into: beta }]);
		const { appearances } = papers.find(({ id }) => id === beta)!;
		expect(appearances.map(({ digest, anchor }) => [digest, anchor])).toEqual([
			['2025-03-11', beta],
			['2025-03-13', gamma],
		]);
	});

	test('merge, twice: both addresses lead to the last, whatever the order', async () => {
		for (const order of [
			[0, 1],
			[1, 0],
		] as const) {
			const { idOf, correct, read } = await startArchive();
			const [a, b, c] = [idOf('alphaunique'), idOf('beta'), idOf('gamma')];
			const merges = [
				[a, b],
				[b, c],
			] as const;
			for (const index of order) await correct('merge', ...merges[index]);
			const { papers, former } = await read();
			expect(papers.map(({ id }) => id)).toEqual([c]);
			expect(former).toMatchObject([
				{ kind: 'moved', id: a, into: c },
				{ kind: 'moved', id: b, into: c },
			]);
		}
	});

	test('merge, in a circle, is refused', async () => {
		const { content, idOf, correct } = await startArchive();
		await correct('merge', idOf('beta'), idOf('gamma'));
		const before = await fingerprint(content);
		const { code, stderr } = await correct('merge', idOf('gamma'), idOf('beta'));
		expect(code).toBe(1);
		expect(stderr).toContain('circular-merge');
		expect(await fingerprint(content)).toEqual(before);
	});

	test('remove, by the name of one that was merged: what it was merged into goes', async () => {
		const { idOf, correct, read } = await startArchive();
		const [beta, gamma] = [idOf('beta'), idOf('gamma')];
		await correct('merge', gamma, beta);
		await correct('remove', gamma, '--reason', 'Asked for');
		const { papers, former } = await read();
		expect(papers.map(({ id }) => id)).toEqual([idOf('alphaunique')]);
		expect(former).toMatchObject([
			{ kind: 'gone', id: beta, reason: 'Asked for' },
			{ kind: 'moved', id: gamma, into: beta },
		]);
	});

	test('accept: an edited dump is refused until it is said to be on purpose', async () => {
		const { content, idOf, correct, read } = await startArchive();
		const file = join(content, 'dumps/2025-03-13.txt');
		await writeFile(file, (await readFile(file, 'utf8')).replace('Gamma', 'Delta'));
		const refused = await callScript(ingest, ['--content', content]);
		expect([refused.code, refused.stderr]).toEqual([
			1,
			expect.stringContaining('npm run correct -- accept'),
		]);
		const reason = ['--reason', 'The feed had a misprint'];
		expect((await correct('accept', '2025-03-13', ...reason)).code).toBe(0);
		expect((await callScript(ingest, ['--content', content])).code).toBe(0);
		const { papers } = await read();
		const edited = papers.find(({ id }) => id === idOf('gamma'))!;
		expect(edited.revisions.map(({ title }) => title)).toEqual(['Delta']);
	});

	test('withdraw: a deleted dump keeps its address, and so do the papers that were only in it', async () => {
		const { content, idOf, correct, read, titles } = await startArchive();
		await rm(join(content, 'dumps/2025-03-13.txt'));
		await expect(read()).rejects.toThrow('2025-03-13');
		const reason = 'Not a digest of this feed';
		expect((await correct('withdraw', '2025-03-13', '--reason', reason)).code).toBe(0);
		const { withdrawn, former } = await read();
		expect(withdrawn).toMatchObject([{ id: '2025-03-13', reason }]);
		expect(former).toMatchObject([{ kind: 'gone', id: idOf('gamma'), reason }]);
		expect(await titles()).toEqual(['Alpha Unique', 'Beta']);
	});

	test('restore: a withdrawn dump is back, and the archive as it was', async () => {
		const { content, correct, read } = await startArchive();
		const before = await read();
		const file = join(content, 'dumps/2025-03-13.txt');
		const bytes = await readFile(file);
		await rm(file);
		await correct('withdraw', '2025-03-13', '--reason', 'By mistake');
		// Not before the dump is there.
		expect((await correct('restore', '2025-03-13')).code).toBe(1);
		await writeFile(file, bytes);
		const { code, stdout } = await correct('restore', '2025-03-13');
		expect([code, stdout]).toEqual([0, expect.stringContaining('expected again')]);
		expect(await read()).toEqual(before);
	});

	test('a withdrawn dump’s papers are missed, if their lines of the ledger are gone', async () => {
		const { content, correct, read } = await startArchive();
		await rm(join(content, 'dumps/2025-03-13.txt'));
		await correct('withdraw', '2025-03-13', '--reason', 'Asked for');
		const ledger = join(content, 'ledger.jsonl');
		const lines = (await readFile(ledger, 'utf8')).split('\n');
		await writeFile(ledger, lines.filter((line) => !line.includes('"gamma"')).join('\n'));
		await expect(read()).rejects.toThrow('and the archive does not');
	});

	test('restore: papers that were merged are two again', async () => {
		const { content, idOf, correct, read } = await startArchive();
		const before = await read();
		await correct('merge', idOf('gamma'), idOf('beta'));
		const { stdout } = await correct('restore', idOf('gamma'));
		expect(stdout).toContain('shows “Gamma”, seen in one digest');
		expect(await read()).toEqual(before);
		expect(await readFile(join(content, 'corrections.yaml'), 'utf8')).not.toContain('merged');
	});

	test('split: a wording becomes a paper of its own, which ingest knows from then on', async () => {
		const { content, idOf, correct, read } = await startArchive();
		const id = idOf('alphaunique');
		const asked = await correct('split', id);
		expect(asked.code).toBe(1);
		expect(asked.stderr).toMatch(
			/^ {2}1 {2}2025-03-11 {2}Alpha Unique — We study.*\n {2}2 {2}2025-03-13/m,
		);
		const first = await correct('split', id, '1');
		expect([first.code, first.stderr]).toEqual([1, expect.stringContaining('stays with it')]);

		const register = await readFile(join(content, 'register.jsonl'), 'utf8');
		const ledger = await readFile(join(content, 'ledger.jsonl'), 'utf8');
		const { code, stdout } = await correct('split', id, '2');
		expect([code, stdout]).toEqual([0, expect.stringContaining(`/papers/${id}/ shows`)]);
		const { papers } = await read();
		const alphas = papers.filter((paper) => currentRevision(paper).title === 'Alpha Unique');
		expect(alphas.map(({ revisions }) => revisions.length)).toEqual([1, 1]);
		const other = alphas.find((paper) => paper.id !== id)!;
		// Both files were only added to, and the new address has its meaning.
		const grown = await readFile(join(content, 'register.jsonl'), 'utf8');
		expect(grown.slice(0, register.length)).toBe(register);
		expect(grown.slice(register.length)).toContain(`/papers/${other.id}/`);
		const lines = await readFile(join(content, 'ledger.jsonl'), 'utf8');
		expect(lines.slice(0, ledger.length)).toBe(ledger);

		// The next dump that prints it.
		const file = join(content, '../next.txt');
		await writeFile(
			file,
			writeDump('Mar 14', [['Alpha Unique', alpha.replace('better', 'far better')]]),
		);
		const next = await callScript(ingest, [
			file,
			'--year',
			'2025',
			'--content',
			content,
			'--json',
		]);
		expect(JSON.parse(next.stdout).papers).toMatchObject([{ id: other.id, status: 'known' }]);

		// And back.
		expect((await correct('merge', other.id, id)).code).toBe(0);
		expect((await read()).papers.find((paper) => paper.id === id)!.revisions).toHaveLength(2);
	});

	test('`--dry-run` tells what would change, and changes nothing', async () => {
		const { content, idOf, correct } = await startArchive();
		const before = await fingerprint(content);
		const { code, stdout } = await correct('merge', idOf('gamma'), idOf('beta'), '--dry-run');
		expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing was written')]);
		expect(await fingerprint(content)).toEqual(before);
	});

	test.each([
		[['remove', 'k3v9q2x7mf'], 'A reason is missing'],
		[['remove', 'k3v9q2x7mf', '--reason', 'x'], 'The ledger has no paper `k3v9q2x7mf`'],
		[['remove', 'alpha', '--reason', 'x'], 'alpha is not a paper’s id'],
		[['withdraw', '2025-03-40', '--reason', 'x'], '2025-03-40 is not a digest’s id'],
		[['remove', 'k3v9q2x7mf', '--reason', ' \u200b '], 'A reason is missing'],
		[['split', 'k3v9q2x7mf', 'two'], 'two is not the number of a wording'],
		[['erase', 'k3v9q2x7mf'], 'There is no command erase'],
		[['restore', 'k3v9q2x7mf'], 'Nothing changes'],
		[[], 'Say what to do'],
	])('%j is refused: %s', async (words, message) => {
		const { content, correct } = await startArchive();
		const before = await fingerprint(content);
		const { code, stderr } = await correct(...words);
		expect(code).toBe(1);
		expect(stderr).toContain(message);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(await fingerprint(content)).toEqual(before);
	});
});
