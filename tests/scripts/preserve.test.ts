import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	symlinkSync,
	utimesSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tarBlocks } from '../../scripts/preservation/tar.ts';
import { preserve } from '../../scripts/preserve.ts';
import { contentPaths, emptyDaysName, pictureNames } from '../../src/disk/content-folder.ts';
import { callScript } from '../support/call-script.ts';
import { fingerprint, sharedFolder, temporaryFolder } from '../support/folders.ts';
import { root, type ScriptResult } from '../support/run-script.ts';
import { readBlocks } from '../support/second-reader.ts';
import { toyFolder } from '../support/toy-archive.ts';

const folder = sharedFolder();
const file = join(folder, 'toy.tar');
const unpacked = join(folder, 'offprint-2025-09-22');
const text = (path: string) => readFileSync(join(unpacked, path), 'utf8');
const objects = (path: string): Record<string, string>[] =>
	text(path)
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes);

let result: ScriptResult;

beforeAll(async () => {
	result = await callScript(preserve, ['--content', toyFolder, '--out', file]);
	execFileSync('tar', ['-xf', file, '-C', folder]);
});

describe('npm run preserve', () => {
	test('writes one file, and says its sum', () => {
		expect(result).toMatchObject({ code: 0, stderr: '' });
		expect(result.stdout).toContain(`SHA-256: ${sha256(readFileSync(file)).digest('hex')}`);
		expect(readdirSync(folder).toSorted()).toEqual(['offprint-2025-09-22', 'toy.tar']);
	});

	test('writes the same bytes for a copy of the archive of another age', async () => {
		const content = join(await temporaryFolder(), 'content');
		cpSync(toyFolder, content, { recursive: true });
		for (const name of readdirSync(content)) utimesSync(join(content, name), 1, 1);
		const other = join(content, '../copy.tar');
		const copied = await callScript(preserve, ['--content', content, '--out', other]);
		expect(copied.code).toBe(0);
		expect(sha256(readFileSync(other)).digest('hex')).toBe(
			sha256(readFileSync(file)).digest('hex'),
		);
	});

	test('says nothing of the machine: nobody’s files, everyone’s to read, of the newest day', () => {
		const listing = execFileSync('tar', ['-tvf', file, '--numeric-owner'], {
			encoding: 'utf8',
			env: { ...process.env, TZ: 'UTC' },
		});
		for (const line of listing.trimEnd().split('\n'))
			expect(line).toMatch(
				/^-rw-r--r-- 0\/0 +\d+ 2025-09-22 00:00 offprint-2025-09-22\/\S+$/,
			);
	});

	test('has every file of the archive as it is, and the sums of all', async () => {
		expect(await fingerprint(join(unpacked, 'content'))).toEqual(await fingerprint(toyFolder));
		const { SHA256SUMS: _sums, ...files } = await fingerprint(unpacked);
		expect(text('SHA256SUMS').trimEnd().split('\n').toSorted()).toEqual(
			Object.entries(files)
				.map(([path, sum]) => `${sum}  ./${path}`)
				.toSorted(),
		);
		execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], {
			cwd: unpacked,
		});
	});

	test('has each kind of file that a person or a command writes, known or not, but not what waits', async () => {
		const place = await temporaryFolder();
		const content = join(place, 'content');
		cpSync(toyFolder, content, { recursive: true });
		const { dumps: _dumps, ...files } = contentPaths;
		const kinds = [...Object.values(files), emptyDaysName, ...Object.values(pictureNames)];
		for (const name of [...kinds, 'notes/how-it-began.md'])
			if (!existsSync(join(content, name))) {
				mkdirSync(dirname(join(content, name)), { recursive: true });
				await writeFile(join(content, name), name.endsWith('.yaml') ? '# Ours\n' : '');
			}
		await writeFile(join(content, emptyDaysName), '2025-08-15\n');
		const whole = await fingerprint(content);
		expect(Object.keys(whole)).toEqual(expect.arrayContaining(kinds));
		mkdirSync(join(content, 'inbox'));
		await writeFile(join(content, 'inbox/waits.txt'), 'no dump yet');
		await writeFile(join(content, '.ledger.jsonl.swp'), 'of an editor');
		symlinkSync('/dev/zero', join(content, 'endless'));
		const out = join(place, 'kinds.tar');
		const { code, stderr } = await callScript(preserve, ['--content', content, '--out', out]);
		expect([code, stderr]).toEqual([0, '']);
		execFileSync('tar', ['-xf', out, '-C', place]);
		const { [contentPaths.enrichment]: _empty, ...expected } = whole;
		expect(await fingerprint(join(place, 'offprint-2025-09-22/content'))).toEqual(expected);
		for (const name of kinds) expect(text('README.txt'), name).toContain(name);
	});

	test('has the lists that an archive without its own goes by', async () => {
		const place = await temporaryFolder();
		const content = join(place, 'content');
		cpSync(toyFolder, content, {
			recursive: true,
			filter: (name) => !name.endsWith('topics.yaml'),
		});
		const out = join(place, 'other.tar');
		await callScript(preserve, ['--content', content, '--out', out]);
		const topics = 'offprint-2025-09-22/content/topics.yaml';
		expect(execFileSync('tar', ['-xOf', out, topics], { encoding: 'utf8' })).toBe(
			readFileSync(join(root, 'content/topics.yaml'), 'utf8'),
		);
	});

	test('refuses an archive that is not in order, or without a digest, and writes nothing', async () => {
		const place = await temporaryFolder();
		const content = join(place, 'content');
		mkdirSync(content);
		const out = join(place, 'none.tar');
		const empty = await callScript(preserve, ['--content', content, '--out', out]);
		expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining('no digest')]);
		cpSync(toyFolder, content, { recursive: true });
		await writeFile(join(content, 'dumps/2024-07-01.txt'), 'no dump');
		const broken = await callScript(preserve, ['--content', content, '--out', out]);
		expect([broken.code, broken.stderr]).toEqual([1, expect.stringContaining('wrong-header')]);
		expect(readdirSync(place)).toEqual(['content']);
	});
});

describe('somebody who has nothing but the README', () => {
	const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
	const base32 = (value: string, length: number) => {
		const bits = [...sha256(value).digest()].map((byte) => byte.toString(2).padStart(8, '0'));
		const fives = bits.join('').match(/.{5}/g)!;
		return fives
			.slice(0, length)
			.map((five) => alphabet[parseInt(five, 2)])
			.join('');
	};
	const fold = (value: string) =>
		value
			.normalize('NFKC')
			.toUpperCase()
			.toLowerCase()
			.replaceAll('ς', 'σ')
			.replace(/[^\p{L}\p{N}\p{M}+#]|\p{Default_Ignorable_Code_Point}/gu, '')
			.normalize('NFC') || value.trim();

	test('finds the paper of every entry', () => {
		const known = new Set(
			objects('content/ledger.jsonl').map(({ title, abstract }) => `${title} ${abstract}`),
		);
		let entries = 0;
		for (const name of readdirSync(join(unpacked, 'content/dumps'))) {
			const blocks = readBlocks(text(`content/dumps/${name}`));
			for (let at = 0; at < blocks.length; at += 2, entries++)
				expect(known).toContain(
					`${fold(blocks[at]!)} ${base32(fold(blocks[at + 1]!), 16)}`,
				);
		}
		expect(entries).toBeGreaterThan(60);
	});

	test('sees that ids come from titles', () => {
		for (const { id, title, abstract } of objects('content/ledger.jsonl').slice(0, 10))
			expect([base32(title!, 10), base32(`${title}\n${abstract}`, 10)]).toContain(id);
	});

	test('follows the register from its first line to its last', () => {
		let before = '';
		for (const line of text('content/register.jsonl').trimEnd().split('\n')) {
			expect(JSON.parse(line).after).toBe(sha256(before).digest('hex'));
			before = `${line}\n`;
		}
	});

	test('is told of every field of every record, and of nothing in other characters', () => {
		const readme = text('README.txt');
		for (const path of [
			'content/ledger.jsonl',
			'content/names.jsonl',
			'site/data/papers.jsonl',
		])
			for (const object of objects(path))
				for (const field of Object.keys(object))
					expect(readme).toMatch(new RegExp(`^ {4}(?:\\w+, )?${field}\\b`, 'm'));
		// What a fork calls itself may have any.
		expect(readme.slice(readme.indexOf('This file explains'))).toMatch(/^T[\n -~]+$/);
	});
});

test('a tar file takes no path that its header cannot hold', () => {
	expect(() => [...tarBlocks([['a/'.repeat(60), Buffer.alloc(1)]], 0)]).toThrow('at most 100');
});
