import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentsOf } from '../../src/check/contents.ts';
import { readBeside } from '../../src/check/read-beside.ts';
import { beginReading, countLeft, readAll, type SitePart } from '../../src/check/read-site.ts';
import { listSite } from '../../src/check/site-files.ts';
import type { Sums } from '../../src/check/sums.ts';
import { temporaryFolder } from '../support/folders.ts';

async function writeSite() {
	const folder = await temporaryFolder();
	for (let number = 0; number < 600; number++) {
		const place = join(folder, 'papers', String(number));
		await mkdir(place, { recursive: true });
		// Every seventh is cut.
		const page = `<!doctype html><html><title>${number}</title><h1 id="a">One</h1>`;
		await writeFile(join(place, 'index.html'), number % 7 === 0 ? page : `${page}</html>`);
	}
	await writeFile(join(folder, 'broken.json'), '{');
	const begin = (...sums: readonly Sums[]) =>
		beginReading(folder, 'https://example.org', listSite(folder).sizes, ...sums);
	return { alone: readAll(begin()), begin };
}

const plain = ({ read, same }: SitePart) =>
	JSON.stringify([[...read].toSorted(), [...same].toSorted()]);

test('a site that two threads read is as one alone reads it', async () => {
	const { alone, begin } = await writeSite();
	expect(plain(await readBeside(begin(), (help) => help()))).toBe(plain(alone));
	expect(contentsOf(alone.read.keys(), alone.read).findings).toHaveLength(1);
});

test('help that comes too late does nothing', async () => {
	const { alone, begin } = await writeSite();
	const reading = begin();
	const starts = async <Help>(help: () => Promise<Help>) => {
		while (countLeft(reading) > 0) await setImmediate();
		const part = await help();
		expect(part).toBeUndefined();
		return part;
	};
	expect(plain(await readBeside(reading, starts))).toBe(plain(alone));
});

test('what is known of a file by its sum is not read again, in either thread', async () => {
	const { alone, begin } = await writeSite();
	const known = new Map(
		Array.from(alone.read, ([file, { sum }], at) => [file, at % 2 === 0 ? sum : 'another']),
	);
	const starts = async <Help>(help: () => Promise<Help>) => help();
	const { read, same } = await readBeside(begin(known), starts);
	for (const [file, one] of alone.read) {
		const isKnown = known.get(file) === one.sum;
		expect(same.get(file)).toBe(isKnown ? one.sum : undefined);
		expect(read.get(file)).toEqual(isKnown ? undefined : one);
	}
});

test('a file that was left is passed over if something is known of it with its sum', async () => {
	const { alone, begin } = await writeSite();
	const page = '/papers/1/index.html';
	const sums = new Map([[page, alone.read.get(page)!.sum]]);
	expect(begin(sums, sums).files).not.toContain(page);
	expect(begin(sums).files).toContain(page);
	expect(begin(new Map(), sums).files).toContain(page);
	expect(begin(new Map([[page, 'another']]), sums).files).toContain(page);
});
