import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveView } from '../model/view.ts';
import { restOfData, type Files } from './about-data.ts';
import { archiveRecords } from './archive-records.ts';
import { packedFiles } from './packed-files.ts';
import { plainFiles } from './plain-files.ts';

/** The archive as data, each file by its path, for a site at a whole address such as `https://example.org/repo/`. */
export async function dataFiles(archive: ArchiveView, url: string): Promise<Files> {
	const records = archiveRecords(archive);
	const plain = plainFiles(archive, url, records);
	const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
	try {
		const packed = await packedFiles(records, join(folder, 'database'));
		return new Map([...plain, ...restOfData(archive, url, plain, packed)]);
	} finally {
		await rm(folder, { recursive: true });
	}
}
