import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Card } from '../cards/card.ts';

/** What a worker is told. */
export interface CardWork {
	readonly root: string;
	readonly cards: readonly Card[];
	readonly folder: string;
}

const worker = new URL('cards-worker.ts', import.meta.url);

/** Write the cards of a site as `writeCards` does, in a thread of its own. Rejects with what that rejects with. */
export async function writeCardsBeside(work: CardWork): Promise<void> {
	await once(new Worker(worker, { workerData: work }), 'exit');
}
