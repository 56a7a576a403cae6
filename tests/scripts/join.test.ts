import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build-site.ts';
import { joinParts } from '../../scripts/join-parts.ts';
import { originOf } from '../../scripts/part-origin.ts';
import { sealPart } from '../../src/kept/part.ts';
import { defaults } from '../../src/site.ts';
import { callScript } from '../support/call-script.ts';
import { sharedFolder } from '../support/folders.ts';
import { toyFolder } from '../support/toy-archive.ts';

const folder = sharedFolder();
const out = join(folder, 'site');
const address = { site: 'https://example.org', base: '/' };
const target = ['--content', toyFolder, '--site', address.site, '--base', address.base];
const part = (name: string) => join(folder, name);

/** A part in which nothing was found out. */
async function writePart(name: string, from: string, to: string): Promise<void> {
	await mkdir(part(name));
	const options = { content: toyFolder, out, ...address, settings: defaults };
	sealPart(part(name), { from, to }, originOf(options));
}

beforeAll(async () => {
	await writePart('early', '2023', '2024');
	await writePart('late', '2024', '2025');
	await writePart('damaged', '2025', '2025');
	await writeFile(join(part('damaged'), 'names'), '');
	await mkdir(part('other'));
	await writeFile(join(part('other'), 'letter.txt'), '');
});

describe('a part is refused', () => {
	const build = (...parameters: string[]) => callScript(buildSite, [...target, ...parameters]);

	test.each([
		['24', 'Unexpected years 24, expected some such as 2024 or 2024-2025'],
		['2025-2024', 'Unexpected years 2025-2024, expected the earlier one first: 2024-2025'],
		[
			'2019-2022',
			'Unexpected years 2019-2022, expected some of which there are dumps: 2023, 2024, 2025',
		],
	])('of the years %s', async (years, message) => {
		expect(await build('--years', years, '--out', part('new'))).toEqual({
			code: 1,
			stdout: '',
			stderr: `${message}\n`,
		});
	});

	test('without a folder of its own, and where changes of a site are asked for', async () => {
		const none = await build('--years', '2024');
		expect(none.stderr).toMatch('Unexpected --years without --out\n');
		const both = await build('--years', '2024', '--out', out, '--changes');
		expect(both.stderr).toMatch('Unexpected --years with --changes\n');
	});

	test('into a folder of something else', async () => {
		const { code, stderr } = await build('--years', '2024', '--out', part('other'));
		expect(code).toBe(1);
		expect(stderr).toMatch(`Unexpected files in ${part('other')}, expected a part of a site`);
		expect(await readdir(part('other'))).toEqual(['letter.txt']);
	});
});

describe('a join is refused', () => {
	const joined = async (...parameters: string[]) => {
		const { code, stderr } = await callScript(joinParts, [
			...target,
			'--out',
			out,
			...parameters,
		]);
		expect(code).toBe(1);
		expect((await readdir(folder)).includes('site')).toBe(false);
		return stderr.replaceAll(`${folder}/`, '');
	};

	test('of no parts', async () => {
		expect(await joined()).toMatch('Unexpected end, expected parts of a site\nUsage: ');
	});

	test('of what is no part, or damaged, with every reason', async () => {
		expect(await joined(...['early', 'other', 'damaged'].map(part))).toBe(
			'Unexpected other, expected a part of a site\n' +
				'Unexpected damaged, expected it as it was made; names: The build did not write it\n' +
				'Nothing was written.\n',
		);
	});

	test('of two parts of one year', async () => {
		expect(await joined(part('early'), part('late'))).toBe(
			'Unexpected late, of 2024-2025, expected no year twice; early is of 2023-2024\n' +
				'Nothing was written.\n',
		);
	});

	test('of a part for another address', async () => {
		expect(await joined(part('early'), '--base', '/repo/')).toBe(
			'Unexpected early, which is for https://example.org/, expected one for https://example.org/repo/\n' +
				'Nothing was written.\n',
		);
	});
});
