import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { changeContent } from '../../src/disk/change-content.ts';
import { callScript } from '../support/call-script.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { follow, steps, type Step } from '../support/histories.ts';
import { root, runScript } from '../support/run-script.ts';
import { isLong } from '../support/sizes.ts';

/** How many of all pages, and of all texts, a build made: `made anew: 3 of 90 pages, 2 of 40 texts`. */
const madeRe = /^made anew: ([\d,]+) of ([\d,]+) pages?, ([\d,]+) of ([\d,]+) texts?$/m;

async function build(content: string, out: string) {
	const { code, stdout, stderr } = await runScript('build', ['--content', content, '--out', out]);
	expect(stderr.replaceAll(/.* …\n/g, ''), stdout).toBe('');
	expect(code).toBe(0);
	const made = (madeRe.exec(stdout) ?? []).slice(1);
	const [pages = 0, allPages = 0, texts = 0, allTexts = 0] = made.map((number) =>
		Number(number.replaceAll(',', '')),
	);
	return { pages, allPages, texts, allTexts };
}

/** Take a step, and give what came new an address. */
async function go(content: string, step: Step): Promise<void> {
	const { dumps } = await changeContent(
		content,
		(before) => follow(before, [step]),
		(after) => after,
	);
	// Who withdraws a digest deletes its dump.
	const kept = new Set(dumps.map(({ file }) => file.basename));
	const folder = join(content, 'dumps');
	for (const name of await readdir(folder).catch(() => []))
		if (!kept.has(name)) await rm(join(folder, name));
	const { code, stderr } = await callScript(ingest, ['--content', content]);
	expect([code, stderr]).toEqual([0, '']);
}

test('a dump more costs what it changes, and gives the bytes of a first build', async () => {
	const folder = await temporaryFolder();
	const [content, site] = [join(folder, 'archive'), join(folder, 'site')];
	await cp(join(root, 'tests/fixtures/toy-archive'), content, { recursive: true });
	const first = await build(content, site);
	expect([first.pages, first.texts]).toEqual([first.allPages, first.allTexts]);
	await go(content, { verb: 'ingest', day: 6, choice: [3], at: 0 });
	const second = await build(content, site);
	// The ingest restored them.
	expect(second.texts).toBe(0);
	expect(second.allTexts).toBe(first.allTexts + 2);
	expect(second.pages / second.allPages).toBeLessThan(0.5);
	expect(await fingerprint(site)).toEqual(await builtAnew(content));
});

test.runIf(isLong)('so does every step of an archive’s life', async () => {
	const folder = await temporaryFolder();
	const [content, site] = [join(folder, 'archive'), join(folder, 'site')];
	for (const step of fc.sample(steps, { seed: 14, numRuns: 50 })) {
		await go(content, step);
		await build(content, site);
		expect(await fingerprint(site)).toEqual(await builtAnew(content));
	}
});

/** The site of a copy of an archive, of which nothing is known yet. */
async function builtAnew(content: string): Promise<Record<string, string>> {
	const folder = await temporaryFolder();
	const [copy, site] = [join(folder, 'archive'), join(folder, 'site')];
	await cp(content, copy, { recursive: true });
	const { pages, allPages, texts, allTexts } = await build(copy, site);
	expect([pages, texts]).toEqual([allPages, allTexts]);
	return fingerprint(site);
}
