import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { writeDump } from '../support/dumps.ts';
import { expectFile } from '../support/expected-file.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root, runScript } from '../support/run-script.ts';
import { toyDigests, toyFolder } from '../support/toy-archive.ts';

/** A paper on what others of the archive are on, and one that was there before. */
function nextDump(): string {
	const again = toyDigests.at(-1)!.entries[0]!;
	return writeDump('Sep 24', [
		[
			'Selective Copying Is What State Space Models Forget',
			'State space models such as Mamba read long sequences in linear time. We ask what they forget, and show on selective copying that the size of the state decides. A hybrid with a few layers of attention forgets less than either.',
		],
		[again.title.text, again.abstract.text],
	]);
}

test('one dump more changes the pages that it must, and few others', async () => {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	await cp(toyFolder, content, { recursive: true });
	await writeFile(join(folder, '2025-09-24.txt'), nextDump());
	await callScript(ingest, [join(folder, '2025-09-24.txt'), '--content', content]);
	const address = ['--site', 'https://offprint.example', '--base', '/'];
	const place = ['--content', content, '--out', join(folder, 'site')];
	const changes = ['--changes', '--against', inject('site')];
	const { code, stdout } = await runScript('build', [...place, ...address, ...changes]);
	expect(code).toBe(0);
	const pages = stdout.split('\n').filter((line) => /^\/\S* {2}/.test(line));
	await expectFile(
		join(root, 'tests/fixtures/changes-by-one-dump.txt'),
		pages.map((line) => `${line}\n`).join(''),
	);
});
