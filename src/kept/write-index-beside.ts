import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sums } from '../check/sums.ts';
import type { PaperTexts, PaperView } from '../model/paper-view.ts';
import { searchedFacts, type SearchedFacts } from '../search/build/searched-paper.ts';

/** Writes an index as `writeIndex` does, in a thread of its own. */
export interface IndexWriter {
	/** Where it is written. */
	readonly folder: string;
	/** Begin with the texts of all papers, before anything else is known of them. */
	begin(texts: readonly PaperTexts[]): void;
	/**
	 * Write the index of the papers that have these texts. Gives the names of the files that need not be written,
	 * because they are among those that are there. Rejects with what `writeIndex` rejects with.
	 */
	write(papers: Iterable<PaperView>, there?: Sums): Promise<readonly string[]>;
	/** Write no more. */
	stop(): Promise<void>;
}

/** What the thread is told: the texts, and then the papers that have them. */
export type IndexMessage =
	| { readonly texts: readonly PaperTexts[] }
	| { readonly papers: readonly SearchedFacts[]; readonly there: Sums };

const thread = new URL('index-worker.ts', import.meta.url);

/** Where an index is written, and what helps to make it. */
export interface IndexPlace {
	/** Of the project. */
	readonly root: string;
	/** Where what is known of the archive is kept. */
	readonly kept: string;
	/** Where the index is written. */
	readonly folder: string;
}

/** Open a writer of an index. */
export function openIndexWriter(place: IndexPlace): IndexWriter {
	const worker = new Worker(thread, { workerData: place });
	const ended = once(worker, 'exit');
	// Awaited when the index is to be written; until then a failure is nobody's yet.
	ended.catch(() => {});
	const tell = (message: IndexMessage) => worker.postMessage(message, []);
	let hasBegun = false;
	const begin = (texts: readonly PaperTexts[]) => {
		hasBegun = true;
		tell({ texts });
	};
	return {
		folder: place.folder,
		begin,
		async write(papers, there = new Map()) {
			const left = once(worker, 'message');
			left.catch(() => {});
			const all = [...papers];
			if (!hasBegun) begin(all);
			tell({ papers: all.map(searchedFacts), there });
			await ended;
			return (await left)[0] as readonly string[];
		},
		async stop() {
			await worker.terminate();
		},
	};
}
