import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPart, sealPart, type PartOrigin } from '../../src/kept/part.ts';
import { temporaryFolder } from '../support/folders.ts';

const years = { from: '2024', to: '2025' };
const origin: PartOrigin = {
	code: 'code',
	url: 'https://example.org/',
	content: { 'dumps/2024-02-29.txt': 'a', 'ledger.jsonl': 'b' },
};

async function writePart() {
	const folder = await temporaryFolder();
	writeFileSync(join(folder, 'names'), 'found');
	sealPart(folder, years, origin);
	return folder;
}

describe('a part', () => {
	test('is opened for the site that it was made for', async () => {
		expect(openPart(await writePart(), origin)).toEqual(years);
	});

	test.each<[string, Partial<PartOrigin>, string]>([
		[
			'the code is other',
			{ code: 'other' },
			'expected one made by the same version of this program, and by the same Node',
		],
		[
			'the site is for another place',
			{ url: 'https://example.org/repo/' },
			'which is for https://example.org/, expected one for https://example.org/repo/',
		],
		[
			'a dump is another',
			{ content: { ...origin.content, 'dumps/2024-02-29.txt': 'c' } },
			'expected one of this content; dumps/2024-02-29.txt was another',
		],
		[
			'a file of the content is new',
			{ content: { ...origin.content, 'corrections.yaml': 'c' } },
			'expected one of this content; corrections.yaml was another',
		],
		[
			'a file of the content is gone',
			{ content: { 'ledger.jsonl': 'b' } },
			'expected one of this content; dumps/2024-02-29.txt was another',
		],
	])('is refused where %s', async (_case, change, message) => {
		const folder = await writePart();
		expect(() => openPart(folder, { ...origin, ...change })).toThrow(new Error(message));
	});

	test.each<[string, (folder: string) => void, string]>([
		[
			'a file was changed',
			(folder) => appendFileSync(join(folder, 'names'), '\n'),
			'names: It was changed',
		],
		['a file is gone', (folder) => rmSync(join(folder, 'names')), 'names: It is gone'],
		[
			'a file is new',
			(folder) => writeFileSync(join(folder, 'pages'), ''),
			'pages: The build did not write it',
		],
		[
			'what it says of itself was changed',
			(folder) => appendFileSync(join(folder, 'part.json'), '\n'),
			'part.json: It was changed',
		],
		[
			'its list was cut',
			(folder) => {
				const list = join(folder, 'manifest.sha256');
				writeFileSync(list, readFileSync(list).subarray(0, -1));
			},
			'manifest.sha256: A line is cut or there twice',
		],
	])('is refused where %s', async (_case, damage, message) => {
		const folder = await writePart();
		damage(folder);
		expect(() => openPart(folder, origin)).toThrow(
			new Error(`expected it as it was made; ${message}`),
		);
	});

	test('is told from any other folder', async () => {
		const folder = await temporaryFolder();
		expect(() => openPart(folder, origin)).toThrow(new Error('expected a part of a site'));
		expect(() => openPart(join(folder, 'none'), origin)).toThrow('expected a part of a site');
	});
});
