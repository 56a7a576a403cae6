import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ArchiveRecords } from './archive-records.ts';
import type { PackedFiles } from './packed-files.ts';

const worker = new URL('pack-worker.ts', import.meta.url);

/** What the thread is given. */
export interface PackWork {
	readonly records: ArchiveRecords;
	readonly place: string;
}

/** Pack records as `packedFiles` does, in a thread of its own. Rejects with what that throws. */
export async function packBeside(records: ArchiveRecords, place: string): Promise<PackedFiles> {
	const workerData: PackWork = { records, place };
	const [files] = await once(new Worker(worker, { workerData }), 'message');
	return files as PackedFiles;
}
