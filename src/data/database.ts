import { open, rm } from 'node:fs/promises';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { ArchiveRecords } from './archive-records.ts';
import { gzipped } from './gzipped.ts';

// What is broken off is never read.
const unguarded = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;';

// Plain tables that every version of SQLite opens, never WITHOUT ROWID.
const tables = `
	PRAGMA page_size = 8192;
	CREATE TABLE papers (id TEXT PRIMARY KEY, cite_key TEXT, title TEXT, raw_title TEXT,
		abstract TEXT, raw_abstract TEXT, first_seen TEXT, last_seen TEXT, revised TEXT, system TEXT);
	CREATE TABLE digests (id TEXT PRIMARY KEY, day TEXT, sha256 TEXT);
	CREATE TABLE entries (digest TEXT, position INTEGER, paper TEXT, status TEXT, line INTEGER);
	CREATE TABLE links (paper TEXT, url TEXT, kind TEXT);
	CREATE TABLE systems (slug TEXT PRIMARY KEY, name TEXT, introduced_by TEXT);
	CREATE TABLE system_papers (system TEXT, paper TEXT);
	CREATE TABLE topics (slug TEXT PRIMARY KEY, name TEXT);
	CREATE TABLE topic_papers (topic TEXT, paper TEXT);
`;

// Finds words in any form, `papers_text MATCH 'caches'`; the texts are those of the table, by its rowids.
// Without the places of the words, which phrases need and which would add a third to the file; the page of the data
// says how to make an index with them.
const search = `
	CREATE VIRTUAL TABLE papers_text USING fts5(title, abstract, content='papers', detail='column', tokenize='porter unicode61');
	INSERT INTO papers_text(papers_text) VALUES ('rebuild');
	INSERT INTO papers_text(papers_text) VALUES ('optimize');
`;

/**
 * The archive as an SQLite database, gzipped; the same bytes from the same records. It is made on the disk, at a
 * place of its own, and stays there: in memory it would take three times as much.
 */
export async function databaseFile(records: ArchiveRecords, place: string): Promise<Uint8Array> {
	// Of a build that was killed.
	await rm(place, { force: true });
	fill(place, records);
	const file = await open(place, 'r+');
	try {
		for (const [at, length] of traces) await file.write(Buffer.alloc(length), 0, length, at);
		return await gzipped(file.createReadStream({ start: 0, autoClose: false }));
	} finally {
		await file.close();
	}
}

// How often it was written to, and by which version of SQLite: where they stand in the header, and how long they are.
const traces = [
	[24, 4],
	[92, 8],
] as const;

function fill(place: string, records: ArchiveRecords): void {
	const database = new DatabaseSync(place);
	try {
		database.exec(unguarded);
		database.exec(tables);
		database.exec('BEGIN');
		for (const [table, rows] of Object.entries(rowsOf(records))) insert(database, table, rows);
		database.exec('COMMIT');
		database.exec(search);
		database.exec('VACUUM');
	} finally {
		database.close();
	}
}

type Row = readonly SQLInputValue[];

function insert(database: DatabaseSync, table: string, rows: readonly Row[]): void {
	const places = rows[0]?.map(() => '?').join();
	if (places === undefined) return;
	const statement = database.prepare(`INSERT INTO ${table} VALUES (${places})`);
	for (const row of rows) statement.run(...row);
}

function rowsOf({ paper, digest, system, topic }: ArchiveRecords): Record<string, readonly Row[]> {
	return {
		papers: paper.map((one) => [
			one.id,
			one.citeKey,
			one.title,
			one.rawTitle,
			one.abstract,
			one.rawAbstract,
			one.firstSeen,
			one.lastSeen,
			one.revised,
			one.system,
		]),
		digests: digest.map(({ id, day, sha256 }) => [id, day, sha256]),
		entries: digest.flatMap(({ id, entries }) =>
			entries.map(({ paper, status, line }, index) => [id, index + 1, paper, status, line]),
		),
		links: paper.flatMap(({ id, links }) => links.map(({ url, kind }) => [id, url, kind])),
		systems: system.map(({ slug, name, introducedBy }) => [slug, name, introducedBy]),
		system_papers: system.flatMap(({ slug, papers }) => papers.map((id) => [slug, id])),
		topics: topic.map(({ slug, name }) => [slug, name]),
		topic_papers: topic.flatMap(({ slug, papers }) => papers.map((id) => [slug, id])),
	};
}
