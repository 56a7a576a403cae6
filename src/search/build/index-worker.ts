import { parentPort, workerData } from 'node:worker_threads';
import { indexTerms, type TermIndex } from './term-index.ts';
import type { IndexMessage } from './write-index-beside.ts';
import { writeIndex } from './write-index.ts';

const folder = workerData as string;
let index: TermIndex | undefined;

parentPort!.on('message', async (message: IndexMessage) => {
	if ('texts' in message) {
		index = indexTerms(message.texts);
		return;
	}
	await writeIndex(message.papers, folder, index);
	parentPort!.close();
});
