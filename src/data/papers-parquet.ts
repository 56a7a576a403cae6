import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { PaperRecord } from './records.ts';

/** A column: its name, and what a paper has in it; a list is one of texts. */
interface Column {
	readonly name: string;
	readonly isList?: boolean;
	readonly valueOf: (paper: PaperRecord) => string | readonly string[] | null;
}

// The names are those of the tables of the database.
const columns: readonly Column[] = [
	{ name: 'id', valueOf: ({ id }) => id },
	{ name: 'cite_key', valueOf: ({ citeKey }) => citeKey },
	{ name: 'title', valueOf: ({ title }) => title },
	{ name: 'raw_title', valueOf: ({ rawTitle }) => rawTitle },
	{ name: 'abstract', valueOf: ({ abstract }) => abstract },
	{ name: 'raw_abstract', valueOf: ({ rawAbstract }) => rawAbstract },
	{ name: 'first_seen', valueOf: ({ firstSeen }) => firstSeen },
	{ name: 'last_seen', valueOf: ({ lastSeen }) => lastSeen },
	{ name: 'revised', valueOf: ({ revised }) => revised },
	{ name: 'system', valueOf: ({ system }) => system },
	{ name: 'systems', isList: true, valueOf: ({ systems }) => systems },
	{ name: 'topics', isList: true, valueOf: ({ topics }) => topics },
	{ name: 'links', isList: true, valueOf: ({ links }) => links.map(({ url }) => url) },
	{ name: 'digests', isList: true, valueOf: ({ digests }) => digests },
	{ name: 'authors', isList: true, valueOf: ({ authors }) => authors ?? null },
	{ name: 'arxiv', valueOf: ({ arxiv }) => arxiv ?? null },
	{ name: 'published', valueOf: ({ published }) => published ?? null },
];

/** The papers as a Parquet file; the same bytes from the same records. */
export function papersParquet(papers: readonly PaperRecord[]): Uint8Array {
	return new Uint8Array(
		parquetWriteBuffer({
			columnData: columns.map(({ name, valueOf }) => ({ name, data: papers.map(valueOf) })),
			schema: [
				{ name: 'root', num_children: columns.length },
				...columns.flatMap(({ name, isList }) => (isList ? listOf(name) : [text(name)])),
			],
			pageSize,
			codec: 'ZSTD',
			compressors: { ZSTD: packed },
			createdBy: 'offprint',
		}),
	);
}

// A page of abstracts is packed as one text, so the more the better.
const pageSize = 2 ** 24;

// A sixth smaller than by gzip, in less time; the next levels take half as long again for one byte in fifty.
const level = 9;

function packed(page: Uint8Array): Uint8Array {
	return zstdCompressSync(page, { params: { [constants.ZSTD_c_compressionLevel]: level } });
}

function text(name: string): SchemaElement {
	return {
		name,
		type: 'BYTE_ARRAY',
		converted_type: 'UTF8',
		repetition_type: 'OPTIONAL',
	};
}

/** In the three levels that every reader of Parquet knows. */
function listOf(name: string): SchemaElement[] {
	return [
		{ name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
		{ name: 'list', repetition_type: 'REPEATED', num_children: 1 },
		text('element'),
	];
}
