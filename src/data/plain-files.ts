import { address } from '../model/address.ts';
import type { ArchiveView } from '../model/view.ts';
import type { ArchiveRecords } from './archive-records.ts';
import { jsonLines } from './json-lines.ts';
import { papersCsv } from './papers-csv.ts';

/** The files of the data that are not packed, by their paths, for a site at a whole address. */
export function plainFiles(
	{ papers }: Pick<ArchiveView, 'papers'>,
	url: string,
	{ digest, system, topic }: ArchiveRecords,
): ReadonlyMap<string, string> {
	return new Map([
		[address.digestData, jsonLines(digest)],
		[address.systemData, jsonLines(system)],
		[address.topicData, jsonLines(topic)],
		[address.paperTable, papersCsv(papers.values(), (path) => url + path.slice(1))],
	]);
}
