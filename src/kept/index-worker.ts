import { parentPort, workerData } from 'node:worker_threads';
import type { PaperTexts } from '../model/paper-view.ts';
import type { TermIndex } from '../search/build/term-index.ts';
import { writeIndex } from '../search/build/write-index.ts';
import { keptTerms } from './kept-terms.ts';
import { openTexts } from './kept-texts.ts';
import type { IndexMessage, IndexPlace } from './write-index-beside.ts';

const { root, kept, folder } = workerData as IndexPlace;
let begun: { readonly texts: readonly PaperTexts[]; readonly index: TermIndex } | undefined;

parentPort!.on('message', async (message: IndexMessage) => {
	if ('texts' in message) {
		begun = { texts: message.texts, index: keptTerms(root, kept, message.texts) };
		return;
	}
	const texts = openTexts(root, kept, message.there);
	const papers = message.papers.map((paper, number) => ({ ...paper, ...begun!.texts[number]! }));
	await writeIndex(papers, folder, begun!.index, texts.encode);
	texts.save();
	parentPort!.postMessage(texts.left, []);
	parentPort!.close();
});
