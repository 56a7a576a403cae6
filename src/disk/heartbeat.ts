import { Worker } from 'node:worker_threads';

// Often enough that one lost in a busy moment does not matter.
const beat = 2_000;

// In a thread of its own, because the work that is done meanwhile may keep this one for long.
const code = `
	const { utimesSync } = require('node:fs');
	const { workerData } = require('node:worker_threads');
	setInterval(() => {
		try {
			utimesSync(workerData.path, new Date(), new Date());
		} catch {
			// Taken away; whoever holds it will notice.
		}
	}, workerData.beat);
`;

/** Touch a file every other second, as a sign of life, until the function that is given is called. */
export function keepBeating(path: string): () => Promise<unknown> {
	const worker = new Worker(code, { eval: true, workerData: { path, beat } });
	worker.unref();
	return () => worker.terminate();
}
