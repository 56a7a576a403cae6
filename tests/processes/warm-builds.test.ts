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

const count = isLong ? 50 : 2;

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

test('a build after others gives the bytes of a first one, at every step of an archive’s life', async () => {
	const folder = await temporaryFolder();
	const [warm, site] = [join(folder, 'archive'), join(folder, 'site')];
	const life = fc.sample(steps, { seed: 14, numRuns: count });
	for (const [number, step] of life.entries()) {
		await go(warm, step);
		const [cold, anew] = [join(folder, `archive-${number}`), join(folder, 'anew')];
		await cp(warm, cold, { recursive: true });
		await build(warm, site);
		const whole = await build(cold, anew);
		expect([whole.pages, whole.texts]).toEqual([whole.allPages, whole.allTexts]);
		expect(await fingerprint(site), `after step ${number}, ${step.verb}`).toEqual(
			await fingerprint(anew),
		);
		await rm(cold, { recursive: true });
	}
});

test('a dump more costs what it changes', async () => {
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
});
