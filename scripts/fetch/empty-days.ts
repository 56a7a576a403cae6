import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ifMissing } from '../../src/disk/missing.ts';
import { isDay, type Day } from '../../src/model/id.ts';

const fileName = 'empty-days.txt';

/** The days on which the feed showed nothing, as far as it was asked. */
export async function readEmptyDays(content: string): Promise<ReadonlySet<Day>> {
	const text = await readFile(join(content, fileName), 'utf8').catch(ifMissing(''));
	return new Set(text.split('\n').filter(isDay));
}

/** Write down that the feed showed nothing on a day, or that by now it shows something. */
export async function recordEmptyDay(content: string, day: Day, isEmpty: boolean): Promise<void> {
	const days = await readEmptyDays(content);
	if (days.has(day) === isEmpty) return;
	const after = [...days].filter((one) => one !== day);
	if (isEmpty) after.push(day);
	const lines = after.sort().map((one) => `${one}\n`);
	await writeWhole(join(content, fileName), lines.join(''));
}

/** Write a file whole or not at all. */
export async function writeWhole(path: string, value: string | Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	// Hidden, so that whoever reads the folder meanwhile passes over it.
	const partial = join(dirname(path), `.${basename(path)}`);
	await writeFile(partial, value);
	await rename(partial, path);
}
