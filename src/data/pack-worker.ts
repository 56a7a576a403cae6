import { parentPort, workerData } from 'node:worker_threads';
import type { ArchiveRecords } from './archive-records.ts';
import { packedFiles } from './packed-files.ts';

parentPort!.postMessage(packedFiles(workerData as ArchiveRecords), []);
