import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from './call-script.ts';
import { abstractNumber, writeDump } from './dumps.ts';
import { fingerprint, temporaryFolder } from './folders.ts';
import { startRehearsal, type Rehearsal } from './rehearsal.ts';

/** The dump of a day of March 2025: a paper that is in every one, and those of these numbers. */
export const dumpOf = (day: number, ...numbers: readonly number[]) =>
	writeDump(`Mar ${day}, 2025`, [
		['Often Seen', abstractNumber(1)],
		...numbers.map((number) => [`Paper ${number}`, abstractNumber(number)] as const),
	]);

/** A repository for the test that runs. */
export const rehearse = async () => startRehearsal(await temporaryFolder());

/** The commit that `main` is at. */
export const tipOf = ({ origin }: Rehearsal) =>
	execFileSync('git', ['-C', origin, 'rev-parse', 'main'], { encoding: 'utf8' }).trim();

/** Expect that the archive is what ingests of these dumps, one after another, make of an empty one. */
export async function expectArchive(
	rehearsal: Rehearsal,
	...dumps: readonly string[]
): Promise<void> {
	const { 'inbox/README.md': _guide, ...content } = await rehearsal.content();
	expect(content).toEqual(await ingestedAlone(...dumps));
}

async function ingestedAlone(...dumps: readonly string[]): Promise<Record<string, string>> {
	const folder = await temporaryFolder();
	for (const [index, dump] of dumps.entries()) {
		const file = join(folder, `${index}.txt`);
		await writeFile(file, dump);
		await callScript(ingest, [file, '--content', join(folder, 'content')]);
	}
	return fingerprint(join(folder, 'content'));
}
