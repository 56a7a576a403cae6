import { address } from '../model/address.ts';
import type { RecordKind } from './records.ts';

/** A file of the data, as those who take it are told of it. */
export interface PublishedFile {
	/** As the data package names it. */
	readonly name: string;
	/** From the root of the site. */
	readonly path: string;
	readonly type: string;
	readonly description: string;
	/** What each line is, where that has a schema. */
	readonly lines?: RecordKind;
}

const jsonLines = 'application/jsonl';
const gzip = 'application/gzip';

/** All files of the data but those that are about it, and those that only a large archive has. */
export const publishedFiles: readonly PublishedFile[] = [
	{
		name: 'papers',
		path: address.paperData,
		type: gzip,
		description: 'Papers with whole abstracts as JSON Lines, gzipped, in the order of arrival',
		lines: 'paper',
	},
	{
		name: 'digests',
		path: address.digestData,
		type: jsonLines,
		description: 'Digests with their entries and the SHA-256 of each dump, oldest first',
		lines: 'digest',
	},
	{
		name: 'systems',
		path: address.systemData,
		type: jsonLines,
		description: 'Named systems and the papers that mention them',
		lines: 'system',
	},
	{
		name: 'topics',
		path: address.topicData,
		type: jsonLines,
		description: 'Topics and their papers',
		lines: 'topic',
	},
	{
		name: 'table',
		path: address.paperTable,
		type: 'text/csv',
		description: 'Papers as a table for spreadsheets, with excerpts',
	},
	{
		name: 'parquet',
		path: address.paperParquet,
		type: 'application/vnd.apache.parquet',
		description: 'Papers with whole abstracts as a Parquet file',
	},
	{
		name: 'database',
		path: address.database,
		type: gzip,
		description: 'All of it as an SQLite database, gzipped',
	},
];
