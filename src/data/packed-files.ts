import { address } from '../model/address.ts';
import type { ArchiveRecords } from './archive-records.ts';
import { databaseFile } from './database.ts';
import { gzipped } from './gzipped.ts';
import { jsonLinesBytes } from './json-lines.ts';
import { yearlyContents } from './papers-by-year.ts';
import { papersParquet } from './papers-parquet.ts';

/** The files of the data that take long to make, by their paths. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>;

/** Pack the records of an archive; the same bytes from the same records. */
export function packedFiles(records: ArchiveRecords): PackedFiles {
	return new Map([
		// The one file that has every abstract as text, which packs to a third.
		[address.paperData, gzipped(jsonLinesBytes(records.paper))],
		...yearlyContents(records.paper),
		[address.paperParquet, papersParquet(records.paper)],
		[address.database, databaseFile(records)],
	]);
}
