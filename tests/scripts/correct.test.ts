import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { runScript } from '../support/run-script.ts';
import { listFiles, readPages } from '../support/site-pages.ts';

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

async function startArchive() {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	const out = join(folder, 'site');
	for (const text of dumps) {
		await writeFile(join(folder, 'dump.txt'), text);
		await runScript('ingest', [
			join(folder, 'dump.txt'),
			'--year',
			'2025',
			'--content',
			content,
		]);
	}
	const ledger = (await readFile(join(content, 'ledger.jsonl'), 'utf8')).trim().split('\n');
	const idOf = (title: string) =>
		ledger.map((line) => JSON.parse(line)).find((line) => line.title === title).id as string;
	const correct = (...words: string[]) =>
		runScript('correct', [...words, '--date', '2026-11-20', '--content', content]);
	const build = async () => {
		const { code, stderr } = await runScript('build', ['--content', content, '--out', out]);
		expect([code, stderr]).toEqual([0, '']);
		const pages = readPages(out);
		return (address: string) => pages.find((page) => page.address === address)!;
	};
	return { content, out, idOf, correct, build };
}

describe('correct', () => {
	test('remove: a tombstone with date and reason, and the text nowhere', async () => {
		const { out, idOf, correct, build } = await startArchive();
		const id = idOf('alphaunique');
		const { code, stdout } = await correct(
			'remove',
			id,
			'--reason',
			'The <author> asked for it',
		);
		expect(code).toBe(0);
		expect(stdout).toContain(`/papers/${id}/ becomes a tombstone`);
		const page = await build();
		const { $ } = page(`/papers/${id}/`);
		expect($('meta[name=robots]').attr('content')).toBe('noindex');
		expect($('article').text()).toContain('20 November 2026');
		expect($('article').text()).toContain('The <author> asked for it');
		expect(page('/digests/2025-03-11/').$(`li[id="${id}"] a`).attr('href')).toBe(
			`/papers/${id}/`,
		);
		for (const file of listFiles(out)) {
			const bytes = await readFile(join(out, file));
			const text = file.endsWith('.pf_fragment')
				? (await import('node:zlib')).gunzipSync(bytes).toString()
				: bytes.toString();
			expect(text, file).not.toMatch(/Alpha Unique|Alphabetical/);
		}
		expect(await readFile(join(out, 'urls.txt'), 'utf8')).toContain(`/papers/${id}/`);
	});

	test('restore: the archive is as it was', async () => {
		const { content, out, idOf, correct, build } = await startArchive();
		await build();
		const before = await fingerprint(out);
		await correct('remove', idOf('beta'), '--reason', 'Asked for');
		const { stdout } = await correct('restore', idOf('beta'));
		expect(stdout).toContain('shows “Beta”');
		await build();
		expect(await fingerprint(out)).toEqual(before);
		expect(await readFile(join(content, 'corrections.yaml'), 'utf8')).not.toContain('removed');
	});

	test('merge: a redirect with a plain link; all places belong to the other, anchors stay', async () => {
		const { idOf, correct, build } = await startArchive();
		const [beta, gamma] = [idOf('beta'), idOf('gamma')];
		const { stdout } = await correct('merge', gamma, beta);
		expect(stdout).toContain(`/papers/${gamma}/ leads to /papers/${beta}/`);
		const page = await build();
		const { $ } = page(`/papers/${gamma}/`);
		expect($('meta[http-equiv=refresh]').attr('content')).toBe(`0; url=/papers/${beta}/`);
		expect($('article a').first().attr('href')).toBe(`/papers/${beta}/`);
		const target = page(`/papers/${beta}/`).$;
		expect(target('h1').text()).toBe('Gamma');
		expect(
			target('aside ol a')
				.get()
				.map((link) => target(link).attr('href')),
		).toEqual([`/digests/2025-03-11/#${beta}`, `/digests/2025-03-13/#${gamma}`]);
		expect(page('/digests/2025-03-13/').$(`li[id="${gamma}"]`)).toHaveLength(1);
	});

	test('a revised paper shows word by word what changed, and when', async () => {
		const { idOf, build } = await startArchive();
		const { $ } = (await build())(`/papers/${idOf('alphaunique')}/`);
		expect($('details ins').text()).toBe('far ');
		expect($('details del').text()).toBe('');
		expect($('summary').text().replace(/\s+/g, ' ')).toContain(
			'On 13 March 2025, from the wording seen on 11 March 2025',
		);
		expect($('.abstract').text()).toContain('far better');
	});

	test('accept: an edited dump is refused until it is said to be on purpose', async () => {
		const { content, idOf, correct, build } = await startArchive();
		const file = join(content, 'dumps/2025-03-13.txt');
		await writeFile(file, (await readFile(file, 'utf8')).replace('Gamma', 'Delta'));
		const refused = await runScript('build', [
			'--content',
			content,
			'--out',
			join(content, '../x'),
		]);
		expect(refused.code).toBe(1);
		expect(refused.stderr).toContain('npm run correct -- accept');
		expect(
			(await correct('accept', '2025-03-13', '--reason', 'The feed had a misprint')).code,
		).toBe(0);
		expect((await runScript('ingest', ['--content', content])).code).toBe(0);
		const page = await build();
		expect(
			page(`/papers/${idOf('gamma')}/`)
				.$('h1')
				.text(),
		).toBe('Delta');
	});

	test('withdraw: a deleted dump leaves a tombstone, and so do the papers that were only in it', async () => {
		const { content, idOf, correct, build } = await startArchive();
		await rm(join(content, 'dumps/2025-03-13.txt'));
		expect(
			(await correct('withdraw', '2025-03-13', '--reason', 'Not a digest of this feed')).code,
		).toBe(0);
		const page = await build();
		expect(page('/digests/2025-03-13/').$('article').text()).toContain(
			'Not a digest of this feed',
		);
		expect(
			page(`/papers/${idOf('gamma')}/`)
				.$('h1')
				.text(),
		).toBe('This paper was removed');
		expect(
			page(`/papers/${idOf('alphaunique')}/`)
				.$('h1')
				.text(),
		).toBe('Alpha Unique');
	});

	test.each([
		[['remove', 'k3v9q2x7mf'], 'Unexpected lack of a reason'],
		[
			['remove', 'k3v9q2x7mf', '--reason', 'x'],
			'Unexpected paper `k3v9q2x7mf`, expected one of the ledger',
		],
		[['remove', 'alpha', '--reason', 'x'], 'expected a paper’s id'],
		[['withdraw', '2025-03-40', '--reason', 'x'], 'expected a digest’s id'],
		[['erase', 'k3v9q2x7mf'], 'Unexpected erase, expected what to do'],
		[['restore', 'k3v9q2x7mf'], 'Nothing changes'],
		[[], 'Unexpected end, expected what to do'],
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
