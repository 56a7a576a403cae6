import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentsOf, type ReadFiles } from '../../src/check/contents.ts';
import { readBeside } from '../../src/check/read-beside.ts';
import { beginReading, countLeft, nothingKnown, readAll } from '../../src/check/read-site.ts';
import { listSite } from '../../src/check/site-files.ts';
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
	const begin = () => beginReading(folder, 'https://example.org', listSite(folder).sizes);
	return { alone: readAll(begin()), begin };
}

const plain = (read: ReadFiles) => JSON.stringify([...read].toSorted());

test('a site that two threads read is as one alone reads it', async () => {
	const { alone, begin } = await writeSite();
	expect(plain(await readBeside(begin(), (help) => help(), nothingKnown))).toBe(plain(alone));
	expect(contentsOf(alone.keys(), alone).findings).toHaveLength(1);
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
	expect(plain(await readBeside(reading, starts, nothingKnown))).toBe(plain(alone));
});

test('what is known of a file by its sum is not read again', async () => {
	const { alone, begin } = await writeSite();
	const known = (file: string, sum: string) =>
		alone.get(file)?.sum === sum && file !== '/broken.json' ? { records: 7 } : undefined;
	const read = await readBeside(begin(), async () => undefined, known);
	expect(read.get('/papers/1/index.html')?.facts).toEqual({ records: 7 });
	expect(read.get('/broken.json')).toEqual(alone.get('/broken.json'));
});
