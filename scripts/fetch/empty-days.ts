import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ContentError, hasErrors } from '../../src/diagnostics.ts';
import { emptyDaysName, readEmptyDaysFile } from '../../src/disk/content-folder.ts';
import { isDay, type Day } from '../../src/model/id.ts';

/** The days on which the feed showed nothing, as far as it was asked. */
export async function readEmptyDays(content: string): Promise<ReadonlySet<Day>> {
	return new Set((await readLines(content)).filter(isDay));
}

/** Write down that the feed showed nothing on a day, or that by now it shows something. */
export async function recordEmptyDay(content: string, day: Day, isEmpty: boolean): Promise<void> {
	const lines = await readLines(content);
	if (lines.includes(day) === isEmpty) return;
	// What a person wrote beside the days stays, too.
	const after = isEmpty ? [...lines, day].sort() : lines.filter((one) => one !== day);
	await writeWhole(join(content, emptyDaysName), after.map((line) => `${line}\n`).join(''));
}

async function readLines(content: string): Promise<string[]> {
	const file = await readEmptyDaysFile(content);
	if (hasErrors([file])) throw new ContentError([file]);
	return String(file)
		.split('\n')
		.filter((line) => line !== '');
}

/** Write a file whole or not at all. */
export async function writeWhole(path: string, value: string | Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	// Hidden, so that whoever reads the folder meanwhile passes over it.
	const partial = join(dirname(path), `.${basename(path)}`);
	await writeFile(partial, value);
	await rename(partial, path);
}
