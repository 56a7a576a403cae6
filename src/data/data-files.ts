import { address } from '../model/address.ts';
import type { ArchiveView } from '../model/view.ts';
import { apiIndex, dataPackage, modelsNote } from './about-data.ts';
import { archiveRecords } from './archive-records.ts';
import { packedFiles } from './packed-files.ts';
import { papersCsv } from './papers-csv.ts';
import { jsonLines, jsonSchema, schemas, type RecordKind } from './records.ts';

/**
 * The archive as data, each file by its path, for a site at a whole address such as `https://example.org/repo/`;
 * the files that take long to make may have been packed elsewhere.
 */
export function dataFiles(
	archive: ArchiveView,
	url: string,
	records = archiveRecords(archive),
	packed = packedFiles(records),
): Map<string, string | Uint8Array> {
	const whole = (path: string) => url + path.slice(1);
	const files = new Map<string, string | Uint8Array>([
		...packed,
		[address.digestData, jsonLines(records.digest)],
		[address.systemData, jsonLines(records.system)],
		[address.topicData, jsonLines(records.topic)],
		[address.paperTable, papersCsv(archive.papers.values(), whole)],
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
