import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptNearest } from '../../src/kept/kept-nearest.ts';
import { nearestTexts } from '../../src/pipeline/nearest.ts';
import { abstractNumber } from '../support/dumps.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';

const texts = Array.from({ length: 200 }, (_, number) => ({
	title: `Question ${number % 7}`,
	abstract: abstractNumber(number),
}));
const other = { title: 'Another', abstract: 'It is other.' };

describe('the nearest papers', () => {
	test.each([
		['as they were', texts],
		['and of one more', [...texts, other]],
		['of which the last is gone', texts.slice(0, -1)],
		['of which the first is another', [other, ...texts.slice(1)]],
		['in another order', texts.toReversed()],
		['that are none', []],
	])('of papers %s, are those of a first time', async (_case, next) => {
		const folder = await temporaryFolder();
		expect(keptNearest(root, folder, texts)).toEqual(nearestTexts(texts).nearest);
		expect(keptNearest(root, folder, next)).toEqual(nearestTexts(next).nearest);
		expect(keptNearest(root, folder, texts)).toEqual(nearestTexts(texts).nearest);
	});

	test('are found anew where what was kept is damaged', async () => {
		const folder = await temporaryFolder();
		keptNearest(root, folder, texts);
		const [name = ''] = await readdir(folder);
		const bytes = await readFile(join(folder, name));
		await writeFile(join(folder, name), bytes.fill(0, bytes.length - 400));
		expect(keptNearest(root, folder, texts)).toEqual(nearestTexts(texts).nearest);
	});
});
