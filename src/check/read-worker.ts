import { parentPort, workerData } from 'node:worker_threads';
import type { ReadPart } from './read-beside.ts';
import { readAll, type Reading } from './read-site.ts';

const { keep: _, ...part } = readAll(workerData as Reading);
parentPort!.postMessage(part satisfies ReadPart, []);
