import type { ArchiveView } from '../model/view.ts';
import { restOfData, type Files } from './about-data.ts';
import { archiveRecords } from './archive-records.ts';
import { packedFiles } from './packed-files.ts';
import { plainFiles } from './plain-files.ts';

/** The archive as data, each file by its path, for a site at a whole address such as `https://example.org/repo/`. */
export function dataFiles(archive: ArchiveView, url: string): Files {
	const records = archiveRecords(archive);
	const plain = plainFiles(archive, url, records);
	return new Map([...plain, ...restOfData(archive, url, plain, packedFiles(records))]);
}
