import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetchDays } from '../../scripts/fetch.ts';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { feedServer, type Answer } from '../support/feed-server.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';

const list = await readFile(join(root, 'tests/fixtures/feed-lists/2026-08-18.json'));

/** An empty archive, and a feed that shows a day like this. */
async function startArchive(answer: Answer, day = '2026-08-18') {
	const content = join(await temporaryFolder(), 'content');
	const feed = await feedServer({ [`/days/${day}`]: answer });
	const fetch = (...parameters: string[]) =>
		callScript(fetchDays, [
			'--url',
			`${feed.url}/days/{day}`,
			'--content',
			content,
			'--today',
			'2026-08-19',
			...parameters,
		]);
	const waiting = () => readdir(join(content, 'inbox')).catch(() => []);
	return { content, feed, fetch, waiting };
}

describe('npm run fetch', () => {
	test('puts a day into the inbox as it came, from where ingest takes it up', async () => {
		const { content, fetch, waiting } = await startArchive((response) => response.end(list));
		const { code, stdout } = await fetch('2026-08-18');
		expect(code).toBe(0);
		expect(stdout).toContain('2026-08-18  3 papers → ');
		expect(await waiting()).toEqual(['2026-08-18.json']);
		expect(await readFile(join(content, 'inbox/2026-08-18.json'))).toEqual(list);
		expect(await callScript(ingest, ['--content', content])).toMatchObject({ code: 0 });
		expect(await waiting()).toEqual([]);
		expect(await readFile(join(content, 'dumps/2026-08-18.json'))).toEqual(list);
		expect(await readFile(join(content, 'dumps.sha256'), 'utf8')).toMatch(
			/^[0-9a-f]{64} {2}dumps\/2026-08-18\.json\n$/,
		);
	});

	test('does not ask for a day that is here', async () => {
		const { content, feed, fetch } = await startArchive((response) => response.end(list));
		await fetch('2026-08-18');
		expect((await fetch('2026-08-18')).stdout).toContain('2026-08-18 is here already.');
		await callScript(ingest, ['--content', content]);
		expect((await fetch('2026-08-18')).stdout).toContain('2026-08-18 is here already.');
		expect(feed.asked).toHaveLength(1);
	});

	test('asks for a day that is here in plain text alone', async () => {
		const { content, fetch, waiting } = await startArchive((response) => response.end(list));
		await mkdir(join(content, 'dumps'), { recursive: true });
		await writeFile(join(content, 'dumps/2026-08-18.txt'), '');
		await fetch('2026-08-18');
		expect(await waiting()).toEqual(['2026-08-18.json']);
	});

	test.each([
		['an empty day', '[]', 0, '2026-08-18 is empty'],
		['an error page', '<!doctype html><title>Oh no</title>', 1, 'Unexpected HTML'],
		['an error in JSON', '{"error": "no such day"}', 1, 'Unexpected JSON'],
		['half a list', list.subarray(0, 999), 1, 'where the file stops being JSON'],
		['nothing at all', '', 1, 'Unexpected empty file'],
		[
			'a list of another day',
			String(list).replaceAll('-18T', '-17T'),
			1,
			'contradicts the file name',
		],
		['another list', '[{"dataset": 1}]', 1, 'expected a paper at /0/paper'],
		['bytes that are no text', Buffer.from([0x5b, 0xff, 0xfe]), 1, 'expected UTF-8'],
	])('writes nothing for %s', async (_, body, code, said) => {
		const { fetch, waiting } = await startArchive((response) =>
			// Whatever it says it is.
			response.writeHead(200, { 'content-type': 'application/json' }).end(body),
		);
		const result = await fetch('2026-08-18');
		expect(result.code).toBe(code);
		expect(result.stdout + result.stderr).toContain(said);
		expect(await waiting()).toEqual([]);
	});

	test('takes a list that says it is something else', async () => {
		const { fetch, waiting } = await startArchive((response) =>
			response.writeHead(200, { 'content-type': 'image/png' }).end(list),
		);
		expect(await fetch('2026-08-18')).toMatchObject({ code: 0 });
		expect(await waiting()).toEqual(['2026-08-18.json']);
	});

	test.each([
		[['2026-08-19'], 'Unexpected 2026-08-19, expected a day that is over'],
		[['2026-02-30'], 'expected a day such as'],
		[[], 'Unexpected no day'],
		[['2026-08-18', '--url', 'https://example.org/'], 'expected one with `{day}` in it'],
		[['2026-08-18', '--url', 'file:///{day}'], 'expected one with `{day}` in it'],
	])('refuses %s', async (parameters, said) => {
		const { feed, fetch } = await startArchive((response) => response.end(list));
		const { code, stderr } = await fetch(...parameters);
		expect(code).toBe(1);
		expect(stderr).toContain(said);
		expect(feed.asked).toEqual([]);
	});

	test('says in one line why a feed gives nothing', async () => {
		const { fetch } = await startArchive((response) => response.writeHead(404).end());
		const { code, stderr } = await fetch('2026-08-18');
		expect(code).toBe(1);
		expect(stderr).toMatch(/^http\S+ answers 404\n$/);
	});
});
