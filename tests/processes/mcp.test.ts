import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { typesetText } from '../../src/enrich/view/typeset-texts.ts';
import { restore } from '../support/lexicon.ts';
import { readBibtex } from '../support/read-bibtex.ts';
import { sharedFolder } from '../support/folders.ts';
import { root, runFile } from '../support/run-script.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { toyDigests, toyPapers, toyRepoSite } from '../support/toy-archive.ts';

const command = join(root, 'src/mcp/offprint-mcp.mjs');
const url = 'https://example.org/repo/';
const records = toyRepoSite().records();

let site: ServedSite;
let client: Client;

/** A client that starts the command as programs do. */
async function connect(file: string, place: string): Promise<Client> {
	const started = new Client({ name: 'test', version: '1.0.0' });
	await started.connect(
		new StdioClientTransport({ command: process.execPath, args: [file, place] }),
	);
	return started;
}

/** The text of an answer; `refused` for one that says what was expected. */
async function textOf(name: string, parameters: object): Promise<string> {
	const { content, isError } = (await client.callTool({
		name,
		arguments: { ...parameters },
	})) as { content: { text: string }[]; isError?: boolean };
	return (isError ? 'refused: ' : '') + content[0]!.text;
}

async function ask(name: string, parameters: object) {
	return JSON.parse(await textOf(name, parameters));
}

beforeAll(async () => {
	site = await serveSite(inject('repoSite'), '/repo/');
	client = await connect(command, site.url);
});

afterAll(async () => {
	await client.close();
	await site.close();
});

describe('offprint-mcp', () => {
	test('has its tools, all of which only read', async () => {
		const { tools } = await client.listTools();
		expect(tools.map(({ name }) => name)).toEqual([
			'search',
			'paper',
			'cite',
			'digest',
			'trending',
			'as_of',
			'system',
			'topic',
		]);
		for (const { annotations, description } of tools) {
			expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
			expect(description!.length).toBeGreaterThan(40);
		}
	});

	test('searches as the search page does', async () => {
		const { papers, found, complete } = await ask('search', { query: 'LMUFormer', limit: 3 });
		expect(papers[0]).toMatchObject({
			title: expect.stringContaining('LMUFormer'),
			url: `${url}papers/${papers[0].id}/`,
			firstSeen: '2024-02-29',
			timesSeen: 2,
		});
		expect(found).toBeGreaterThanOrEqual(complete);
		expect(await ask('search', { query: 'zyzzyva' })).toMatchObject({
			unknown: [{ word: 'zyzzyva' }],
		});
		expect(await textOf('search', {})).toMatch(
			/^refused: Unexpected nothing, expected a query/,
		);
	});

	test('gives a paper by id, key or address', async () => {
		const record = records.find(({ id }) => id === toyPapers.often)!;
		for (const paper of [record.id, record.citeKey, `${url}papers/${record.id}/`])
			expect(await ask('paper', { paper }), paper).toEqual({
				...record,
				url: `${url}papers/${record.id}/`,
			});
		expect(await textOf('paper', { paper: toyPapers.removed })).toMatch(/^refused: /);
	});

	test('gives a digest with its papers in their order', async () => {
		const newest = toyDigests.at(-1)!;
		const [digest] = await ask('digest', { day: newest.id });
		expect(digest.entries.map(({ title }: { title: string }) => title)).toEqual(
			newest.entries.map(({ title }) => typesetText(restore(title.text)).plain),
		);
		expect(await textOf('digest', { day: '2024-12-30' })).toBe(
			'refused: Unexpected 2024-12-30, expected a day with a digest, such as 2024-07-01 or 2025-01-01',
		);
		expect(await ask('digest', { day: '2024-02-29' })).toHaveLength(2);
	});

	test('says what was trending between two days', async () => {
		const { digests, most, topics } = await ask('trending', {
			from: '2023-01-01',
			to: '2025-12-31',
		});
		expect(digests).toEqual(toyDigests.map(({ id }) => id));
		expect(most[0]).toMatchObject({ id: toyPapers.often, timesBetween: 5 });
		expect(topics[0].papers).toBeGreaterThanOrEqual(topics[1].papers);
		expect(await ask('trending', { from: '2022-01-01', to: '2022-12-31' })).toMatchObject({
			papers: 0,
			most: [],
		});
	});

	test('gives systems and topics by name, and says which were meant', async () => {
		const hydras = await ask('system', { name: 'hydra' });
		expect(
			hydras.map(({ introducedBy }: { introducedBy: { id: string } }) => introducedBy.id),
		).toEqual(expect.arrayContaining(['fag55q6gb9', 'fk9p0k3q3b']));
		const topic = await ask('topic', { name: 'Transformers', limit: 2 });
		expect(topic.papers).toHaveLength(2);
		expect(topic.url).toBe(`${url}topics/${topic.slug}/`);
		expect(await textOf('topic', { name: 'transformer' })).toContain('“transformers”');
	});

	test('cites a paper as the site does, and as it was printed', async () => {
		const paper = toyPapers.often;
		const { citeKey, title } = records.find(({ id }) => id === paper)!;
		const bibtex = await textOf('cite', { paper, format: 'bibtex' });
		expect(readBibtex(bibtex)).toHaveLength(1);
		expect(bibtex).toContain(`@misc{${citeKey},`);
		expect(await textOf('cite', { paper, format: 'ris' })).toMatch(
			/^TY {2}- GEN\r\n[\s\S]*ER {2}- \r\n$/,
		);
		expect(await ask('cite', { paper, format: 'csl-json' })).toMatchObject({
			id: citeKey,
			title,
		});
		expect(await textOf('cite', { paper })).toBe(
			`“${title}”. First seen in the digest of 30 November 2023. Offprint, ${url}papers/${paper}/`,
		);
		const [{ sha256, entries }] = await ask('digest', { day: '2023-11-30' });
		expect(await textOf('cite', { paper, format: 'as-printed', digest: '2023-11-30' })).toBe(
			`“${title}”, as printed on 30 November 2023, no. 1 of ${entries.length}, dump SHA-256 ${sha256}. Offprint, ${url}digests/2023-11-30/`,
		);
	});

	test('says what was known on a day', async () => {
		const day = '2024-03-01';
		expect(await ask('as_of', { day })).toMatchObject({ digests: 3, latest: '2024-02-29-2' });
		expect(await ask('as_of', { day, paper: toyPapers.revised })).toMatchObject({
			known: true,
			hadPresentWording: false,
			printings: [{ digest: '2023-11-30' }],
		});
		expect(await ask('as_of', { day: '2023-01-01' })).toEqual({
			digests: 0,
			papers: 0,
			latest: null,
		});
	});

	test('answers from a folder as well', async () => {
		const local = await connect(command, inject('repoSite'));
		const { content } = await local.callTool({
			name: 'as_of',
			arguments: { day: '2030-01-01' },
		});
		expect(JSON.parse((content as { text: string }[])[0]!.text).digests).toBe(
			toyDigests.length,
		);
		await local.close();
	});
});

const folder = sharedFolder();

test('runs below node_modules, where npx puts it', async () => {
	const modules = join(folder, 'node_modules');
	mkdirSync(modules);
	for (const name of readdirSync(join(root, 'node_modules')))
		if (!name.startsWith('.'))
			symlinkSync(join(root, 'node_modules', name), join(modules, name));
	const own = join(modules, 'offprint');
	for (const part of ['package.json', 'src'])
		cpSync(join(root, part), join(own, part), { recursive: true });
	const installed = await connect(join(own, 'src/mcp/offprint-mcp.mjs'), site.url);
	expect((await installed.listTools()).tools).toHaveLength(8);
	await installed.close();
});

test.each([
	[[], /^Usage: offprint-mcp SITE/],
	[['/nowhere'], /^Unexpected \/nowhere, expected a site of this project/],
	[['http://127.0.0.1:9/'], /^Unexpected http:\S+, expected a site .*: fetch failed/],
])('says what it needs: %j', async (parameters, message) => {
	const { code, stderr } = await runFile('src/mcp/offprint-mcp.mjs', parameters);
	expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
});
