import { address } from '../model/address.ts';
import type { ArchiveView } from '../model/view.ts';
import { apiIndex, dataPackage, modelsNote } from './about-data.ts';
import { archiveRecords } from './archive-records.ts';
import { databaseFile } from './database.ts';
import { gzipped } from './gzipped.ts';
import { yearlyContents } from './papers-by-year.ts';
import { papersCsv } from './papers-csv.ts';
import { papersParquet } from './papers-parquet.ts';
import { jsonSchema, schemas, type RecordKind } from './records.ts';

/** The archive as data, each file by its path, for a site at a whole address such as `https://example.org/repo/`. */
export function dataFiles(archive: ArchiveView, url: string): Map<string, string | Uint8Array> {
	const whole = (path: string) => url + path.slice(1);
	const records = archiveRecords(archive);
	const files = new Map<string, string | Uint8Array>([
		// The one file that has every abstract as text, which packs to a third.
		[address.paperData, gzipped(lines(records.paper))],
		...yearlyContents(records.paper),
		[address.digestData, lines(records.digest)],
		[address.systemData, lines(records.system)],
		[address.topicData, lines(records.topic)],
		[address.paperTable, papersCsv(archive.papers.values(), whole)],
		[address.paperParquet, papersParquet(records.paper)],
		[address.database, databaseFile(records)],
	]);
	const about = new Map([
		[address.dataPackage, dataPackage(archive, files, whole)],
		[address.api, apiIndex(archive, files, whole)],
		[address.modelsNote, modelsNote(archive, whole)],
		...(Object.keys(schemas) as RecordKind[]).map((kind): [string, string] => [
			address.schema(kind),
			jsonSchema(kind, whole(address.schema(kind))),
		]),
	]);
	return new Map([...files, ...about]);
}

function lines(records: readonly object[]): string {
	return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
