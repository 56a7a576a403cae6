import { parentPort, workerData } from 'node:worker_threads';
import { readAll, type Reading } from './read-site.ts';

parentPort!.postMessage(readAll(workerData as Reading), []);
