import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { onlyProgress, runScript } from '../support/run-script.ts';
import { isLong } from '../support/sizes.ts';
import { toyFolder } from '../support/toy-archive.ts';

// `made anew: 86 of 331 pages, 0 of 161 texts`
const madeRe = /^made anew: (\d+) of (\d+) pages, (\d+) of (\d+) texts$/m;

/** Run a command as on a machine of its own, where nothing is known of the archive; gives what it made of how much. */
async function start() {
	const folder = await temporaryFolder();
	const address = ['--site', 'https://offprint.example', '--base', '/'];
	const run = async (name: string, machine: string, out: string, ...others: string[]) => {
		const content = join(folder, machine);
		await cp(toyFolder, content, { recursive: true });
		const place = ['--content', content, '--out', join(folder, out)];
		const { code, stdout, stderr } = await runScript(name, [...place, ...address, ...others]);
		expect(code, stderr).toBe(0);
		const [pages, allPages, texts, allTexts] = madeRe.exec(stdout)!.slice(1).map(Number);
		return { pages: pages!, allPages: allPages!, texts: texts!, allTexts: allTexts!, stderr };
	};
	const whole = async () => {
		await run('build', 'd', 'whole');
		return fingerprint(join(folder, 'whole'));
	};
	return { folder, run, whole };
}

test('parts that were made apart are joined into the bytes of one build, and made once', async () => {
	const { folder, run, whole } = await start();
	const early = await run('build', 'a', 'early', '--years', '2023-2024');
	const late = await run('build', 'b', 'late', '--years', '2025');
	for (const part of [early, late]) expect(part.pages).toBe(part.allPages);
	const parts = ['early', 'late'].map((name) => join(folder, name));
	const joined = await run('join', 'c', 'site', ...parts);
	expect(joined.stderr).toMatch(onlyProgress);
	expect(await fingerprint(join(folder, 'site'))).toEqual(await whole());
	expect(joined.pages).toBe(joined.allPages - early.pages - late.pages);
	expect([joined.texts, joined.allTexts]).toEqual([0, early.texts + late.texts]);
});

test.runIf(isLong)('a year without a part is made by the join, which says so', async () => {
	const { folder, run, whole } = await start();
	const late = await run('build', 'a', 'late', '--years', '2025');
	const joined = await run('join', 'b', 'site', join(folder, 'late'));
	expect(joined.stderr).toMatch(
		/^No part is of 2023, 2024; what is of these years is made here\.$/m,
	);
	expect(await fingerprint(join(folder, 'site'))).toEqual(await whole());
	expect(joined.pages).toBe(joined.allPages - late.pages);
});
