import { parentPort, workerData } from 'node:worker_threads';
import type { TermIndex } from '../search/build/term-index.ts';
import { writeIndex } from '../search/build/write-index.ts';
import { keptTerms } from './kept-terms.ts';
import { openTexts } from './kept-texts.ts';
import type { IndexMessage, IndexPlace } from './write-index-beside.ts';

const { root, kept, folder } = workerData as IndexPlace;
let index: TermIndex | undefined;

parentPort!.on('message', async (message: IndexMessage) => {
	if ('texts' in message) {
		index = keptTerms(root, kept, message.texts);
		return;
	}
	const texts = openTexts(root, kept, message.there);
	await writeIndex(message.papers, folder, index, texts.encode);
	texts.save();
	parentPort!.postMessage(texts.left, []);
	parentPort!.close();
});
