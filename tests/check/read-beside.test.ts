import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readBeside, type ReadPart } from '../../src/check/read-beside.ts';
import { beginReading, isTaken, readAll } from '../../src/check/read-site.ts';
import { listSite } from '../../src/check/site-files.ts';
import { temporaryFolder } from '../support/folders.ts';

async function writeSite() {
	const folder = await temporaryFolder();
	for (let number = 0; number < 200; number++) {
		const place = join(folder, 'papers', String(number));
		await mkdir(place, { recursive: true });
		// Every seventh is cut.
		const page = `<!doctype html><html><title>${number}</title><h1 id="a">One</h1>`;
		await writeFile(join(place, 'index.html'), number % 7 === 0 ? page : `${page}</html>`);
	}
	await writeFile(join(folder, 'broken.json'), '{');
	const begin = () => beginReading(folder, 'https://example.org', listSite(folder).sizes);
	return { alone: readAll(begin()), begin };
}

const plain = ({ pages, xml, counts, sums, heads, findings }: ReadPart) =>
	JSON.stringify([[...pages], [...xml], [...counts], [...sums], [...heads], findings]);

test('a site that two threads read is as one alone reads it, and all facts are kept', async () => {
	const { alone, begin } = await writeSite();
	const kept = new Set<string>();
	const contents = await readBeside(
		begin(),
		(help) => help(),
		(sum, read) => {
			kept.add(sum);
			return read();
		},
	);
	expect(plain(contents)).toBe(plain(alone));
	expect(kept).toEqual(new Set(Array.from(alone.pages.keys(), (file) => alone.sums.get(file))));
});

test('help that comes too late does nothing', async () => {
	const { alone, begin } = await writeSite();
	const reading = begin();
	const contents = await readBeside(
		reading,
		async (help) => {
			while (!isTaken(reading)) await setImmediate();
			const part = await help();
			expect(part).toBeUndefined();
			return part;
		},
		(_sum, read) => read(),
	);
	expect(plain(contents)).toBe(plain(alone));
});
