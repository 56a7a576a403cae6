import { parentPort, workerData } from 'node:worker_threads';
import type { PackWork } from './pack-beside.ts';
import { packedFiles } from './packed-files.ts';

const { records, place } = workerData as PackWork;
parentPort!.postMessage(await packedFiles(records, place), []);
