import { parentPort, workerData } from 'node:worker_threads';
import type { PaperTexts } from '../model/paper-view.ts';
import type { TermIndex } from '../search/build/term-index.ts';
import { writeIndex } from '../search/build/write-index.ts';
import { keptNearest } from './kept-nearest.ts';
import { keptTerms } from './kept-terms.ts';
import { openTexts } from './kept-texts.ts';
import type { TextsMessage, TextsPlace } from './texts-beside.ts';

const { root, folder, toIndex } = workerData as TextsPlace;
let texts: readonly PaperTexts[] = [];
let terms: TermIndex | undefined;

parentPort!.on('message', async (message: TextsMessage) => {
	if ('texts' in message) {
		texts = message.texts;
		try {
			message.port.postMessage(keptNearest(root, folder, texts), []);
		} finally {
			Atomics.store(message.done, 0, 1);
			Atomics.notify(message.done, 0);
			message.port.close();
		}
		if (toIndex) terms = keptTerms(root, folder, texts);
		return;
	}
	const kept = openTexts(root, folder, message.there);
	const papers = message.papers.map((paper, number) => ({ ...paper, ...texts[number]! }));
	await writeIndex(papers, message.folder, terms!, kept.encode);
	kept.save();
	parentPort!.postMessage(kept.left, []);
	parentPort!.close();
});
