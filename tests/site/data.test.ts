import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parquetReadObjects } from 'hyparquet';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { TopicRecord } from '../../src/data/records.ts';
import { shownToyPapers, toyDigests, toyFolder, toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const root = site.origin + site.base;
const records = site.records();
const bytesOf = (path: string) => readFileSync(join(site.folder, path));
const linesOf = (name: string) =>
	site
		.text(`/data/${name}.jsonl`)
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));

describe('JSON Lines', () => {
	test.each(['paper', 'digest', 'system', 'topic'] as const)(
		'every %s is as its schema says',
		(kind) => {
			// Formats are for people here: what is a day, what an address.
			const ajv = new Ajv2020({ allErrors: true, validateFormats: false });
			const validate = ajv.compile(JSON.parse(site.text(`/data/schemas/${kind}.json`)));
			const lines = kind === 'paper' ? records : linesOf(`${kind}s`);
			expect(lines.length).toBeGreaterThan(0);
			for (const line of lines) {
				validate(line);
				expect(validate.errors).toBeNull();
			}
			expect(validate({ ...lines[0], [kind === 'digest' ? 'id' : 'papers']: 1, id: 1 })).toBe(
				false,
			);
		},
	);

	test('papers are in the order of the ledger, texts twice only where they were restored', () => {
		expect(records.map(({ id }) => id)).toEqual(shownToyPapers);
		expect(records.filter(({ rawAbstract }) => rawAbstract !== null).length).toBeGreaterThan(0);
		for (const { abstract, rawAbstract } of records) expect(rawAbstract).not.toBe(abstract);
	});

	test('a digest names the bytes it was read from, and the line of each entry', () => {
		for (const { id, sha256, entries } of linesOf('digests')) {
			const dump = readFileSync(join(toyFolder, 'dumps', `${id}.txt`));
			expect(createHash('sha256').update(dump).digest('hex')).toBe(sha256);
			const printed = toyDigests.find((digest) => digest.id === id)!.entries;
			expect(entries.map(({ line }: { line: number | null }) => line)).toEqual(
				printed.map(({ title }, index) =>
					entries[index].status === 'removed' ? null : title.line,
				),
			);
		}
	});

	test('systems and topics name papers that are there', () => {
		for (const { papers } of [...linesOf('systems'), ...linesOf('topics')])
			for (const paper of papers) expect(shownToyPapers).toContain(paper);
	});
});

describe('the table', () => {
	const rows: Record<string, string>[] = parseCsv(bytesOf('/data/papers.csv'), { columns: true });

	test('has each paper, as another’s reader of CSV reads it', () => {
		expect(rows.map(({ id }) => id)).toEqual(shownToyPapers);
		for (const [index, row] of rows.entries()) {
			const { id, title, firstSeen, citeKey } = records[index]!;
			expect(row['title']!.replace(/^'(?=[=@+-])/, '')).toBe(title);
			expect(row).toMatchObject({
				first_seen: firstSeen,
				cite_key: citeKey,
				address: `${root}papers/${id}/`,
			});
		}
	});

	test('has no cell that a spreadsheet would take for a formula', () => {
		for (const row of rows)
			for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
		expect(rows.some(({ title }) => title!.startsWith("'="))).toBe(true);
	});
});

test('the database has what the lines have', () => {
	const topics = site
		.text('/data/topics.jsonl')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as TopicRecord);
	const database = new DatabaseSync(':memory:');
	database.deserialize(gunzipSync(bytesOf('/data/archive.sqlite.gz')));
	const all = (sql: string) => database.prepare(sql).all();
	expect(all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	expect(
		all('SELECT id, title, abstract, raw_abstract, cite_key FROM papers ORDER BY rowid'),
	).toEqual(
		records.map(({ id, title, abstract, rawAbstract, citeKey }) => ({
			id,
			title,
			abstract,
			raw_abstract: rawAbstract,
			cite_key: citeKey,
		})),
	);
	const count = (table: string) => all(`SELECT count(*) AS rows FROM ${table}`)[0]!['rows'];
	expect(count('digests')).toBe(toyDigests.length);
	expect(count('entries')).toBe(toyDigests.flatMap(({ entries }) => entries).length);
	expect(count('topic_papers')).toBe(topics.flatMap(({ papers }) => papers).length);
	expect(count('links')).toBe(records.flatMap(({ links }) => links).length);
	database.close();
});

describe('the database finds', () => {
	const database = new DatabaseSync(':memory:');
	database.deserialize(gunzipSync(bytesOf('/data/archive.sqlite.gz')));
	const found = (words: string) =>
		database
			.prepare('SELECT title FROM papers_text WHERE papers_text MATCH ? ORDER BY rank')
			.all(words)
			.map(({ title }) => title);

	test('words in any form, with the very titles', () => {
		expect(found('LMUFormer')).toEqual([expect.stringContaining('LMUFormer')]);
		expect(found('zyzzyva')).toEqual([]);
		expect(found('transformer').toSorted()).toEqual(found('transformers').toSorted());
		expect(found('title: beam AND search').length).toBeGreaterThan(0);
		const titles = new Set<unknown>(records.map(({ title }) => title));
		for (const title of found('attention')) expect(titles).toContain(title);
	});

	test('phrases, once its reader has made the index of the page', () => {
		const [statements = ''] =
			readFileSync('src/prose/en/data.md', 'utf8').match(/(?<=```sql\n)[^]*?(?=```)/) ?? [];
		const [create, fill, select] = statements.split(';\n').map((one) => one.trim());
		const copy = new DatabaseSync(':memory:');
		copy.deserialize(database.serialize());
		copy.exec(`${create}; ${fill}`);
		const phrase = copy.prepare(select!.replace(/'"[^]*?"'/, '?'));
		const titled = records[0]!.title.split(/\W+/).slice(0, 3).join(' ');
		const [first] = phrase.all(`"${titled}"`);
		expect(first).toEqual({ title: records[0]!.title });
		expect(phrase.all(`"${titled.split(' ').toReversed().join(' ')}"`)).toEqual([]);
		expect(readFileSync('src/prose/de/data.md', 'utf8')).toContain(statements);
	});

	test('what it has, with an index that is whole and needs no newer table', () => {
		database.exec("INSERT INTO papers_text(papers_text, rank) VALUES ('integrity-check', 1)");
		const tables = database.prepare(
			"SELECT sql FROM sqlite_master WHERE name NOT LIKE 'papers_text_%'",
		);
		for (const { sql } of tables.all()) expect(String(sql)).not.toMatch(/WITHOUT ROWID/i);
	});
});

test('the Parquet file has what the lines have, as another’s reader reads it', async () => {
	const { buffer, byteOffset, byteLength } = bytesOf('/data/papers.parquet');
	const rows = await parquetReadObjects({
		file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
		compressors: { ZSTD: (bytes) => new Uint8Array(zstdDecompressSync(bytes)) },
	});
	expect(rows).toHaveLength(records.length);
	for (const [index, row] of rows.entries()) {
		const { id, citeKey, title, abstract, rawAbstract, topics, systems, links, digests } =
			records[index]!;
		expect(row).toMatchObject({
			id,
			cite_key: citeKey,
			title,
			abstract,
			raw_abstract: rawAbstract,
			topics,
			systems,
			links: links.map(({ url }) => url),
			digests,
		});
		expect(row['authors'] ?? null).toBe(null);
	}
});

test('the pages of digests list their papers to reference managers, and no other page does', () => {
	for (const { address, $ } of site.pages) {
		const spans = $('span.Z3988').get();
		const isDigest = /^\/digests\/\d{4}-\d\d-\d\d(?:-\d)?\/$/.test(address);
		expect(spans.length > 0, address).toBe(isDigest && $('li[data-first-seen]').length > 0);
		for (const span of spans) {
			const fields = new URLSearchParams($(span).attr('title'));
			const { id, 'data-paper': paper = id } = $(span).closest('[data-first-seen]').attr()!;
			expect(fields.get('rft.identifier')).toBe(`${root}papers/${paper}/`);
			expect(fields.get('rft.title')!.length).toBeGreaterThan(0);
		}
	}
});

describe('what is said of the files', () => {
	const index = JSON.parse(site.text('/api/v1/index.json'));
	const resources = JSON.parse(site.text('/data/datapackage.json')).resources;

	test('is true of their bytes', () => {
		expect(resources).toHaveLength(index.files.length);
		for (const { path, bytes, hash } of resources) {
			const content = bytesOf(`/data/${path}`);
			expect(content.length).toBe(bytes);
			expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
		}
		for (const { url, hash, schema } of index.files) {
			expect(resources.map((resource: { hash: string }) => resource.hash)).toContain(hash);
			for (const target of [url, schema ?? url])
				expect(site.answer(target.slice(root.length - 1)), target).toBeDefined();
		}
		expect(index.counts).toMatchObject({ papers: records.length, digests: toyDigests.length });
	});

	test('includes the standing questions, with what answers them', () => {
		expect(index.questions.length).toBeGreaterThan(0);
		expect(index.counts.questions).toBe(index.questions.length);
		for (const { name, page, feed, jsonFeed } of index.questions) {
			for (const target of [page, feed, jsonFeed])
				expect(site.answer(target.slice(root.length - 1)), target).toBeDefined();
			expect(site.text('/llms.txt')).toContain(`[${name}](${page})`);
		}
	});

	test('leads somewhere in the note for language models, too', () => {
		const links = [...site.text('/llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(
			([, link]) => link!,
		);
		expect(links.length).toBeGreaterThan(index.files.length);
		for (const link of links)
			expect(site.answer(link.slice(root.length - 1)), link).toBeDefined();
	});

	test('is said of the data set to search engines', () => {
		const { $ } = site.page('/data/');
		const data = JSON.parse($('script[type="application/ld+json"]').text());
		expect(data['@type']).toBe('Dataset');
		expect(
			data.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl),
		).toEqual(index.files.map(({ url }: { url: string }) => url));
	});
});
