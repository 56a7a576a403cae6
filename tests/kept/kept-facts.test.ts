import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFile as readOne } from '../../src/check/read-file.ts';
import { openFacts } from '../../src/kept/kept-facts.ts';
import { sha256 } from '../../src/kept/source-key.ts';
import { temporaryFolder } from '../support/folders.ts';

const address = { site: 'https://example.org', base: '/' };
const page = '<!doctype html><html><title>a</title><h1 id="a">One</h1><a href="/b/">b</a></html>';

/** A project whose site has been checked once. */
async function startProject() {
	const root = await temporaryFolder();
	const bytes = Buffer.from(page);
	const one = { sum: sha256(page), ...readOne('/a/index.html', bytes, address.site) };
	const read = new Map([['/a/index.html', one]]);
	openFacts(root, 'content', address).save(read);
	const [name = ''] = await readdir(join(root, '.cache', 'kept'));
	const folder = join(root, '.cache', 'kept', name);
	const [facts = ''] = await readdir(folder);
	const open = (base = '/') => openFacts(root, 'content', { ...address, base });
	return { read, open, file: join(folder, facts) };
}

test('what was read of a file is known as long as it has its sum', async () => {
	const { read, open } = await startProject();
	const known = (file: string, of: string, base?: string) =>
		open(base).ofAll(new Map([[file, of]]));
	const { sum } = read.get('/a/index.html')!;
	expect(known('/a/index.html', sum)).toEqual(read);
	expect(open().sums).toEqual(new Map([['/a/index.html', sum]]));
	expect(known('/a/index.html', sha256('other')).size).toBe(0);
	expect(known('/b/index.html', sum).size).toBe(0);
	expect(known('/a/index.html', sum, '/repo/').size).toBe(0);
});

test('what is damaged is not known', async () => {
	const { read, open, file } = await startProject();
	const text = await readFile(file, 'utf8');
	await writeFile(file, text.replace('/b/', '/c/'));
	expect(open().ofAll(new Map([['/a/index.html', read.get('/a/index.html')!.sum]])).size).toBe(0);
});

test('what has a fault is not known', async () => {
	const { read, open } = await startProject();
	const sum = sha256('{');
	const bad = { sum, ...readOne('/bad.json', Buffer.from('{'), address.site) };
	expect(bad.findings).toHaveLength(1);
	open().save(new Map([...read, ['/bad.json', bad]]));
	expect([...open().sums.keys()]).toEqual(['/a/index.html']);
});
