import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dataFiles } from '../../src/data/data-files.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { emptyContent, ingestAll, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const url = 'https://example.org/repo/';
const dump = writeDump('Mar 11', [
	['=SUM(Alpha)', `${abstractNumber(1)} It takes O(n^2) time.`],
	['Beta', abstractNumber(2)],
]);
const { content } = ingestAll(emptyContent(), dump);

const papersOf = (files: ReadonlyMap<string, string | Uint8Array>) =>
	String(gunzipSync(files.get('/data/papers.jsonl.gz')!));

test('the same archive gives the same bytes', async () => {
	const [first, second] = await Promise.all(
		[content, reread(content)].map((one) => dataFiles(runPipeline(one), url)),
	);
	expect(second).toEqual(first);
});

test('an archive without papers gives files without records', async () => {
	const files = await dataFiles(runPipeline(emptyContent()), url);
	expect(papersOf(files)).toBe('');
	expect(String(files.get('/data/papers.csv')).trim().split('\r\n')).toHaveLength(1);
	expect(files.get('/data/archive.sqlite.gz')).toBeInstanceOf(Uint8Array);
});

test('a digest more leaves the records of papers that it does not print', async () => {
	const next = ingestAll(content, writeDump('Mar 13', [['Gamma', abstractNumber(3)]]));
	const before = papersOf(await dataFiles(runPipeline(reread(content)), url));
	const after = papersOf(await dataFiles(runPipeline(next.content), url));
	expect(after.startsWith(before)).toBe(true);
});
