import { address } from '../model/address.ts';
import type { ArchiveRecords } from './archive-records.ts';
import { databaseFile } from './database.ts';
import { gzipped } from './gzipped.ts';
import { jsonLineTexts } from './json-lines.ts';
import { yearlyContents } from './papers-by-year.ts';
import { papersParquet } from './papers-parquet.ts';

/** The files of the data that take long to make, by their paths. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>;

/** Pack the records of an archive; the same bytes from the same records. `place` is for the database while it is made. */
export async function packedFiles(records: ArchiveRecords, place: string): Promise<PackedFiles> {
	return new Map([
		// The one file that has every abstract as text, which packs to a third.
		[address.paperData, await gzipped(jsonLineTexts(records.paper))],
		...(await yearlyContents(records.paper)),
		[address.paperParquet, papersParquet(records.paper)],
		[address.database, await databaseFile(records, place)],
	]);
}
