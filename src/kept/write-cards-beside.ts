import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CardWork } from './write-cards.ts';

const worker = new URL('cards-worker.ts', import.meta.url);

/** Write the cards of a site as `writeCards` does, in a thread of its own. Rejects with what that rejects with. */
export async function writeCardsBeside(work: CardWork): Promise<void> {
	await once(new Worker(worker, { workerData: work }), 'exit');
}
