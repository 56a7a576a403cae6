import { workerData } from 'node:worker_threads';
import type { NearestWork } from './find-nearest-beside.ts';
import { keptNearest } from './kept-nearest.ts';

const { root, folder, texts, port, done } = workerData as NearestWork;
try {
	port.postMessage(keptNearest(root, folder, texts), []);
} finally {
	Atomics.store(done, 0, 1);
	Atomics.notify(done, 0);
	port.close();
}
