import { workerData } from 'node:worker_threads';
import { nearestTexts } from '../pipeline/nearest.ts';
import type { NearestWork } from './nearest-beside.ts';

const { texts, port, done } = workerData as NearestWork;
try {
	port.postMessage(nearestTexts(texts), []);
} finally {
	Atomics.store(done, 0, 1);
	Atomics.notify(done, 0);
	port.close();
}
