import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { ArchiveRecords } from './archive-records.ts';
import { gzipped } from './gzipped.ts';

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

/** The archive as an SQLite database, gzipped; the same bytes from the same records. */
export function databaseFile(records: ArchiveRecords): Uint8Array {
	const database = new DatabaseSync(':memory:');
	try {
		database.exec(tables);
		database.exec('BEGIN');
		for (const [table, rows] of Object.entries(rowsOf(records))) insert(database, table, rows);
		database.exec('COMMIT');
		database.exec(search);
		database.exec('VACUUM');
		return gzipped(database.serialize());
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
